/** The binary log of a flight and its digest. */
@NullMarked
package org.dawnline.tools.sim.log;

import org.jspecify.annotations.NullMarked;
