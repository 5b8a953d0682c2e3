/** The most that a clairvoyant plan could do in a scenario's world, by linear programmes over its steps. */
@NullMarked
package org.dawnline.tools.sim.bound;

import org.jspecify.annotations.NullMarked;
