/** Orbits, light and surroundings. */
@NullMarked
package org.dawnline.sim.orbit;

import org.jspecify.annotations.NullMarked;
