/** Making one trustworthy value out of several sensors. */
@NullMarked
package org.dawnline.fsw.core.sense;

import org.jspecify.annotations.NullMarked;
