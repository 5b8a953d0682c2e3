package org.dawnline.tools.sim.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.sim.links.MessagePath;
import org.dawnline.sim.links.MessagePath.Way;
import org.jspecify.annotations.Nullable;

/**
 * A wire over the links of the simulated world: messages take their time, bits flip, some get lost. A damaged message arrives as it
 * is, for the receiver to notice. Telecommands and messages with a ticket are sent again after a round trip until one arrives whole,
 * in their order, as the protocol below would; of the others, nobody hears again. One thread only.
 */
final class DisturbedWire implements Wire {
    private static final double NANOS_PER_S = 1e9;

    /** A sender that hears nothing waits at least this long before it sends again, in nanoseconds. */
    private static final long LEAST_ROUND_TRIP_NANOS = 100_000_000L;

    /** Messages under way in each direction; more are not taken. */
    private static final int MOST = 4096;

    private final Wire wire;
    private final MessagePath path;
    private final LongSupplier nanos;
    private final Deque<Parcel> ticketed = new ArrayDeque<>();
    private final Deque<Parcel> fleeting = new ArrayDeque<>();
    private final Deque<Parcel> telecommands = new ArrayDeque<>();
    private boolean redelivering;
    private long session;
    private long damagedTelecommands;

    /** A message under way. */
    private static final class Parcel {
        private final @Nullable Topic topic;
        private final byte[] payload;
        private final long ticket;
        private long dueNanos;

        Parcel(@Nullable Topic topic, byte[] payload, long ticket, long dueNanos) {
            this.topic = topic;
            this.payload = payload;
            this.ticket = ticket;
            this.dueNanos = dueNanos;
        }
    }

    /**
     * Lays the way of messages over a wire.
     *
     * @param nanos the world's monotonic time, in ns
     */
    DisturbedWire(Wire wire, MessagePath path, LongSupplier nanos) {
        this.wire = wire;
        this.path = path;
        this.nanos = nanos;
    }

    @Override
    public void tend(boolean wanted) {
        wire.tend(wanted);
        if (!wire.connected() || wire.session() != session) {
            session = wire.session();
            ticketed.clear();
            fleeting.clear();
            redelivering = true;
        }
        deliver(fleeting);
        deliver(ticketed);
    }

    private void deliver(Deque<Parcel> queue) {
        for (Parcel first = queue.peekFirst(); first != null && first.dueNanos <= nanos.getAsLong(); ) {
            boolean again = first.ticket != NO_TICKET;
            if (arrives(first) || !again) {
                queue.removeFirst();
            } else {
                first.dueNanos = nanos.getAsLong() + roundTripNanos();
            }
            first = queue.peekFirst();
        }
    }

    // Says whether it arrived whole.
    private boolean arrives(Parcel parcel) {
        Topic topic = parcel.topic;
        if (topic == null || !path.open() || path.loses(Way.DOWN)) {
            return false;
        }
        int flips = path.flipsIn(parcel.payload.length, Way.DOWN);
        if (flips > 0) {
            wire.publish(topic, path.damaged(parcel.payload, flips, Way.DOWN), NO_TICKET);
            return false;
        }
        return wire.publish(topic, parcel.payload, parcel.ticket);
    }

    private long delayNanos() {
        return StrictMath.round(path.delayS() * NANOS_PER_S);
    }

    private long roundTripNanos() {
        return StrictMath.max(LEAST_ROUND_TRIP_NANOS, 2 * delayNanos());
    }

    @Override
    public boolean connected() {
        return wire.connected();
    }

    @Override
    public long session() {
        return wire.session();
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        Deque<Parcel> queue = ticket == NO_TICKET ? fleeting : ticketed;
        if (!wire.connected() || queue.size() >= MOST) {
            return false;
        }
        queue.addLast(new Parcel(topic, payload, ticket, nanos.getAsLong() + delayNanos()));
        return true;
    }

    @Override
    public long takeAcknowledged() {
        return wire.takeAcknowledged();
    }

    @Override
    public long takeUnheard() {
        return wire.takeUnheard();
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        pullTelecommands();
        Parcel first = telecommands.peekFirst();
        if (first == null || first.dueNanos > nanos.getAsLong() || !wire.connected()) {
            return null;
        }
        if (!path.open() || path.loses(Way.UP)) {
            first.dueNanos = nanos.getAsLong() + roundTripNanos();
            return null;
        }
        int flips = path.flipsIn(first.payload.length, Way.UP);
        if (flips > 0) {
            first.dueNanos = nanos.getAsLong() + roundTripNanos();
            damagedTelecommands++;
            return path.damaged(first.payload, flips, Way.UP);
        }
        telecommands.removeFirst();
        return first.payload;
    }

    private void pullTelecommands() {
        if (redelivering && wire.connected()) {
            redelivering = false;
            redeliver();
        }
        while (telecommands.size() < MOST) {
            byte[] next = wire.takeTelecommand();
            if (next == null) {
                return;
            }
            telecommands.addLast(new Parcel(null, next, NO_TICKET, nanos.getAsLong() + delayNanos()));
        }
    }

    // What was under way when the connection broke comes once more, and in its order: before what has been sent since.
    private void redeliver() {
        List<Parcel> later = new ArrayList<>(telecommands);
        telecommands.clear();
        for (byte[] next = wire.takeTelecommand(); next != null; next = wire.takeTelecommand()) {
            telecommands.addLast(new Parcel(null, next, NO_TICKET, nanos.getAsLong() + delayNanos()));
        }
        telecommands.addAll(later);
    }

    @Override
    public long telecommandsDropped() {
        return wire.telecommandsDropped();
    }

    @Override
    public void close() {
        wire.close();
    }

    /** Telecommands between ground and satellite. */
    int telecommandsUnderWay() {
        return telecommands.size();
    }

    /** Whether a telecommand has arrived that was not taken yet. */
    boolean telecommandArrived() {
        Parcel first = telecommands.peekFirst();
        return first != null && first.dueNanos <= nanos.getAsLong();
    }

    /** Damaged telecommands that the satellite was handed beside the whole ones. */
    long damagedTelecommands() {
        return damagedTelecommands;
    }
}
