/** Tables: checked text that changes what the satellite does without a compiler; the same checks on the ground and on board. */
@NullMarked
package org.dawnline.fsw.core.table;

import org.jspecify.annotations.NullMarked;
