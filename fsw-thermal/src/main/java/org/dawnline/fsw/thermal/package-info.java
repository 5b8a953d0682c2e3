/** Thermal control: coolant loops, radiators, heaters. */
@NullMarked
package org.dawnline.fsw.thermal;

import org.jspecify.annotations.NullMarked;
