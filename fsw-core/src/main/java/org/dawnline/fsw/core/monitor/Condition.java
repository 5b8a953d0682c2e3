package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.Channel;

/**
 * When a monitor judges at all: while another channel is within limits, such as a mode or a pump that is on. While that is
 * not known the monitor judges: the safe side is to look.
 *
 * @param channel the other channel
 * @param low its lowest value
 * @param high its highest value
 */
public record Condition(Channel channel, double low, double high) {
    /** Refuses limits that nothing can be within. */
    public Condition {
        if (!(low <= high)) {
            throw new IllegalArgumentException("condition on " + channel.name() + ": " + low + " to " + high);
        }
    }
}
