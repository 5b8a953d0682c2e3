/** The ground: broker, link and console. */
@NullMarked
package org.dawnline.tools.ground;

import org.jspecify.annotations.NullMarked;
