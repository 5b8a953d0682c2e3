/** Trays, GPUs and the jobs on them. */
@NullMarked
package org.dawnline.sim.compute;

import org.jspecify.annotations.NullMarked;
