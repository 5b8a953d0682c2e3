package org.dawnline.fsw.comms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.WaitingCommands;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that each telecommand gets exactly one terminal report, over restarts: an end is durable before its report is sent,
 * stays so until the ground has it and the schedule would not bring the telecommand back, and what had no end when the software ended
 * has failed for that. While the journal cannot write, reports wait.
 */
final class ReportDesk {
    static final int MAX_ITEMS_PER_MESSAGE = 64;
    /** Most reports that wait for the journal; further ones stay in the ring, or are dropped and counted. */
    static final int MAX_HELD = 4096;

    private static final int NO_ARGUMENT = -1;
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final Clock clock;
    private final CommandJournal journal;
    private final WaitingCommands waiting;
    private final Outbox box;
    private final Topics.Topic topic;
    private final LongSupplier tickets;
    private final VerdictThrottle throttle;
    private final ReportRing ring = new ReportRing();
    private final List<Item> batch = new ArrayList<>();
    private final Deque<Heard> heard = new ArrayDeque<>();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private List<Item> verdicts = new ArrayList<>();
    private int heardCount;
    private long bootUtcNanos;
    private long lastMessage;
    private long tryAgainNanos;
    private int unfinished;

    /**
     * A report on its way.
     *
     * @param end what it says if it is the last one of its telecommand
     * @param durable whether the journal has that end
     */
    private record Item(VerificationReport report, CommandJournal.@Nullable End end, boolean durable) {}

    /**
     * Ends that the ground has.
     *
     * @param mark when it was known to have them, see {@link WaitingCommands#mark}
     */
    private record Heard(long mark, List<CommandJournal.End> ends) {}

    ReportDesk(
            Clock clock,
            CommandJournal journal,
            WaitingCommands waiting,
            Outbox box,
            Topics.Topic topic,
            LongSupplier tickets) {
        this.clock = clock;
        this.journal = journal;
        this.waiting = waiting;
        this.box = box;
        this.topic = topic;
        this.tickets = tickets;
        throttle = new VerdictThrottle(clock);
    }

    /** Before the first cycle: what the last start left behind. */
    void begin(long newBootUtcNanos) {
        bootUtcNanos = newBootUtcNanos;
        synchronized (journal) {
            journal.unheard().forEach(end -> batch.add(new Item(report(end), end, true)));
            for (CommandJournal.Open open : journal.open()) {
                if (!waiting.waits(open.keyId(), open.counter())) {
                    unfinished++;
                    add(new CommandJournal.End(
                            open.keyId(),
                            open.counter(),
                            Stage.FAILED,
                            Reason.RESTART,
                            NO_ARGUMENT,
                            0,
                            newBootUtcNanos));
                }
            }
        }
    }

    private void add(CommandJournal.End end) {
        batch.add(new Item(report(end), end, false));
    }

    private static VerificationReport report(CommandJournal.End end) {
        return VerificationReport.newBuilder()
                .setKeyId(end.keyId())
                .setCounter(end.counter())
                .setStage(end.stage().name())
                .setReason(end.reason().name())
                .setArgumentIndex(end.argument())
                .setUtcNanos(end.utcNanos())
                .setAnswer(end.answer())
                .build();
    }

    /** Executive thread: copies the reports of a cycle. */
    void put(CommandReports reports, long utcNanos) {
        for (int i = 0; i < reports.count(); i++) {
            ring.put(reports, i, utcNanos);
        }
    }

    // The receiver's verdicts come on whatever thread brings a telecommand, so they wait in a list of their own.
    synchronized void verdict(int keyId, long counter, Stage stage, Reason reason, boolean proved) {
        if (!proved && !throttle.passes(reason)) {
            return;
        }
        if (verdicts.size() >= MAX_HELD) {
            dropped.incrementAndGet();
            return;
        }
        long utcNanos = clock.utcNanos();
        VerificationReport report = VerificationReport.newBuilder()
                .setKeyId(keyId)
                .setCounter(counter)
                .setStage(stage.name())
                .setReason(reason.name())
                .setArgumentIndex(NO_ARGUMENT)
                .setUtcNanos(utcNanos)
                .setUnproved(!proved)
                .build();
        // What could not be opened cannot be closed, either.
        boolean end = proved && stage.terminal() && reason != Reason.NOT_DURABLE;
        verdicts.add(new Item(
                report,
                end ? new CommandJournal.End(keyId, counter, stage, reason, NO_ARGUMENT, 0, utcNanos) : null,
                !end));
    }

    private synchronized List<Item> takeVerdicts() {
        if (verdicts.isEmpty()) {
            return List.of();
        }
        List<Item> taken = verdicts;
        verdicts = new ArrayList<>();
        return taken;
    }

