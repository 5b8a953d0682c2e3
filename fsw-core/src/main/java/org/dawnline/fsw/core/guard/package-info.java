/** Critical state in three copies, so that a flipped bit is outvoted, repaired and counted. */
@NullMarked
package org.dawnline.fsw.core.guard;

import org.jspecify.annotations.NullMarked;
