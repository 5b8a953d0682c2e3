/** Tests of the dawnline command. */
@NullMarked
package org.dawnline.tools.cli;

import org.jspecify.annotations.NullMarked;
