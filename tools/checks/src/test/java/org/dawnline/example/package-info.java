/** The component of the guide "write your own component", and its test. */
@NullMarked
package org.dawnline.example;

import org.jspecify.annotations.NullMarked;
