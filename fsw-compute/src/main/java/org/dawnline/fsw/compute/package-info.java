/** The compute payload: trays, power caps, jobs, checkpoints. */
@NullMarked
package org.dawnline.fsw.compute;

import org.jspecify.annotations.NullMarked;
