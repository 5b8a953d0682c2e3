package org.dawnline.fsw.core.monitor;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Judges channels, all of them in one pass over flat arrays, without allocating. A value is judged once for each time that
 * its owner has set it, so that a slow channel is not counted again and again; what grows old is judged in each pass. Whatever
 * is not known to be good is bad: a value that is no number, an old one, one that is no whole number where bits count.
 */
public final class MonitorBank {
    /** Most monitors. */
    public static final int CAPACITY = 1_024;

    private static final double NANOS_PER_S = 1e9;
    private static final Check.Kind[] KINDS = Check.Kind.values();
    private static final Result[] RESULTS = Result.values();
    private static final int STATE_BITS = Long.SIZE;

    private final List<Monitor> monitors;
    private final int count;
    private final long fingerprint;

    // As written in the table
    private final Channel[] channels;
    private final byte[] kinds;
    private final double[] lows;
    private final double[] highs;
    private final double[] bands;
    private final long[] masks;
    private final long[] expected;
    private final double[] maxAgeNanos;
    private final int[] badNeeded;
    private final int[] goodNeeded;
    private final long[] windows;
    private final @Nullable Condition[] conditions;

    // What happened since
    private final byte[] results;
    private final boolean[] failed;
    private final boolean[] begun;
    private final int[] setsSeen;
    private final long[] setNanos;
    private final double[] previous;
    private final long[] previousNanos;
    private final long[] history;
    private final int[] goodRun;

    /** Hears of each failure, of each failure that turns into another one, and of each end of a failure. */
    public interface Listener {
        /**
         * A result has changed; called in mid-pass.
         *
         * @param monitor position of the monitor in its table
         * @param value value of the channel
         */
        void changed(int monitor, Result before, Result after, double value);
    }

