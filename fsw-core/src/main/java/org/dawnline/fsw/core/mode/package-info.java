/** The table of modes and who may change them. */
@NullMarked
package org.dawnline.fsw.core.mode;

import org.jspecify.annotations.NullMarked;
