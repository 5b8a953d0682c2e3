package org.dawnline.tools.ground;

import java.util.ArrayDeque;
import java.util.Deque;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A wire within the process, for simulations: what is published is handed to a listener at once and acknowledged; telecommands
 * wait, as in a broker, while the link is down. One thread only.
 */
public final class LoopbackWire implements Wire {
    private static final int TELECOMMANDS = 1024;

    /** Hears what the satellite publishes. */
    public interface Listener {
        /** A message has arrived. */
        void message(Topic topic, byte[] payload);
    }

    private final Deque<byte[]> telecommands = new ArrayDeque<>();
    private final Deque<Long> acknowledged = new ArrayDeque<>();
    private Listener listener = (topic, payload) -> {};
    private boolean connected;
    private long session;
    private long dropped;

    /** Tells who hears the satellite; by default nobody. */
    public void listen(Listener newListener) {
        listener = newListener;
    }

    /** Sends the bytes of a telecommand to the satellite. */
    public void deliver(byte[] telecommand) {
        if (telecommands.size() == TELECOMMANDS) {
            dropped++;
        } else {
            telecommands.addLast(telecommand);
        }
    }

    @Override
    public void tend(boolean wanted) {
        session += wanted && !connected ? 1 : 0;
        connected = wanted;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        if (!connected) {
            return false;
        }
        listener.message(topic, payload);
        if (ticket != NO_TICKET) {
            acknowledged.addLast(ticket);
        }
        return true;
    }

    @Override
    public long takeAcknowledged() {
        Long ticket = acknowledged.pollFirst();
        return ticket == null ? NO_TICKET : ticket;
    }

    @Override
    public long takeUnheard() {
        return NO_TICKET;
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        return connected ? telecommands.pollFirst() : null;
    }

    @Override
    public long telecommandsDropped() {
        return dropped;
    }

    @Override
    public void close() {
        connected = false;
    }
}
