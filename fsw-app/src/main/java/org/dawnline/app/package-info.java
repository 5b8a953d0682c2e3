/** The flight application: all wiring of one spacecraft, and its main class. */
@NullMarked
package org.dawnline.app;

import org.jspecify.annotations.NullMarked;
