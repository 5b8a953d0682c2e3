/** Power: batteries, arrays, load shedding and the arbiter. */
@NullMarked
package org.dawnline.fsw.power;

import org.jspecify.annotations.NullMarked;
