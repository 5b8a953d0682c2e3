/** Reproducible luck. */
@NullMarked
package org.dawnline.sim.random;

import org.jspecify.annotations.NullMarked;
