/** What the satellite knows of its orbit: eclipses and passes to come. */
@NullMarked
package org.dawnline.fsw.core.orbit;

import org.jspecify.annotations.NullMarked;
