/** Tables on the ground: checked, packed and tried with the very code that flies. */
@NullMarked
package org.dawnline.tools.sim.table;

import org.jspecify.annotations.NullMarked;
