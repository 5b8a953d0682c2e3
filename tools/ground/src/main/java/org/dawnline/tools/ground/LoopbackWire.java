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

    /** What a broker has handed over and not seen acknowledged, and hands over again after it was away. */
    private static final int IN_DOUBT = 16;

    /** Hears what the satellite publishes. */
    public interface Listener {
        /** A message has arrived. */
        void message(Topic topic, byte[] payload);
    }

    private final Deque<byte[]> telecommands = new ArrayDeque<>();
    private final Deque<Long> acknowledged = new ArrayDeque<>();
    private final Deque<byte[]> inDoubt = new ArrayDeque<>();
    private Listener listener = (topic, payload) -> {};
    private boolean connected;
    private boolean cut;
    private long session;
    private long dropped;
    private long redelivered;

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

    /** Telecommands that wait for the satellite. */
    public int waiting() {
        return telecommands.size();
    }

    /** The broker is gone: no connection until {@link #mend()}, and what was not acknowledged yet never will be. */
    public void cut() {
        cut = true;
        connected = false;
        acknowledged.clear();
    }

    /** The broker is back, and delivers again the last telecommands, of which it does not know whether they arrived. */
    public void mend() {
        cut = false;
        while (!inDoubt.isEmpty()) {
            redelivered++;
            telecommands.addFirst(inDoubt.removeLast());
        }
    }

    /** Telecommands that were delivered for another time. */
    public long redelivered() {
        return redelivered;
    }

    @Override
    public void tend(boolean wanted) {
        boolean possible = wanted && !cut;
        session += possible && !connected ? 1 : 0;
        connected = possible;
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
        byte[] telecommand = connected ? telecommands.pollFirst() : null;
        if (telecommand != null) {
            if (inDoubt.size() == IN_DOUBT) {
                inDoubt.removeFirst();
            }
            inDoubt.addLast(telecommand);
        }
        return telecommand;
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
