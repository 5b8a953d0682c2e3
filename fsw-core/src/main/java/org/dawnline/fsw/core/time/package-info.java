/** Time scales on board, and the time code of CCSDS. */
@NullMarked
package org.dawnline.fsw.core.time;

import org.jspecify.annotations.NullMarked;