    /** Communication thread: takes what there is, unless what is there already has to wait. */
    void take() {
        if (!waits()) {
            batch.addAll(takeVerdicts());
            takeRing();
        }
    }

    private boolean waits() {
        return !batch.isEmpty() && clock.nanos() - tryAgainNanos < 0;
    }

    /** Communication thread: makes the ends durable and puts all reports into the outbox; or keeps them for the next time. */
    void drain() {
        if (!batch.isEmpty() && !waits() && close()) {
            post();
        }
        held.set(batch.size());
    }

    private void takeRing() {
        for (int slot = ring.cursor.peek();
                slot != RingCursor.NONE && batch.size() < MAX_HELD;
                slot = ring.cursor.peek()) {
            batch.add(item(slot));
            ring.cursor.release();
        }
    }

    private Item item(int slot) {
        Stage stage = ring.stage[slot];
        if (stage.terminal()) {
            CommandJournal.End end = new CommandJournal.End(
                    ring.keyId[slot],
                    ring.counter[slot],
                    stage,
                    ring.reason[slot],
                    ring.argument[slot],
                    ring.answer[slot],
                    ring.utcNanos[slot]);
            return new Item(report(end), end, false);
        }
        VerificationReport report = VerificationReport.newBuilder()
                .setKeyId(ring.keyId[slot])
                .setCounter(ring.counter[slot])
                .setStage(stage.name())
                .setReason(ring.reason[slot].name())
                .setArgumentIndex(ring.argument[slot])
                .setUtcNanos(ring.utcNanos[slot])
                .setDone(ring.done[slot])
                .setOf(ring.of[slot])
                .build();
        return new Item(report, null, true);
    }

    private boolean close() {
        List<CommandJournal.End> ends = new ArrayList<>();
        for (Item item : batch) {
            if (item.end() != null && !item.durable()) {
                ends.add(item.end());
            }
        }
        if (ends.isEmpty()) {
            return true;
        }
        boolean durable;
        synchronized (journal) {
            durable = journal.close(ends);
        }
        tryAgainNanos = clock.nanos() + (durable ? 0 : RETRY_NANOS);
        return durable;
    }

    private void post() {
        for (int from = 0; from < batch.size(); from += MAX_ITEMS_PER_MESSAGE) {
            post(batch.subList(from, Math.min(batch.size(), from + MAX_ITEMS_PER_MESSAGE)));
        }
        batch.clear();
    }

    private void post(List<Item> items) {
        VerificationReports.Builder message =
                VerificationReports.newBuilder().setBoot(bootUtcNanos).setSequence(++lastMessage);
        List<CommandJournal.End> ends = new ArrayList<>();
        for (Item item : items) {
            message.addReports(item.report());
            if (item.end() != null) {
                ends.add(item.end());
            }
        }
        byte[] payload = MessageSeal.seal(message.build().toByteArray());
        box.add(new Outbox.Entry(
                tickets.getAsLong(), topic, Forwarding.Type.REPORT.bit(), payload, items.size(), ends));
    }

    /** Communication thread: the ground has that message; see {@link #settle}. */
    void acknowledged(Outbox.Entry entry) {
        if (!entry.ends().isEmpty()) {
            heard.add(new Heard(waiting.mark(), entry.ends()));
            heardCount += entry.ends().size();
        }
    }

    /**
     * Communication thread: lets the journal forget ends that the ground has. Not before the schedule is kept without their
     * telecommands: a kept schedule never holds one that the journal does not know, unless damage has taken its record.
     */
    void settle() {
        List<CommandJournal.End> ends = new ArrayList<>();
        for (Heard first = heard.peek(); first != null && mayForget(first); first = heard.peek()) {
            ends.addAll(first.ends());
            heardCount -= first.ends().size();
            heard.remove();
        }
        if (!ends.isEmpty()) {
            synchronized (journal) {
                journal.heard(ends);
            }
        }
    }

    // Where the schedule cannot be kept for long nothing can, and there is no use in remembering ever more.
    private boolean mayForget(Heard one) {
        return heardCount > CommandJournal.MAX_OPEN || waiting.keptSince(one.mark());
    }

    /** Telecommands that were not done when the software ended the last time. */
    int unfinished() {
        return unfinished;
    }

    /** Reports that wait for the journal; from any thread. */
    long held() {
        return held.get();
    }

    /** Whether a report of the executive waits in front of the outbox; from any thread. */
    boolean anyWaiting() {
        return !ring.cursor.isEmpty() || held() > 0;
    }

    /** Reports lost since start before they reached the outbox; from any thread. */
    long dropped() {
        return ring.cursor.dropped() + dropped.get();
    }
}
