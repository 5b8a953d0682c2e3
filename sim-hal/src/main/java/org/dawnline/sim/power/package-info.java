/** Array, battery strings and the main bus. */
@NullMarked
package org.dawnline.sim.power;

import org.jspecify.annotations.NullMarked;
