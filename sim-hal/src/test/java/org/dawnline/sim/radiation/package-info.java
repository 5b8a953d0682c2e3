/** Draws of upsets. */
@NullMarked
package org.dawnline.sim.radiation;

import org.jspecify.annotations.NullMarked;
