/** What is recorded on board: the flight recorder of the last minute, and the store of telemetry and events. */
@NullMarked
package org.dawnline.fsw.core.record;

import org.jspecify.annotations.NullMarked;
