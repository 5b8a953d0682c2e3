package org.dawnline.tools.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dawnline.hal.Clock;

/** A clock that stands still except inside {@link #sleepUntil(long)} and when a member is charged with time. */
public final class FakeClock implements Clock {
    /** 2026-06-21T12:00:00Z. */
    public static final long START_UTC_NANOS = 1_782_043_200_000_000_000L;

    private final Map<String, Long> chargedNanos = new TreeMap<>();
    private Consumer<String> onStep = member -> {};
    private long nanos;
    private long utcOffsetNanos = START_UTC_NANOS;
    private boolean utcValid = true;

    /** A clock at 0 ns and {@link #START_UTC_NANOS}. */
    public FakeClock() {}

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long utcNanos() {
        return utcOffsetNanos + nanos;
    }

    @Override
    public boolean utcValid() {
        return utcValid;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        nanos = Math.max(nanos, deadlineNanos);
    }

    @Override
    public void stepped(String memberName) {
        Long charge = chargedNanos.isEmpty() ? null : chargedNanos.get(memberName);
        nanos += charge == null ? 0 : charge;
        onStep.accept(memberName);
    }

    /** Tells something the name of each member that has stepped; what it throws counts as thrown by the member. */
    public void onStep(Consumer<String> listener) {
        onStep = listener;
    }

    /** Lets each further step of a member take that long; 0 ends it. */
    public void chargeEachStep(String memberName, long stepNanos) {
        if (stepNanos == 0) {
            chargedNanos.remove(memberName);
        } else {
            chargedNanos.put(memberName, stepNanos);
        }
    }

    /** Lets time pass now. */
    public void advance(long byNanos) {
        nanos += byNanos;
    }

    /** Sets UTC, in nanoseconds since 1970-01-01T00:00:00Z. */
    public void setUtcNanos(long utcNanos) {
        utcOffsetNanos = utcNanos - nanos;
    }

    /** Sets whether UTC can be trusted. */
    public void setUtcValid(boolean valid) {
        utcValid = valid;
    }
}
