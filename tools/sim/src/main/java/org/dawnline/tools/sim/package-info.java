/** Runs the flight application on the simulated HAL. */
@NullMarked
package org.dawnline.tools.sim;

import org.jspecify.annotations.NullMarked;
