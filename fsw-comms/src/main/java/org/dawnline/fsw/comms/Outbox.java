package org.dawnline.fsw.comms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.core.command.CommandJournal;
import org.jspecify.annotations.Nullable;

/**
 * Messages that must not be lost, in order, until the ground has them. Bounded: when it is full the oldest one that is not on
 * its way is given up and what was in it counted. One thread only, but for the counts.
 */
final class Outbox {
    /**
     * A message.
     *
     * @param types mask of the types of reports that a link must allow to carry it, see {@link Forwarding}
     * @param items reports or events in it
     * @param ends ends of telecommands among them
     */
    record Entry(long ticket, Topic topic, int types, byte[] payload, int items, List<CommandJournal.End> ends) {
        /** A message without ends of telecommands. */
        Entry(long ticket, Topic topic, int types, byte[] payload, int items) {
            this(ticket, topic, types, payload, items, List.of());
        }

        boolean mayLeave(int allowed) {
            return (types & ~allowed) == 0;
        }
    }

    private final int capacity;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Map<Long, Entry> underWay = new LinkedHashMap<>();
    private final AtomicLong fill = new AtomicLong();
    private final AtomicLong lostItems = new AtomicLong();
    private @Nullable KeptMessages kept;

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /** From now on its messages survive a restart; those that an earlier process has left come first. */
    void keepBy(KeptMessages messages, Topic topic, int types, LongSupplier tickets) {
        for (KeptMessages.Kept message : messages.left()) {
            long ticket = tickets.getAsLong();
            messages.adopt(ticket, message);
            waiting.addLast(new Entry(ticket, topic, types, message.payload(), message.items()));
        }
        kept = messages;
        count();
    }

    void add(Entry entry) {
        waiting.addLast(entry);
        if (kept != null) {
            kept.keep(entry);
        }
        if (waiting.size() + underWay.size() > capacity) {
            Entry lost = waiting.removeFirst();
            lostItems.addAndGet(lost.items());
            forget(lost.ticket());
        }
        count();
    }

    private void forget(long ticket) {
        if (kept != null) {
            kept.drop(ticket);
        }
    }

    @Nullable
    Entry first() {
        return waiting.peekFirst();
    }

    /** The first one has been handed to the wire. */
    void firstIsUnderWay() {
        Entry entry = waiting.removeFirst();
        underWay.put(entry.ticket(), entry);
    }

    /** The ground has it: what it was, or null when it was none of this box. */
    @Nullable
    Entry acknowledged(long ticket) {
        Entry mine = underWay.remove(ticket);
        if (mine != null) {
            forget(ticket);
        }
        count();
        return mine;
    }

    /** Whether that message is under way. */
    boolean isUnderWay(long ticket) {
        return underWay.containsKey(ticket);
    }

    /** What was under way did not arrive, or may not have: it has to be sent again, in the old order. */
    void rewind() {
        List<Entry> again = new ArrayList<>(underWay.values());
        underWay.clear();
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
    }

    private void count() {
        fill.lazySet(waiting.size() + underWay.size());
    }

    int underWay() {
        return underWay.size();
    }

    /** Messages in it; from any thread. */
    long fill() {
        return fill.get();
    }

    /** Reports or events given up since start; from any thread. */
    long lostItems() {
        return lostItems.get();
    }
}
