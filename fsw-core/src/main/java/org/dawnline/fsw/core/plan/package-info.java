/** What the arbiter may know of the other subsystems: read-only outlooks over the next orbits. */
@NullMarked
package org.dawnline.fsw.core.plan;

import org.jspecify.annotations.NullMarked;
