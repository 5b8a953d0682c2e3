package org.dawnline.fsw.comms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.WaitingCommands;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.record.RecordDownlink;
import org.dawnline.fsw.core.telemetry.SetTaker;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The way between the executive and the ground. On the executive's thread it copies what a cycle reports into bounded rings
 * and returns; everything else happens in {@link #pump()}, on a thread of its own in flight and inline in simulation. Reports
 * and events are kept until the ground has them and sent again after a broken connection; of frames only the newest count.
 */
public final class GroundLink implements Recorder, AutoCloseable {
    /** Messages with reports, and as many with events, that wait for the ground. */
    public static final int OUTBOX_CAPACITY = 8192;

    /** Reports of housekeeping sets that wait for the ground. */
    static final int SETS_CAPACITY = 1024;

    /** Messages that may be on their way at once; brokers commonly take 20. */
    static final int MAX_UNDER_WAY = 16;

    private static final long DEAF_PAUSE_NANOS = 1_000_000_000L;
    /** The state of the link is said again: a ground that subscribes in that very moment may miss it once. */
    private static final long ANNOUNCE_NANOS = 10_000_000_000L;

    private static final int MAX_ITEMS_PER_MESSAGE = 64;
    private static final int MAX_TELECOMMANDS_PER_PUMP = 256;
    /** Faster groups are sampled; a little below a second, so that a group of 1 Hz loses nothing to jitter. */
    private static final long MIN_FRAME_SPACING_NANOS = 950_000_000L;

    private final Topics topics;
    private final Clock clock;
    private final Wire wire;
    private final TelecommandReceiver receiver;
    private final EventRing events = new EventRing();
    private final Outbox reportBox = new Outbox(OUTBOX_CAPACITY);
    private final Outbox eventBox = new Outbox(OUTBOX_CAPACITY);
    private final Outbox setBox = new Outbox(SETS_CAPACITY);
    private final SetDesk sets;
    private final Outbox recordBox = new Outbox(RecordDesk.CAPACITY);
    private final RecordDesk records;
    private final ReportDesk reports;
    /** Rejections by the dispatcher; executive thread only. */
    private final long[] rejectedInCycle = new long[Reason.values().length];

    private final AtomicLong framesReplaced = new AtomicLong();
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong sessions = new AtomicLong();
    private FrameRing frames = new FrameRing(0);
    private Topic[] frameTopics = new Topic[0];
    private long[] frameTakenNanos = new long[0];
    private byte[][] frameBuffers = new byte[0][];
    private int[] frameLengths = new int[0];
    private byte[] dictionaryMessage = new byte[0];
    private long dictionaryChecksum;
    private long bootUtcNanos;
    private long lastTicket;
    private long lastEvents;
    private long session;
    private int window = MAX_UNDER_WAY;
    private long sendAgainNanos;
    private String announcedCarrier = "";
    private long announcedNanos;
    private volatile @Nullable OnBoardVersions versions;
    private final AtomicBoolean versionsAreNew = new AtomicBoolean();
    private long toldSession;
    private volatile Carrier carrier = new Carrier("", 0);
    private volatile boolean connected;

    /**
     * Link of a satellite over a wire; give it to the executive with {@code attach}, after the schedule was restored.
     *
     * @param waiting which telecommands are not unfinished since they wait for their time
     */
    public GroundLink(String satellite, Clock clock, Wire wire, TelecommandReceiver receiver, WaitingCommands waiting) {
        this.topics = new Topics(satellite);
        this.clock = clock;
        this.wire = wire;
        this.receiver = receiver;
        this.reports =
                new ReportDesk(clock, receiver.journal(), waiting, reportBox, topics.reports(), () -> ++lastTicket);
        this.sets = new SetDesk(setBox, topics, () -> ++lastTicket);
        this.records = new RecordDesk(recordBox, topics.stored(), () -> ++lastTicket);
    }

    @Override
    public void begin(Dictionary dictionary) {
        int count = dictionary.frames().size();
        int most = 0;
        frameTopics = new Topic[count];
        frameBuffers = new byte[count][];
        frameLengths = new int[count];
        frameTakenNanos = new long[count];
        Arrays.fill(frameTakenNanos, clock.nanos() - MIN_FRAME_SPACING_NANOS);
        for (int i = 0; i < count; i++) {
            Dictionary.Frame frame = dictionary.frames().get(i);
            most = Math.max(most, frame.channels().size());
            frameTopics[i] = topics.frame(frame.name());
            frameBuffers[i] = new byte[FrameEncoder.bufferBytes(frame.channels().size())];
        }
        frames = new FrameRing(most);
        dictionaryChecksum = dictionary.checksum();
        dictionaryMessage = MessageSeal.seal(WireDictionary.of(dictionary).toByteArray());
        bootUtcNanos = clock.utcNanos();
        sets.begin(dictionaryChecksum, bootUtcNanos);
        records.begin(bootUtcNanos);
        reports.begin(bootUtcNanos);
        receiver.begin(dictionary, reports::verdict);
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        long now = clock.nanos();
        if (now - frameTakenNanos[frameNumber] >= MIN_FRAME_SPACING_NANOS) {
            frameTakenNanos[frameNumber] = now;
            frames.put(frameNumber, frame.channels(), cycle, utcNanos);
        }
    }

    @Override
    public void events(EventLog log, long cycle, long utcNanos) {
        for (int i = 0; i < log.count(); i++) {
            events.put(log, i, cycle, utcNanos);
        }
    }

    @Override
    public void reports(CommandReports cycleReports, long cycle, long utcNanos) {
        reports.put(cycleReports, utcNanos);
        for (int i = 0; i < cycleReports.count(); i++) {
            if (cycleReports.stage(i) == Stage.REJECTED) {
                rejectedInCycle[cycleReports.reason(i).ordinal()]++;
            }
        }
    }

    /** Keeps events that the ground has not acknowledged over a restart; once, before the first cycle. */
    public void keepEventsIn(Shelf shelf) {
        eventBox.keepBy(
                new KeptMessages(shelf, "outbox.events"),
                topics.events(),
                Forwarding.Type.EVENT.bit(),
                () -> ++lastTicket);
    }

    /** Where stored records go that the ground wants to see. */
    public RecordDownlink records() {
        return records;
    }

    /** Where reports of housekeeping sets go. */
    public SetTaker sets() {
        return sets;
    }

    /** What carries the link, and what may leave over it. */
    private record Carrier(String name, int allowed) {}

    /**
     * Tells what carries the link from now on; empty for nothing, then the connection is given up. From any thread.
     *
     * @param allowed mask of the types of reports that may leave, see {@link Forwarding}; what may not waits
     */
    void carriedBy(String newCarrier, int allowed) {
        Carrier before = carrier;
        if (allowed != before.allowed() || !newCarrier.equals(before.name())) {
            carrier = new Carrier(newCarrier, allowed);
        }
    }

    /** Tells what is on board, now and with every connection from now on. From any thread. */
    public void tell(OnBoardVersions newVersions) {
        versions = newVersions;
        versionsAreNew.set(true);
    }

    /** One round: tends the wire, takes telecommands, sends what there is. Never blocks; always the same thread. */
    public void pump() {
        Carrier present = carrier; // one picture for the whole round
        receiver.scrub();
        wire.tend(!present.name().isEmpty());
        takeTelecommands();
        reports.take();
        drainEvents(); // before the reports of their cycle: who hears that something was done can count on its events
        reports.drain();
        sets.drain();
        records.drain();
        drainFrames(Forwarding.Type.FRAME.allowed(present.allowed()));
        settle();
        if (wire.connected()) {
            send(present);
        }
        connected = wire.connected();
    }

    private void takeTelecommands() {
        List<byte[]> taken = new ArrayList<>();
        byte[] telecommand = wire.takeTelecommand();
        while (telecommand != null) {
            taken.add(telecommand);
            telecommand = taken.size() < MAX_TELECOMMANDS_PER_PUMP ? wire.takeTelecommand() : null;
        }
        if (!taken.isEmpty()) {
            receiver.receive(taken);
        }
    }

    private void drainEvents() {
        List<SentEvent> batch = new ArrayList<>();
        for (int slot = events.cursor.peek(); slot != RingCursor.NONE; slot = events.cursor.peek()) {
            batch.add(events.event(slot));
            events.cursor.release();
            if (batch.size() == MAX_ITEMS_PER_MESSAGE) {
                addEvents(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            addEvents(batch);
        }
    }

    private void addEvents(List<SentEvent> batch) {
        byte[] payload = MessageSeal.seal(PackedEvents.pack(batch)
                .setDictionaryChecksum(dictionaryChecksum)
                .setBoot(bootUtcNanos)
                .setSequence(++lastEvents)
                .build()
                .toByteArray());
        eventBox.add(
                new Outbox.Entry(++lastTicket, topics.events(), Forwarding.Type.EVENT.bit(), payload, batch.size()));
    }

    // A frame that may not leave is no loss when a newer one takes its place.
    private void drainFrames(boolean allowed) {
        for (int slot = frames.cursor.peek(); slot != RingCursor.NONE; slot = frames.cursor.peek()) {
            int number = frames.number[slot];
            if (frameLengths[number] > 0 && allowed) {
                framesReplaced.incrementAndGet();
            }
            frameLengths[number] = FrameEncoder.encode(frames, slot, dictionaryChecksum, frameBuffers[number]);
            frames.cursor.release();
        }
    }

    private void settle() {
        for (long ticket = wire.takeAcknowledged(); ticket != Wire.NO_TICKET; ticket = wire.takeAcknowledged()) {
            Outbox.Entry report = reportBox.acknowledged(ticket);
            if (report == null) {
                boolean known = eventBox.acknowledged(ticket) != null || setBox.acknowledged(ticket) != null;
                if (!known) {
                    recordBox.acknowledged(ticket);
                }
            } else {
                reports.acknowledged(report);
            }
            window = MAX_UNDER_WAY;
        }
        reports.settle();
        for (long ticket = wire.takeUnheard(); ticket != Wire.NO_TICKET; ticket = wire.takeUnheard()) {
            if (isUnderWay(ticket)) {
                holdBack();
            }
        }
    }

    private boolean isUnderWay(long ticket) {
        return reportBox.isUnderWay(ticket)
                || eventBox.isUnderWay(ticket)
                || setBox.isUnderWay(ticket)
                || recordBox.isUnderWay(ticket);
    }

    // The broker is there, but nobody on the ground listens. Nothing is spent on deaf ears but one message a second.
    private void holdBack() {
        rewind();
        window = 1;
        sendAgainNanos = clock.nanos() + DEAF_PAUSE_NANOS;
    }

    private void rewind() {
        reportBox.rewind();
        eventBox.rewind();
        setBox.rewind();
        recordBox.rewind();
    }

    private void send(Carrier present) {
        if (session != wire.session()) {
            introduce();
        }
        if (!announcedCarrier.equals(present.name()) || clock.nanos() - announcedNanos >= ANNOUNCE_NANOS) {
            announce(present.name());
        }
        sendVersions();
        if (window > 1 || clock.nanos() - sendAgainNanos >= 0) {
            sendFrom(reportBox, present);
            sendFrom(eventBox, present);
            sendFrom(setBox, present);
            sendFrom(recordBox, present);
        }
        if (Forwarding.Type.FRAME.allowed(present.allowed())) {
            sendFrames();
        }
    }

    private void sendVersions() {
        boolean wanted = versionsAreNew.getAndSet(false) || toldSession != session;
        OnBoardVersions present = versions;
        if (present == null || !wanted) {
            return;
        }
        byte[] report = MessageSeal.seal(present.report()
                .setDictionaryChecksum(dictionaryChecksum)
                .setBoot(bootUtcNanos)
                .setUtcNanos(clock.utcNanos())
                .build()
                .toByteArray());
        if (wire.publish(topics.versions(), report, Wire.NO_TICKET)) {
            toldSession = session;
            bytesSent.addAndGet(report.length);
        } else {
            versionsAreNew.set(true);
        }
    }

    // A new connection may be to another broker: everything that the ground needs is said again.
    private void introduce() {
        if (wire.publish(topics.dictionary(), dictionaryMessage, Wire.NO_TICKET)) {
            session = wire.session();
            sessions.incrementAndGet();
            bytesSent.addAndGet(dictionaryMessage.length);
            announcedCarrier = "";
            rewind();
        }
    }

    private void announce(String now) {
        byte[] state = MessageSeal.seal(LinkState.newBuilder()
                .setUp(true)
                .setUtcNanos(clock.utcNanos())
                .setBoot(bootUtcNanos)
                .setCarrier(now)
                .build()
                .toByteArray());
        if (wire.publish(topics.link(), state, Wire.NO_TICKET)) {
            announcedCarrier = now;
            announcedNanos = clock.nanos();
            bytesSent.addAndGet(state.length);
        }
    }

    private void sendFrom(Outbox box, Carrier present) {
        while (session == wire.session() && underWay() < window) {
            Outbox.Entry entry = box.first();
            if (entry == null
                    || !entry.mayLeave(present.allowed())
                    || !wire.publish(entry.topic(), entry.payload(), entry.ticket())) {
                break;
            }
            bytesSent.addAndGet(entry.payload().length);
            box.firstIsUnderWay();
        }
    }

    private int underWay() {
        return reportBox.underWay() + eventBox.underWay() + setBox.underWay() + recordBox.underWay();
    }

    private void sendFrames() {
        for (int i = 0; i < frameLengths.length; i++) {
            if (frameLengths[i] > 0
                    && wire.publish(
                            frameTopics[i], MessageSeal.seal(frameBuffers[i], frameLengths[i]), Wire.NO_TICKET)) {
                bytesSent.addAndGet(frameLengths[i] + MessageSeal.BYTES);
                frameLengths[i] = 0;
            }
        }
    }

    /** Telecommands rejected for that reason since start, at reception or by the dispatcher. Executive thread only. */
    public long rejected(Reason reason) {
        return receiver.refused(reason) + rejectedInCycle[reason.ordinal()];
    }

    /** Whether the ground can be reached now. From any thread, as are all counts. */
    public boolean connected() {
        return connected;
    }

    /** Connections made since start. */
    public long sessions() {
        return sessions.get();
    }

    /** Bytes of messages handed to the wire since start; those sent twice count twice. */
    public long bytesSent() {
        return bytesSent.get();
    }

    /** Frames since start that were lost in a full ring or replaced by newer ones before they could be sent. */
    public long framesDropped() {
        return frames.cursor.dropped() + framesReplaced.get();
    }

    /** Events lost since start. */
    public long eventsDropped() {
        return events.cursor.dropped() + eventBox.lostItems();
    }

    /** Reports of housekeeping sets lost since start. */
    public long setsDropped() {
        return sets.dropped();
    }

    /** Verification reports lost since start. */
    public long reportsDropped() {
        return reports.dropped() + reportBox.lostItems();
    }

    /** Verification reports that wait since their telecommands' ends cannot be made durable. */
    public long reportsHeld() {
        return reports.held();
    }

    /** Telecommands that were not done when the software ended the last time; each is reported as failed. */
    public int unfinished() {
        return reports.unfinished();
    }

    /** Checksum of the dictionary that the software was built with; 0 before the start. */
    long dictionaryChecksum() {
        return dictionaryChecksum;
    }

    /** Telecommands handed to the executive since start. */
    public long telecommandsTaken() {
        return receiver.handedOver();
    }

    /** Whether the counters that protect from replays were lost in the last restart. */
    public boolean countersLost() {
        return receiver.countersLost();
    }

    /** Whether the archive has lost its last changes in the last restart. */
    public boolean archiveCut() {
        return receiver.archiveCut();
    }

    /** Telecommands lost since start because too many came at once. */
    public long telecommandsDropped() {
        return wire.telecommandsDropped();
    }

    /** Messages with reports, events or sets that the ground does not have yet. */
    public long outboxFill() {
        return reportBox.fill() + eventBox.fill() + setBox.fill();
    }

    /** Whether the ground has every report, but for one that moves from one queue to the next just now: ask twice. */
    public boolean reportsHeard() {
        return !reports.anyWaiting() && reportBox.fill() == 0;
    }

    @Override
    public void close() {
        wire.close();
    }
}
