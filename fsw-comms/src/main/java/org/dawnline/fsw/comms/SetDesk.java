package org.dawnline.fsw.comms;

import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.proto.HousekeepingReport;
import org.dawnline.fsw.core.telemetry.HousekeepingSets;
import org.dawnline.fsw.core.telemetry.SetReport;
import org.dawnline.fsw.core.telemetry.SetTaker;

/**
 * Reports of housekeeping sets on their way from the executive to the ground. Each one counts, since a channel that is sent on
 * change is not sent again: they wait for the ground as events do.
 */
final class SetDesk implements SetTaker {
    /** Reports that can wait between two rounds of the link. */
    static final int CAPACITY = 64;

    private final RingCursor cursor = new RingCursor(CAPACITY);
    private final int[] set = new int[CAPACITY];
    private final long[] cycle = new long[CAPACITY];
    private final long[] utcNanos = new long[CAPACITY];
    private final int[] count = new int[CAPACITY];
    private final int[][] channels = new int[CAPACITY][SetReport.CAPACITY];
    private final double[][] values = new double[CAPACITY][SetReport.CAPACITY];
    private final boolean[][] stale = new boolean[CAPACITY][SetReport.CAPACITY];
    private final Outbox box;
    private final Topic[] topicOf = new Topic[HousekeepingSets.CAPACITY];
    private final LongSupplier tickets;
    private long dictionaryChecksum;
    private long bootUtcNanos;
    private long sequence;

    SetDesk(Outbox box, Topics topics, LongSupplier tickets) {
        this.box = box;
        this.tickets = tickets;
        for (int i = 0; i < topicOf.length; i++) {
            topicOf[i] = topics.housekeeping(i);
        }
    }

    void begin(long checksum, long boot) {
        dictionaryChecksum = checksum;
        bootUtcNanos = boot;
    }

    @Override
    public void take(SetReport report, long reportCycle, long reportUtcNanos) {
        int slot = cursor.claim();
        if (slot == RingCursor.NONE) {
            return;
        }
        set[slot] = report.set();
        cycle[slot] = reportCycle;
        utcNanos[slot] = reportUtcNanos;
        count[slot] = report.count();
        for (int i = 0; i < report.count(); i++) {
            channels[slot][i] = report.channel(i);
            values[slot][i] = report.value(i);
            stale[slot][i] = report.stale(i);
        }
        cursor.publish();
    }

    /** On the communication thread: puts what has come into the box. */
    void drain() {
        for (int slot = cursor.peek(); slot != RingCursor.NONE; slot = cursor.peek()) {
            byte[] payload = MessageSeal.seal(message(slot).toByteArray());
            box.add(new Outbox.Entry(tickets.getAsLong(), topicOf[set[slot]], Forwarding.Type.SET.bit(), payload, 1));
            cursor.release();
        }
    }

    private HousekeepingReport message(int slot) {
        HousekeepingReport.Builder message = HousekeepingReport.newBuilder()
                .setDictionaryChecksum(dictionaryChecksum)
                .setBoot(bootUtcNanos)
                .setSequence(++sequence)
                .setSet(set[slot])
                .setCycle(cycle[slot])
                .setUtcNanos(utcNanos[slot]);
        for (int i = 0; i < count[slot]; i++) {
            message.addChannels(channels[slot][i]).addValues(values[slot][i]);
            if (stale[slot][i]) {
                message.addStale(i);
            }
        }
        return message.build();
    }

    /** Reports lost since start. */
    long dropped() {
        return cursor.dropped() + box.lostItems();
    }
}
