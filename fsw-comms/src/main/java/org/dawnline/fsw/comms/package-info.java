/** Communications: frames, links, contact plan and the MQTT transport. */
@NullMarked
package org.dawnline.fsw.comms;

import org.jspecify.annotations.NullMarked;
