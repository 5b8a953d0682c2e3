/** Terminals, budgets and weather, each alone. */
@NullMarked
package org.dawnline.sim.links;

import org.jspecify.annotations.NullMarked;
