package org.dawnline.fsw.core.telemetry;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Channel;
import org.jspecify.annotations.Nullable;

/** Channels that go to the ground together at an interval, each by its own rule. */
final class HousekeepingSet {
    private static final int FIRST_ROOM = 8;
    private static final SendRule[] RULES = SendRule.values();

    final int number;
    private long intervalNanos;
    private boolean enabled;
    private boolean once;
    private boolean begun;
    private long dueNanos;

    private int count;
    private @Nullable Channel[] channels = new @Nullable Channel[FIRST_ROOM];
    private byte[] rules = new byte[FIRST_ROOM];
    private double[] figures = new double[FIRST_ROOM];
    private double[] lastSent = new double[FIRST_ROOM];
    private int[] left = new int[FIRST_ROOM];
    private int[] setsSeen = new int[FIRST_ROOM];
    private long[] setNanos = new long[FIRST_ROOM];
    private boolean[] staleSaid = new boolean[FIRST_ROOM];
    private boolean[] neverSent = new boolean[FIRST_ROOM];

    HousekeepingSet(int number, long intervalNanos, boolean enabled) {
        this.number = number;
        this.intervalNanos = intervalNanos;
        this.enabled = enabled;
    }

    int count() {
        return count;
    }

    boolean enabled() {
        return enabled;
    }

    long intervalNanos() {
        return intervalNanos;
    }

    void enable(boolean yes) {
        enabled = yes;
        begun = false; // the next report is a whole one
    }

    void interval(long nanos) {
        intervalNanos = nanos;
        begun = false;
    }

    /** The next step sends all channels, whatever their rules and whether it is enabled. */
    void sendOnce() {
        once = true;
    }

    boolean contains(Channel channel) {
        return indexOf(channel) >= 0;
    }

    private int indexOf(Channel channel) {
        for (int i = 0; i < count; i++) {
            if (channels[i] == channel) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a channel; false when the set is full or has it already. Makes room, so on a telecommand or on the worker only. */
    boolean append(Channel channel, SendRule rule, double figure) {
        if (count == SetReport.CAPACITY || contains(channel)) {
            return false;
        }
        if (count == rules.length) {
            grow(StrictMath.min(2 * count, SetReport.CAPACITY));
        }
        channels[count] = channel;
        rules[count] = (byte) rule.ordinal();
        figures[count] = figure;
        neverSent[count] = true;
        staleSaid[count] = false;
        setsSeen[count] = channel.sets();
        count++;
        begun = false;
        return true;
    }

    private void grow(int room) {
        channels = Arrays.copyOf(channels, room);
        rules = Arrays.copyOf(rules, room);
        figures = Arrays.copyOf(figures, room);
        lastSent = Arrays.copyOf(lastSent, room);
        left = Arrays.copyOf(left, room);
        setsSeen = Arrays.copyOf(setsSeen, room);
        setNanos = Arrays.copyOf(setNanos, room);
        staleSaid = Arrays.copyOf(staleSaid, room);
        neverSent = Arrays.copyOf(neverSent, room);
    }

    /** Takes a channel out; false when it is not in. */
    boolean remove(Channel channel) {
        int at = indexOf(channel);
        if (at < 0) {
            return false;
        }
        int behind = count - at - 1;
        System.arraycopy(channels, at + 1, channels, at, behind);
        System.arraycopy(rules, at + 1, rules, at, behind);
        System.arraycopy(figures, at + 1, figures, at, behind);
        count--;
        channels[count] = null;
        begun = false;
        return true;
    }

    /** Starts over: the next report is a whole one. */
    void forget() {
        begun = false;
        once = false;
    }

    /**
     * One step: looks who has been set, and fills the report if it is due.
     *
     * @param staleNanos age from which a value is stale
     * @return whether there is something to send
     */
    boolean sample(long nanos, long staleNanos, SetReport report) {
        if (!enabled && !once) {
            return false;
        }
        if (!begun) {
            begin(nanos);
        }
        look(nanos);
        boolean due = enabled && nanos >= dueNanos;
        if (!due && !once) {
            return false;
        }
        if (due) {
            dueNanos += ((nanos - dueNanos) / intervalNanos + 1) * intervalNanos;
        }
        fill(nanos, staleNanos, report);
        once = false;
        return report.count() > 0;
    }

    private void begin(long nanos) {
        begun = true;
        dueNanos = nanos;
        Arrays.fill(neverSent, 0, count, true);
        Arrays.fill(staleSaid, 0, count, false);
        Arrays.fill(setNanos, 0, count, nanos); // how old it is by now nobody knows
    }

    private void look(long nanos) {
        for (int i = 0; i < count; i++) {
            int sets = channel(i).sets();
            if (sets != setsSeen[i]) {
                setsSeen[i] = sets;
                setNanos[i] = nanos;
                staleSaid[i] = false;
            }
        }
    }

    private void fill(long nanos, long staleNanos, SetReport report) {
        report.begin(number);
        for (int i = 0; i < count; i++) {
            double value = channel(i).value();
            boolean stale = nanos - setNanos[i] > staleNanos;
            if (once || (stale ? !staleSaid[i] : wanted(i, value))) {
                report.add(channel(i).number(), value, stale);
                lastSent[i] = value;
                neverSent[i] = false;
                staleSaid[i] = stale;
                left[i] = (int) figures[i];
            }
        }
    }

    private boolean wanted(int i, double value) {
        if (neverSent[i]) {
            return true;
        }
        return switch (RULES[rules[i]]) {
            case ALWAYS -> true;
            case CHANGE -> Double.compare(value, lastSent[i]) != 0;
            case DEADBAND ->
                Double.isNaN(value) != Double.isNaN(lastSent[i]) || StrictMath.abs(value - lastSent[i]) > figures[i];
            case EVERY -> --left[i] <= 0;
        };
    }

    private Channel channel(int i) {
        Channel channel = channels[i];
        if (channel == null) {
            throw new IllegalStateException("set " + number + " has no channel " + i);
        }
        return channel;
    }
}
