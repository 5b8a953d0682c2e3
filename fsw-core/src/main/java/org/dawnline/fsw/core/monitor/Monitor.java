package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of monitors: a channel, what it has to be like, and how sure one must be that it is not.
 *
 * @param id its number, which telecommands and actions use, 0 to {@value #MAX_ID}; one row each
 * @param name what it watches, in one word
 * @param group number of its group, 0 to {@value #MAX_GROUP}
 * @param channel what is judged
 * @param check what it has to be like
 * @param maxAgeS age at which a value is too old, in s; infinite if it never is
 * @param persistence how many samples make and end a failure
 * @param condition when it is judged, or null for always
 * @param state what it may do at first
 */
public record Monitor(
        int id,
        String name,
        int group,
        Channel channel,
        Check check,
        double maxAgeS,
        Persistence persistence,
        @Nullable Condition condition,
        MonitorState state) {
    /** Largest number of a monitor. */
    public static final int MAX_ID = 9_999;

    /** Largest number of a group. */
    public static final int MAX_GROUP = 99;

    /** Refuses what has no meaning. */
    public Monitor {
        if (id < 0 || id > MAX_ID || group < 0 || group > MAX_GROUP || !(maxAgeS > 0)) {
            throw new IllegalArgumentException(
                    "monitor " + id + " of group " + group + ", too old after " + maxAgeS + " s");
        }
    }
}
