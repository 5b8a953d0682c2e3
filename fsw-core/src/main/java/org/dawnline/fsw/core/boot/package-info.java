/** What happens between the first cycle and the first working mode. */
@NullMarked
package org.dawnline.fsw.core.boot;

import org.jspecify.annotations.NullMarked;
