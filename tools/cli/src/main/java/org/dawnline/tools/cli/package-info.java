/** The dawnline command line. */
@NullMarked
package org.dawnline.tools.cli;

import org.jspecify.annotations.NullMarked;
