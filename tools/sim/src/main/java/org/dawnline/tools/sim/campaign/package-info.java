/** Campaigns: many random flights that must break no invariant, spread over threads and machines, and what they show together. */
@NullMarked
package org.dawnline.tools.sim.campaign;

import org.jspecify.annotations.NullMarked;
