/** How fast the simulation is, and what costs how much of it. */
@NullMarked
package org.dawnline.tools.sim.bench;

import org.jspecify.annotations.NullMarked;
