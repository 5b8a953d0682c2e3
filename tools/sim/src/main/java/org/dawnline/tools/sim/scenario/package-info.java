/** Scenario files: what they say, and what is wrong with them. */
@NullMarked
package org.dawnline.tools.sim.scenario;

import org.jspecify.annotations.NullMarked;
