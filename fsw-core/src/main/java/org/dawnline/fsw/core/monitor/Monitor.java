package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Severity;
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
 * @param severity of the event that says that it failed: WARNING_HI, WARNING_LO, or ACTIVITY_HI for what is only worth a note
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
        MonitorState state,
        Severity severity) {
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

    /** Tells rows apart: two that differ in what they judge or how have other fingerprints, as good as always. */
    long fingerprint() {
        long hash = Double.doubleToLongBits(maxAgeS);
        hash = mixed(hash, id);
        hash = mixed(hash, group);
        hash = mixed(hash, name.hashCode());
        hash = mixed(hash, channel.name().hashCode());
        hash = mixed(hash, check.kind().ordinal());
        hash = mixed(hash, Double.doubleToLongBits(check.low()));
        hash = mixed(hash, Double.doubleToLongBits(check.high()));
        hash = mixed(hash, Double.doubleToLongBits(check.band()));
        hash = mixed(hash, check.mask());
        hash = mixed(hash, check.expected());
        hash = mixed(hash, persistence.bad());
        hash = mixed(hash, persistence.of());
        hash = mixed(hash, persistence.good());
        return mixed(hash, state.ordinal());
    }

    /** One step of a hash over 64-bit words. */
    static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * 0x9E37_79B9_7F4A_7C15L; // the odd part of the golden ratio, as in SplitMix64
        return mixed ^ mixed >>> 32;
    }
}
