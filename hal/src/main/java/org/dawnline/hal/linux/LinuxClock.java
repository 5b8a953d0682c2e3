package org.dawnline.hal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.concurrent.locks.LockSupport;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The computer's own time. Sleeps to absolute deadlines, so that lateness never adds up. UTC is read only while sleeping, and
 * carried on by the monotonic clock in between: reading it costs one addition and nothing native.
 *
 * <p>Without the C library it waits by {@code parkNanos}, which costs about 50 us of timer slack.
 */
public final class LinuxClock implements Clock {
    private static final int CLOCK_REALTIME = 0;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TIMER_ABSTIME = 1;
    private static final int INTERRUPTED = 4;
    private static final int SCHED_FIFO = 1;

    /** Threads that a real-time thread starts are ordinary ones. */
    private static final int SCHED_RESET_ON_FORK = 0x40000000;

    private static final int PRIORITY_MIN = 1;
    private static final int PRIORITY_MAX = 99;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int TIMESPEC_BYTES = 16;
    private static final int TIMEX_BYTES = 512; // 208 on 64-bit Linux; the rest is room
    private static final int CLOCK_UNSYNCHRONISED = 5;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final long NANOS_PER_MS = 1_000_000L;
    private static final long UTC_REFRESH_NANOS = NANOS_PER_S;

    /** 2026-01-01T00:00:00Z: a clock that says less has never been set. */
    private static final long EARLIEST_UTC_NANOS = 1_767_225_600L * NANOS_PER_S;

    private final boolean trustKernelOnly;
    private final String whyNoLibC;
    private final ThreadLocal<Memory> deadlineSpec = ThreadLocal.withInitial(() -> new Memory(TIMESPEC_BYTES));
    private final ThreadLocal<Memory> timexBuffer = ThreadLocal.withInitial(() -> new Memory(TIMEX_BYTES));
    private volatile boolean nativeSleep;
    private volatile boolean kernelSynchronised;
    private volatile long utcMinusNanos;
    private volatile long nextUtcNanos;
    private volatile @Nullable RealTimeGrant grant;

    /**
     * Makes a clock that uses the C library when it can be bound.
     *
     * @param trustKernelOnly whether UTC counts as valid only while the kernel says that a time source disciplines it; otherwise
     *     every time after the start of 2026 does
     */
    public LinuxClock(boolean trustKernelOnly) {
        this(trustKernelOnly, LibC.bind());
    }

