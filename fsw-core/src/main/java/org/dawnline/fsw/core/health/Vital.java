package org.dawnline.fsw.core.health;

import org.dawnline.hal.Heartbeat;
import org.jspecify.annotations.Nullable;

/**
 * A background thread that is watched.
 *
 * @param heart its sign of life
 * @param warnS silence after which there is a warning, in s
 * @param failS silence after which it counts as hung, in s
 * @param mandatory whether the satellite cannot do without it
 * @param restart what brings it back; null when nothing does
 */
public record Vital(
        Heartbeat heart,
        double warnS,
        double failS,
        boolean mandatory,
        @Nullable Runnable restart) {
    /** Refuses limits that are not in order. */
    public Vital {
        if (!(warnS > 0 && failS >= warnS)) {
            throw new IllegalArgumentException(
                    heart.name() + ": warn after " + warnS + " s, fail after " + failS + " s");
        }
    }
}
