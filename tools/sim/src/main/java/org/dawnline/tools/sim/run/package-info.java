/** Flies the flight software on a simulated satellite and watches what really happens. */
@NullMarked
package org.dawnline.tools.sim.run;

import org.jspecify.annotations.NullMarked;
