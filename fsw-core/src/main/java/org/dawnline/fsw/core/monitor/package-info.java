/** Fault management by tables: monitors that judge channels, and actions that follow. */
@NullMarked
package org.dawnline.fsw.core.monitor;

import org.jspecify.annotations.NullMarked;
