/** Particles: when they hit, by place and by the state of the Sun, and what they hit. */
@NullMarked
package org.dawnline.sim.radiation;

import org.jspecify.annotations.NullMarked;
