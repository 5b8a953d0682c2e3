/** A still satellite with settable values, and a harness that flies a few components over it. For tests only. */
@NullMarked
package org.dawnline.tools.testkit;

import org.jspecify.annotations.NullMarked;
