/** Coolant loop, radiator and what moves in them. */
@NullMarked
package org.dawnline.sim.thermal;

import org.jspecify.annotations.NullMarked;
