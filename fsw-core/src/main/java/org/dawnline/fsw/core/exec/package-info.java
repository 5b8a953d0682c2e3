/** The fixed-rate executive and what it calls. */
@NullMarked
package org.dawnline.fsw.core.exec;

import org.jspecify.annotations.NullMarked;
