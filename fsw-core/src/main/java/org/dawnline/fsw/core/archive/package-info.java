/**
 * Records that survive a restart, behind one interface: named ones on a shelf and a log of telemetry, events and reports. The only
 * package that knows a database.
 */
@NullMarked
package org.dawnline.fsw.core.archive;

import org.jspecify.annotations.NullMarked;
