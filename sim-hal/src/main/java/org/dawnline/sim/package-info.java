/** A simulated world behind the HAL. */
@NullMarked
package org.dawnline.sim;

import org.jspecify.annotations.NullMarked;
