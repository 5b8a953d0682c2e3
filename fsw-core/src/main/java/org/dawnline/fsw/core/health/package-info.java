/** The health of the flight computer itself: its memory, its threads, its resources. */
@NullMarked
package org.dawnline.fsw.core.health;

import org.jspecify.annotations.NullMarked;
