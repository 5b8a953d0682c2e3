/** The plan over power, heat and work: pure arithmetic on copies, without devices, channels or time of its own. */
@NullMarked
package org.dawnline.fsw.power.plan;

import org.jspecify.annotations.NullMarked;
