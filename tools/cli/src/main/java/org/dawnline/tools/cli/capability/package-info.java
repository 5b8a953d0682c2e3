/** What Dawnline claims to do, row by row, and the tests that show it. */
@NullMarked
package org.dawnline.tools.cli.capability;

import org.jspecify.annotations.NullMarked;
