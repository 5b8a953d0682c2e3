/**
 * What flight software may touch: one interface per kind of device. Inputs are latched once per cycle and stay frozen until
 * the next one; outputs are requests that leave together at the end of the cycle. Nothing here blocks or allocates.
 *
 * <p>SI units throughout: watts, kelvins, metres, seconds (nanoseconds for time stamps). A value that could not be read is
 * {@code NaN}, never zero or minus one.
 */
@NullMarked
package org.dawnline.hal;

import org.jspecify.annotations.NullMarked;
