package org.dawnline.fsw.core.sequence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one sequence in flat arrays, each under its own CRC32C. Never changed once it was read: a step whose CRC32C is wrong was
 * hit by a particle.
 */
public final class Sequence {
    /** Most steps. */
    public static final int MAX_STEPS = 512;

    /** Lowest urgency; 0 is served first. */
    public static final int MAX_PRIORITY = 9;

    /** Highest number of a group. */
    public static final int MAX_GROUP = 15;

    /** The number of no telecommand: that step waits. */
    static final int WAIT = -1;

    private static final int STEP_BYTES =
            Integer.BYTES + Long.BYTES + Integer.BYTES + CommandDeclaration.MAX_ARGUMENTS * Double.BYTES;

    private final SequenceHeader header;
    private final long[] timesNanos;
    /** Not private: tests let particles hit them. */
    final int[] commands;

    final double[] arguments;
    private final int[] checksums;
    private final Wait[] waits;
    private final PowerForecast forecast;

    /**
     * A step that waits until a channel is on one side of a limit, but no longer than it may.
     *
     * @param channel what is looked at
     * @param above whether the value must be above the limit, or else below
     * @param limit in the channel's unit
     * @param longestNanos how long at most
     * @param goesOn whether the sequence goes on when that was too long, or else stops
     */
    record Wait(Channel channel, boolean above, double limit, long longestNanos, boolean goesOn) {
        boolean over() {
            double value = channel.value();
            return above ? value > limit : value < limit; // not when it is not valid
        }
    }

    /** A step as it is read: after a time it gives a telecommand, or waits. */
    record Step(long timeNanos, int command, double[] arguments, List<Wait> waits) {}

    Sequence(SequenceHeader header, List<Step> steps) {
        this(header, steps, null);
    }

    /** With a dictionary, it also knows what it draws. */
    Sequence(SequenceHeader header, List<Step> steps, @Nullable Dictionary dictionary) {
        this.header = header;
        int count = steps.size();
        timesNanos = new long[count];
        commands = new int[count];
        arguments = new double[count * CommandDeclaration.MAX_ARGUMENTS];
        checksums = new int[count];
        waits = new Wait[count];
        ByteBuffer buffer = buffer();
        CRC32C crc = new CRC32C();
        for (int i = 0; i < count; i++) {
            Step step = steps.get(i);
            timesNanos[i] = step.timeNanos();
            commands[i] = step.command();
            System.arraycopy(
                    step.arguments(), 0, arguments, i * CommandDeclaration.MAX_ARGUMENTS, step.arguments().length);
            if (!step.waits().isEmpty()) {
                waits[i] = step.waits().get(0);
            }
            checksums[i] = checksum(i, buffer, crc);
        }
        forecast = dictionary == null ? PowerForecast.NOTHING : PowerForecast.of(this, dictionary);
    }

    /** A buffer for {@link #sound}. */
    static ByteBuffer buffer() {
        return ByteBuffer.allocate(STEP_BYTES);
    }

    SequenceHeader header() {
        return header;
    }

    /** Number of steps. */
    public int steps() {
        return timesNanos.length;
    }

    /** Longest time from its start to its last step, in nanoseconds, all waits in vain but going on. */
    public long longestNanos() {
        return latestNanos(steps());
    }

    /** Latest time of a step after the start, in nanoseconds; that of the end is behind the last wait. */
    long latestNanos(int step) {
        long sum = 0;
        for (int i = 0; i < step; i++) {
            sum = timed(sum, i) + (waits[i] == null ? 0 : waits[i].longestNanos());
        }
        return step < steps() ? timed(sum, step) : sum;
    }

    private long timed(long sumNanos, int step) {
        return header.fromStart() ? Math.max(sumNanos, timesNanos[step]) : sumNanos + timesNanos[step];
    }

    /** What it draws at most; see {@link PowerForecast}. */
    public PowerForecast forecast() {
        return forecast;
    }

    /** Bit mask of the modes in which it may be started. */
    public int modes() {
        return header.modes();
    }

    /** Whether a step is as it was read: position, time, telecommand and arguments. Allocates nothing. */
    boolean sound(int step, ByteBuffer buffer, CRC32C crc) {
        return checksums[step] == checksum(step, buffer, crc);
    }

    private int checksum(int step, ByteBuffer buffer, CRC32C crc) {
        buffer.clear();
        buffer.putInt(step).putLong(timesNanos[step]).putInt(commands[step]);
        int first = step * CommandDeclaration.MAX_ARGUMENTS;
        for (int i = 0; i < CommandDeclaration.MAX_ARGUMENTS; i++) {
            buffer.putDouble(arguments[first + i]);
        }
        crc.reset();
        buffer.flip();
        crc.update(buffer);
        return (int) crc.getValue();
    }

    /** Time of a step in nanoseconds: after the start, or after the step before, as the header says. */
    long timeNanos(int step) {
        return timesNanos[step];
    }

    /** Number of a step's telecommand in the dictionary, or {@link #WAIT}. */
    int command(int step) {
        return commands[step];
    }

    Wait waitOf(int step) {
        return waits[step];
    }

    /** Copies a step's arguments. */
    void arguments(int step, double[] target) {
        System.arraycopy(arguments, step * CommandDeclaration.MAX_ARGUMENTS, target, 0, target.length);
    }
}
