package org.dawnline.fsw.comms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.dawnline.fsw.comms.Topics.Topic;
import org.jspecify.annotations.Nullable;

/** A wire whose other end the test plays. */
final class FakeWire implements Wire {
    record Message(String path, byte[] payload, long ticket) {}

    final List<Message> sent = new ArrayList<>();
    final Deque<Long> acknowledged = new ArrayDeque<>();
    final Deque<Long> unheard = new ArrayDeque<>();
    final Deque<byte[]> telecommands = new ArrayDeque<>();
    boolean reachable = true;
    boolean acknowledgesAtOnce = true;
    /** Which messages it does not take now. */
    Predicate<String> refuses = path -> false;

    /** Runs whenever it is asked whether it is connected: when a round has taken everything and before it sends. */
    Runnable beforeSending = () -> {};

    boolean closed;
    private boolean connected;
    private long session;

    /** Breaks the connection; the next tend makes another one if it is reachable. */
    void cut() {
        connected = false;
        acknowledged.clear();
        unheard.clear();
    }

    List<Message> on(String topic) {
        return sent.stream().filter(message -> message.path().endsWith(topic)).toList();
    }

    @Override
    public void tend(boolean wanted) {
        boolean now = wanted && reachable;
        session += now && !connected ? 1 : 0;
        connected = now;
    }

    @Override
    public boolean connected() {
        beforeSending.run();
        return connected;
    }

    @Override
    public long session() {
        return session;
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        if (refuses.test(topic.path())) {
            return false;
        }
        sent.add(new Message(topic.path(), payload, ticket));
        if (acknowledgesAtOnce && ticket != NO_TICKET) {
            acknowledged.add(ticket);
        }
        return true;
    }

    @Override
    public long takeAcknowledged() {
        Long ticket = acknowledged.poll();
        return ticket == null ? NO_TICKET : ticket;
    }

    @Override
    public long takeUnheard() {
        Long ticket = unheard.poll();
        return ticket == null ? NO_TICKET : ticket;
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        return telecommands.poll();
    }

    @Override
    public long telecommandsDropped() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        connected = false;
    }
}
