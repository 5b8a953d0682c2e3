/** Laser and radio terminals and what is between them and the other end. */
@NullMarked
package org.dawnline.sim.links;

import org.jspecify.annotations.NullMarked;
