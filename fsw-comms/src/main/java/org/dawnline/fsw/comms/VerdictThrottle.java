package org.dawnline.fsw.comms;

import java.util.Arrays;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.hal.Clock;

/** Lets through a few reports for each reason, so that a flood of forgeries does not become a flood of reports. */
final class VerdictThrottle {
    static final int BURST = 8;
    private static final long REFILL_NANOS = 1_000_000_000L;

    private final Clock clock;
    private final int[] credit = new int[Reason.values().length];
    private final long[] refilledNanos = new long[Reason.values().length];

    VerdictThrottle(Clock clock) {
        this.clock = clock;
        Arrays.fill(credit, BURST);
        Arrays.fill(refilledNanos, clock.nanos());
    }

    /** Whether one more report of that reason may go out now: {@link #BURST} at once, then one a second. */
    boolean passes(Reason reason) {
        int i = reason.ordinal();
        long refills = (clock.nanos() - refilledNanos[i]) / REFILL_NANOS;
        refilledNanos[i] += refills * REFILL_NANOS;
        credit[i] = (int) Math.min(BURST, credit[i] + refills);
        if (credit[i] == 0) {
            return false;
        }
        credit[i]--;
        return true;
    }
}
