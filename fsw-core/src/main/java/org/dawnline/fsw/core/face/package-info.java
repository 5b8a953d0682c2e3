/** What a component declares in its constructor: channels, parameters, commands, events; and the dictionary that holds it all. */
@NullMarked
package org.dawnline.fsw.core.face;

import org.jspecify.annotations.NullMarked;