    /** A bank that has judged nothing yet; refuses more than {@link #CAPACITY} monitors. */
    public MonitorBank(List<Monitor> monitors) {
        if (monitors.size() > CAPACITY) {
            throw new IllegalArgumentException(monitors.size() + " monitors, at most " + CAPACITY);
        }
        this.monitors = List.copyOf(monitors);
        count = monitors.size();
        fingerprint = fingerprintOf(monitors);
        channels = monitors.stream().map(Monitor::channel).toArray(Channel[]::new);
        kinds = new byte[count];
        lows = monitors.stream().mapToDouble(m -> m.check().low()).toArray();
        highs = monitors.stream().mapToDouble(m -> m.check().high()).toArray();
        bands = monitors.stream().mapToDouble(m -> m.check().band()).toArray();
        masks = monitors.stream().mapToLong(m -> m.check().mask()).toArray();
        expected = monitors.stream().mapToLong(m -> m.check().expected()).toArray();
        maxAgeNanos =
                monitors.stream().mapToDouble(m -> m.maxAgeS() * NANOS_PER_S).toArray();
        badNeeded = monitors.stream().mapToInt(m -> m.persistence().bad()).toArray();
        goodNeeded = monitors.stream().mapToInt(m -> m.persistence().good()).toArray();
        windows = monitors.stream().mapToLong(m -> m.persistence().window()).toArray();
        conditions = new @Nullable Condition[count];
        results = new byte[count];
        failed = new boolean[count];
        begun = new boolean[count];
        setsSeen = new int[count];
        setNanos = new long[count];
        previous = new double[count];
        previousNanos = new long[count];
        history = new long[count];
        goodRun = new int[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) monitors.get(i).check().kind().ordinal();
            conditions[i] = monitors.get(i).condition();
            forget(i);
        }
    }

    /** Number of monitors. */
    public int count() {
        return count;
    }

    /** The i-th monitor as its table has it. */
    public Monitor monitor(int i) {
        return monitors.get(i);
    }

    /** Tells tables apart: states that were changed under one table mean nothing under another. */
    long fingerprint() {
        return fingerprint;
    }

    private static long fingerprintOf(List<Monitor> monitors) {
        long hash = monitors.size();
        for (Monitor monitor : monitors) {
            hash = Monitor.mixed(hash, monitor.fingerprint());
        }
        return hash;
    }

    /** Position of the monitor of that number, or -1. */
    public int indexOf(int id) {
        for (int i = 0; i < count; i++) {
            if (monitors.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** Last result of the i-th monitor; STALE until it has judged. */
    public Result result(int i) {
        return RESULTS[results[i]];
    }

    /** Whether enough bad samples have come together, and not enough good ones since. */
    public boolean failed(int i) {
        return failed[i];
    }

    /** Monitors with that result. */
    public int count(Result result) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += results[i] == result.ordinal() ? 1 : 0;
        }
        return found;
    }

    /** Starts the i-th monitor over, as if it had never judged. */
    public void forget(int i) {
        results[i] = (byte) Result.STALE.ordinal();
        failed[i] = false;
        begun[i] = false;
        previous[i] = Double.NaN;
        history[i] = 0;
        goodRun[i] = 0;
    }

    /** Starts all over. */
    public void forgetAll() {
        for (int i = 0; i < count; i++) {
            forget(i);
        }
    }

    /**
     * One pass over all monitors.
     *
     * @param nanos monotonic time of the cycle
     * @param states how far each may go; those that do not judge keep their result
     */
    public void judge(long nanos, ItemStates states, Listener listener) {
        for (int i = 0; i < count; i++) {
            if (states.get(i).judges()) {
                judge(i, nanos, listener);
            }
        }
    }

    private void judge(int i, long nanos, Listener listener) {
        Channel channel = channels[i];
        int sets = channel.sets();
        boolean fresh = sets != setsSeen[i];
        if (!begun[i]) {
            begun[i] = true;
            setNanos[i] = nanos; // how old it is by now nobody knows
            fresh = sets != 0;
        }
        if (fresh) {
            setsSeen[i] = sets;
            setNanos[i] = nanos;
        }
        Condition condition = conditions[i];
        if (condition != null && outside(condition)) {
            excuse(i, listener);
            return;
        }
        if (nanos - setNanos[i] > maxAgeNanos[i]) {
            previous[i] = Double.NaN;
            settle(i, Result.STALE, listener);
        } else if (fresh) {
            settle(i, verdict(i, channel.value(), nanos), listener);
        }
    }

    private static boolean outside(Condition condition) {
        double value = condition.channel().value();
        return value < condition.low() || value > condition.high(); // not when unknown
    }

    // Nothing to complain about: the channel is free to be what it likes.
    private void excuse(int i, Listener listener) {
        history[i] = 0;
        goodRun[i] = 0;
        previous[i] = Double.NaN;
        if (failed[i]) {
            failed[i] = false;
            say(i, Result.PASS, listener);
        }
        results[i] = (byte) Result.PASS.ordinal();
    }

    private Result verdict(int i, double value, long nanos) {
        return switch (KINDS[kinds[i]]) {
            case LIMIT -> limit(i, value);
            case EXPECTED -> bits(i, value);
            case STATE -> state(i, value);
            case DELTA, RATE -> change(i, value, nanos);
            case STALE -> Result.PASS;
            case NOT_A_NUMBER -> Double.isNaN(value) ? Result.FAIL : Result.PASS;
        };
    }

    private Result limit(int i, double value) {
        if (Double.isNaN(value)) {
            return Result.ERROR;
        }
        double band = failed[i] ? bands[i] : 0;
        return value >= lows[i] + band && value <= highs[i] - band ? Result.PASS : Result.FAIL;
    }

    private Result bits(int i, double value) {
        if (!whole(value)) {
            return Result.ERROR;
        }
        return ((long) value & masks[i]) == expected[i] ? Result.PASS : Result.FAIL;
    }

    private Result state(int i, double value) {
        if (!whole(value)) {
            return Result.ERROR;
        }
        boolean allowed = value >= 0 && value < STATE_BITS && (expected[i] >>> (long) value & 1) != 0;
        return allowed ? Result.PASS : Result.FAIL;
    }

    private static boolean whole(double value) {
        return value >= -Check.LARGEST_WHOLE && value <= Check.LARGEST_WHOLE && value == StrictMath.rint(value);
    }

    private Result change(int i, double value, long nanos) {
        double before = previous[i];
        double passedS = (nanos - previousNanos[i]) / NANOS_PER_S;
        previous[i] = value;
        previousNanos[i] = nanos;
        if (Double.isNaN(value)) {
            return Result.ERROR;
        }
        if (Double.isNaN(before)) {
            return Result.PASS; // the first of a row has not changed
        }
        double change = KINDS[kinds[i]] == Check.Kind.RATE ? (value - before) / passedS : value - before;
        if (Double.isNaN(change)) {
            return Result.ERROR; // from one infinity to the same
        }
        return change >= lows[i] && change <= highs[i] ? Result.PASS : Result.FAIL;
    }

    private void settle(int i, Result sample, Listener listener) {
        boolean good = sample == Result.PASS;
        history[i] = history[i] << 1 | (good ? 0 : 1);
        goodRun[i] = good ? StrictMath.min(goodRun[i] + 1, Persistence.MAX_SAMPLES) : 0;
        if (failed[i]) {
            settleFailed(i, sample, listener);
        } else if (Long.bitCount(history[i] & windows[i]) >= badNeeded[i]) {
            failed[i] = true;
            say(i, sample, listener); // also if it was STALE before, not having been judged
        } else if (good) {
            results[i] = (byte) Result.PASS.ordinal(); // the first one says nothing new
        }
    }

    private void settleFailed(int i, Result sample, Listener listener) {
        if (sample != Result.PASS && sample != result(i)) {
            say(i, sample, listener);
        } else if (goodRun[i] >= goodNeeded[i]) {
            failed[i] = false;
            history[i] = 0;
            say(i, Result.PASS, listener);
        }
    }

    private void say(int i, Result after, Listener listener) {
        Result before = result(i);
        results[i] = (byte) after.ordinal();
        listener.changed(i, before, after, channels[i].value());
    }
}
