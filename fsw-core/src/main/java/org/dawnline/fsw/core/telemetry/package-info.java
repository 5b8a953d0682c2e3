/** What goes to the ground, and how much of it: throttles, housekeeping sets, statistics, derived values. */
@NullMarked
package org.dawnline.fsw.core.telemetry;

import org.jspecify.annotations.NullMarked;
