/** Where satellite, Sun and stations are, and what light and shadow that means. */
@NullMarked
package org.dawnline.sim.orbit;

import org.jspecify.annotations.NullMarked;
