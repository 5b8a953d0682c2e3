package org.dawnline.fsw.core.exec;

import org.dawnline.hal.Heartbeat;
import org.jspecify.annotations.Nullable;

/** Does what takes longer than a cycle: planning, orbit forecasts, writing files. Results come back through volatile slots. */
public interface Worker {
    /** Takes a task unless too many wait already; says whether it did. Never blocks; tasks run one by one, in order. */
    boolean offer(Runnable task);

    /** Tasks that were not taken since start because too many waited. */
    default long refused() {
        return 0;
    }

    /** The sign of life of its thread; null when tasks run on the caller's. */
    default @Nullable Heartbeat heartbeat() {
        return null;
    }

    /** Goes on with the next task when the present one hangs. */
    default void revive() {}
}
