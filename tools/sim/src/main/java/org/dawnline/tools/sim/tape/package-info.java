/** Records everything that enters and leaves flight software, and gives it back without a simulator. */
@NullMarked
package org.dawnline.tools.sim.tape;

import org.jspecify.annotations.NullMarked;
