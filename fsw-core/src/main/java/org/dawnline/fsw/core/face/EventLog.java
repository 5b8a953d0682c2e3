package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the events of one cycle in a preallocated buffer. Each event constant may be raised {@value #BURST} times at once
 * and once a second after that; what is more is suppressed and counted, and so is what does not fit.
 */
public final class EventLog {
    /** Events that one cycle can hold. */
    public static final int CAPACITY = 512;

    /** Events of one constant that pass at once. */
    public static final int BURST = 8;

    private static final double REFILL_PER_S = 1.0;
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final int ARGUMENTS = 4;

    private final List<EventDeclaration> declarations = new ArrayList<>();
    private final int[] slots = new int[CAPACITY];
    private final double[] arguments = new double[CAPACITY * ARGUMENTS];
    private int count;
    private double[] credit = new double[0];
    private long[] refilledNanos = new long[0];
    private int[] idOfSlot = new int[0];
    private long nowNanos;
    private boolean clockSeen;
    private long suppressed;
    private long dropped;

    EventLog() {}

    int declare(List<EventDeclaration> events) {
        int first = declarations.size();
        declarations.addAll(events);
        return first;
    }

    List<EventDeclaration> declarations() {
        return declarations;
    }

    /** Fixes the numbers under which events are reported: {@code ids[slot]} is the position in the dictionary. */
    void seal(int[] ids) {
        idOfSlot = ids.clone();
        credit = new double[ids.length];
        Arrays.fill(credit, BURST);
        refilledNanos = new long[ids.length];
    }

    /** Tells the time of the cycle that begins. */
    public void beginCycle(long nanos) {
        if (!clockSeen) {
            clockSeen = true;
            Arrays.fill(refilledNanos, nanos); // a monotonic clock may begin anywhere, below zero too
        }
        nowNanos = nanos;
    }

    void raise(int slot, double a, double b, double c, double d) {
        if (slot >= credit.length) {
            throw new IllegalStateException("event raised before the dictionary was sealed");
        }
        if (!takeCredit(slot)) {
            suppressed++;
            return;
        }
        if (count == CAPACITY) {
            dropped++;
            return;
        }
        slots[count] = slot;
        int base = count * ARGUMENTS;
        arguments[base] = a;
        arguments[base + 1] = b;
        arguments[base + 2] = c;
        arguments[base + 3] = d;
        count++;
    }

    private boolean takeCredit(int slot) {
        double elapsedS = clockSeen ? (nowNanos - refilledNanos[slot]) * SECONDS_PER_NANO : 0;
        refilledNanos[slot] = nowNanos;
        credit[slot] = StrictMath.min(BURST, credit[slot] + elapsedS * REFILL_PER_S);
        if (credit[slot] < 1) {
            return false;
        }
        credit[slot] -= 1;
        return true;
    }

    /** Events collected since the last {@link #clear()}. */
    public int count() {
        return count;
    }

    /** Position in the dictionary of the i-th collected event. */
    public int id(int i) {
        return idOfSlot[slots[i]];
    }

    /** Argument 0..3 of the i-th collected event; NaN when there is none. */
    public double argument(int i, int position) {
        return arguments[i * ARGUMENTS + position];
    }

    /** Forgets what was collected. */
    public void clear() {
        count = 0;
    }

    /** Events held back because the same constant was raised too often. */
    public long suppressed() {
        return suppressed;
    }

    /** Events lost because a cycle raised more than {@link #CAPACITY}. */
    public long dropped() {
        return dropped;
    }
}
