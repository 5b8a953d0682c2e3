/**
 * Slow devices are read on threads of their own, which leave their newest values here. The reader never waits and never sees
 * half of an update; when a device hangs, the age of its values grows.
 */
@NullMarked
package org.dawnline.hal.poll;

import org.jspecify.annotations.NullMarked;
