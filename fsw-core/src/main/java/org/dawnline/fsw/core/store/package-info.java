/** State that survives a restart. */
@NullMarked
package org.dawnline.fsw.core.store;

import org.jspecify.annotations.NullMarked;
