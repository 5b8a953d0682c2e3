/** What the satellite does by itself and in which order: sequences, the schedule, and what starts them. */
@NullMarked
package org.dawnline.fsw.core.sequence;

import org.jspecify.annotations.NullMarked;