    /** With a reason not to use the C library, or none when it is empty. */
    LinuxClock(boolean trustKernelOnly, String whyNoLibC) {
        this.trustKernelOnly = trustKernelOnly;
        this.whyNoLibC = whyNoLibC.isEmpty() && !sameMonotonicClock()
                ? "the JVM's monotonic clock is not CLOCK_MONOTONIC"
                : whyNoLibC;
        this.nativeSleep = this.whyNoLibC.isEmpty();
        refreshUtc();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long utcNanos() {
        return System.nanoTime() + utcMinusNanos;
    }

    @Override
    public boolean utcValid() {
        return utcNanos() > EARLIEST_UTC_NANOS && (kernelSynchronised || !trustKernelOnly);
    }

    /** Whether the kernel says that a time source disciplines its clock. */
    public boolean kernelSynchronised() {
        return kernelSynchronised;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        boolean interrupted = false;
        for (long left = deadlineNanos - nanos(); left > 0; left = deadlineNanos - nanos()) {
            if (nativeSleep) {
                sleepNative(deadlineNanos);
            } else {
                interrupted |= Thread.interrupted(); // parkNanos would return at once and this loop would spin
                LockSupport.parkNanos(this, left);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (nanos() - nextUtcNanos >= 0) {
            refreshUtc();
        }
    }

    private void sleepNative(long deadlineNanos) {
        Memory spec = deadlineSpec.get();
        spec.setLong(0, Math.floorDiv(deadlineNanos, NANOS_PER_S));
        spec.setLong(Long.BYTES, Math.floorMod(deadlineNanos, NANOS_PER_S));
        int error = LibC.clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, spec, Pointer.NULL);
        if (error != 0 && error != INTERRUPTED) {
            nativeSleep = false; // a kernel that refuses the call would refuse it for ever
        }
    }

    /** Whether deadlines sleep in the kernel, rather than in {@code parkNanos}. */
    public boolean sleepsNatively() {
        return nativeSleep;
    }

    /** Why deadlines do not sleep in the kernel; empty when they do. */
    public String whyNotNative() {
        return nativeSleep || !whyNoLibC.isEmpty() ? whyNoLibC : "clock_nanosleep was refused";
    }

    /**
     * Asks for SCHED_FIFO for the calling thread, and for the finest timer slack in any case. The answer is also kept for
     * {@link #realTimeGrant()}.
     *
     * @param priority 1..99
     */
    public RealTimeGrant requestRealTime(int priority) {
        RealTimeGrant answer = ask(priority);
        grant = answer;
        return answer;
    }

    private RealTimeGrant ask(int priority) {
        if (priority < PRIORITY_MIN || priority > PRIORITY_MAX) {
            throw new IllegalArgumentException("priority is " + priority + "; expected 1 to 99");
        }
        return whyNoLibC.isEmpty()
                ? askForFifo(priority)
                : new RealTimeGrant(false, "SCHED_FIFO cannot be asked for: " + whyNoLibC);
    }

    private static RealTimeGrant askForFifo(int priority) {
        LibC.prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
        try (Memory parameters = new Memory(Integer.BYTES)) {
            parameters.setInt(0, priority);
            LibC.sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, parameters);
            return new RealTimeGrant(true, "SCHED_FIFO priority " + priority);
        } catch (LastErrorException e) {
            return new RealTimeGrant(
                    false,
                    "SCHED_FIFO priority " + priority + " refused: " + e.getMessage()
                            + "; needs CAP_SYS_NICE or an rtprio limit");
        }
    }

    /** The answer to the newest request for real-time scheduling; when there was none, what the answer would be. */
    public RealTimeGrant realTimeGrant() {
        RealTimeGrant answer = grant;
        return answer != null ? answer : tryOnAnotherThread();
    }

    /** A thread that has been granted its request cannot easily give it back, so a short-lived one asks. */
    private RealTimeGrant tryOnAnotherThread() {
        RealTimeGrant[] answer = {new RealTimeGrant(false, "not requested")};
        Thread asker = new Thread(() -> answer[0] = ask(PRIORITY_MIN), "real-time-probe");
        asker.start();
        try {
            asker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new RealTimeGrant(answer[0].granted(), "not requested yet; a try says: " + answer[0].detail());
    }

    private void refreshUtc() {
        nextUtcNanos = nanos() + UTC_REFRESH_NANOS;
        if (!whyNoLibC.isEmpty()) {
            utcMinusNanos = System.currentTimeMillis() * NANOS_PER_MS - System.nanoTime();
            return;
        }
        Memory spec = deadlineSpec.get();
        if (LibC.clock_gettime(CLOCK_REALTIME, spec) == 0) {
            utcMinusNanos = spec.getLong(0) * NANOS_PER_S + spec.getLong(Long.BYTES) - System.nanoTime();
        }
        refreshSynchronisation();
    }

    private void refreshSynchronisation() {
        Memory timex = timexBuffer.get();
        timex.clear(); // modes 0: only reads
        int state = LibC.adjtimex(timex);
        kernelSynchronised = state >= 0 && state != CLOCK_UNSYNCHRONISED;
    }

    /** Deadlines are in the JVM's time: they may go to the kernel only if both count the same nanoseconds. */
    private boolean sameMonotonicClock() {
        Memory spec = deadlineSpec.get();
        long before = System.nanoTime();
        if (LibC.clock_gettime(CLOCK_MONOTONIC, spec) != 0) {
            return false;
        }
        long kernel = spec.getLong(0) * NANOS_PER_S + spec.getLong(Long.BYTES);
        long after = System.nanoTime();
        return before <= kernel && kernel <= after;
    }
}
