/** Tests of the list of claims. */
@NullMarked
package org.dawnline.tools.cli.capability;

import org.jspecify.annotations.NullMarked;
