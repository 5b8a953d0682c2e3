package org.dawnline.fsw.core.record;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.Query;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.Heartbeat;
import org.jspecify.annotations.Nullable;

/**
 * Stores frames by a filter of N out of X, all events and all reports in the archive, lets the oldest go by size and age, and hands what
 * the ground wants to see again to the link. On the executive's thread it only copies; the worker does the rest.
 */
public final class TelemetryStore implements Component, Recorder {
    private static final int BUFFER_BYTES = 512 * 1024;
    private static final int DRAIN_EVERY_S = 10;
    private static final int FRAME_PRIORITY = 4;
    private static final int REPORT_PRIORITY = 2;
    private static final double BYTES_PER_MB = 1e6;
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final double NANOS_PER_S = 1e9;
    private static final double LAST_UTC_S = 4e9;
    private static final double REPLAY_WITHIN_S = 3_600;
    private static final double MOST_X = 10_000;
    private static final double DEFAULT_FRAMES_MB = 8;
    private static final double DEFAULT_EVENTS_MB = 4;
    private static final double MOST_MB = 1_000;
    private static final double DEFAULT_DAYS = 30;
    private static final double MOST_DAYS = 3_650;
    private static final long CRASH_BYTES = 4_000_000;
    private static final List<RecordKind> KINDS = List.of(RecordKind.values());

    private final String name;
    private final Archive archive;
    private final Worker worker;
    private final RingFile ring;
    private final Events<StoreEvent> events;
    private final Tickets tickets;
    private final StoreChannels channels;
    private final FrameFilter filter;
    private final Parameter framesMb;
    private final Parameter eventsMb;
    private final Parameter days;
    private final Runnable work = this::work;
    private StoreBuffer filling = new StoreBuffer(BUFFER_BYTES);
    private StoreBuffer draining = new StoreBuffer(BUFFER_BYTES);
    private RecordDownlink link = RecordDownlink.NONE;
    private int[] eventPriorities = new int[0];
    private long dictionary;
    private long dropped;
    private double sinceDrainS;
    private boolean announced;
    private ArchiveHealth told = new ArchiveHealth(0, 0, 0, false, true);
    private volatile @Nullable Replay replay;
    private final Heartbeat heartbeat = new Heartbeat("archive");
    private final AtomicInteger attempt = new AtomicInteger();
    private volatile boolean working;

    // The worker's, or handed to it while it does not work.
    private boolean drainWanted;
    private long nowUtcNanos;
    private boolean crashLooked;
    private final AtomicLong forgotten = new AtomicLong();
    private volatile int crashEntries;
    private volatile int crashParts;

    /**
     * Declares the face.
     *
     * @param frames names of the frames, in the order of the rate groups
     * @param ring the flight recorder's file, whose crash record is kept
     */
    public TelemetryStore(Face face, Archive archive, Worker worker, RingFile ring, List<String> frames) {
        this.name = face.name();
        this.archive = archive;
        this.worker = worker;
        this.ring = ring;
        events = face.events(StoreEvent.class);
        tickets = face.tickets();
        channels = new StoreChannels(face);
        filter = new FrameFilter(face, frames, MOST_X);
        framesMb = face.parameter("framesMb", Unit.NONE, DEFAULT_FRAMES_MB, 0, MOST_MB, "most megabytes of frames");
        eventsMb = face.parameter(
                "eventsMb",
                Unit.NONE,
                DEFAULT_EVENTS_MB,
                0,
                MOST_MB,
                "most megabytes of events, and as many of reports");
        days = face.parameter("maxAgeDays", Unit.NONE, DEFAULT_DAYS, 0, MOST_DAYS, "days after which a record goes");
        face.enumeration("recordKind", KINDS.stream().map(RecordKind::name).toList());
        face.request(
                "REPLAY",
                "Sends stored records of a kind and a time again, oldest first.",
                CommandTerms.always().within(REPLAY_WITHIN_S),
                this::replay,
                Argument.choice("kind", "recordKind", "what is wanted"),
                Argument.real("fromS", Unit.SECOND, 0, LAST_UTC_S, "earliest time, s of UTC since 1970"),
                Argument.real("toS", Unit.SECOND, 0, LAST_UTC_S, "latest time, s of UTC since 1970"),
                Argument.whole("priority", 0, LogRecord.LAST_PRIORITY, "least urgent priority that is wanted"));
        face.command("REPLAY_STOP", "Ends the replay under way.", arguments -> stopReplay());
    }

    /** Tells who takes records for the ground; before the first cycle. */
    public void downlinkBy(RecordDownlink newLink) {
        link = newLink;
    }

    private Outcome replay(double[] arguments, Request request) {
        if (replay != null) {
            return Outcome.FAILED_STATE;
        }
        Query query = Query.of(KINDS.get((int) arguments[0]))
                .between((long) (arguments[1] * NANOS_PER_S), (long) (arguments[2] * NANOS_PER_S))
                .upTo((int) arguments[3]);
        replay = new Replay(request.ticket(), query);
        sinceDrainS = DRAIN_EVERY_S; // what is not in the archive yet may be wanted, too
        return Outcome.RUNNING;
    }

    private Outcome stopReplay() {
        Replay present = replay;
        if (present == null) {
            return Outcome.FAILED_STATE;
        }
        end(present, Outcome.FAILED_STATE);
        return Outcome.COMPLETED;
    }

    private void end(Replay present, Outcome outcome) {
        replay = null;
        events.raise(StoreEvent.REPLAY_DONE, present.handedOver());
        tickets.finish(present.ticket, outcome, present.handedOver());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin(Dictionary sealed) {
        dictionary = sealed.checksum();
        eventPriorities = sealed.events().stream()
                .mapToInt(event -> event.severity().ordinal())
                .toArray();
        sealed.frames().forEach(frame -> {
            if (StoreBuffer.frameBytes(frame.channels().size()) > LogRecord.MAX_CONTENT_BYTES) {
                throw new IllegalArgumentException("frame " + frame.name() + " is too long for a record");
            }
        });
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        if (filter.takes(frameNumber)) {
            count(filling.frame(frameNumber, frame.channels(), FRAME_PRIORITY, dictionary, cycle, utcNanos));
        }
    }

    @Override
    public void events(EventLog log, long cycle, long utcNanos) {
        for (int i = 0; i < log.count(); i++) {
            count(filling.event(log, i, eventPriorities[log.id(i)], dictionary, cycle, utcNanos));
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {
        for (int i = 0; i < reports.count(); i++) {
            count(filling.report(reports, i, REPORT_PRIORITY, dictionary, cycle, utcNanos));
        }
    }

    private void count(boolean stored) {
        dropped += stored ? 0 : 1;
    }

    @Override
    public void step(Tick tick) {
        sinceDrainS += tick.stepS();
        serveReplay();
        if (!working) {
            boolean due = sinceDrainS >= DRAIN_EVERY_S || filling.halfFull();
            offer(due && !filling.empty(), tick.utcNanos());
        }
        tell();
        channels.publish(archive.health(), dropped, forgotten.get(), replay);
    }

    private void serveReplay() {
        Replay present = replay;
        if (present == null || !tickets.running(present.ticket)) {
            replay = null; // its time is over
        } else if (present.done()) {
            end(present, Outcome.COMPLETED);
        } else {
            tickets.progress(present.ticket, present.handedOver(), 0);
        }
    }

    private void offer(boolean drain, long utcNanos) {
        if (!drain && replay == null && crashLooked) {
            return;
        }
        drainWanted = drain;
        nowUtcNanos = utcNanos;
        if (drain) {
            swap();
        }
        working = true;
        if (!worker.offer(work)) {
            working = false;
            if (drain) {
                swap(); // back: the next step tries again
            }
        } else if (drain) {
            sinceDrainS = 0;
        }
    }

    private void swap() {
        StoreBuffer full = filling;
        filling = draining;
        draining = full;
    }

    // On the worker.
    private void work() {
        int mine = attempt.get();
        heartbeat.beat();
        try {
            keepCrashRecord();
            if (drainWanted) {
                archive.append(draining.drain());
                trim();
            }
            Replay present = replay;
            if (present != null) {
                present.serve(archive, link);
            }
            channels.look(archive);
        } finally {
            if (mine == attempt.get()) { // else it hung, and another one works already
                heartbeat.rest();
                working = false;
            }
        }
    }

    /** The sign of life of what writes: silent while the disk does not answer. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Gives up a write that hangs, with what it holds, and goes on with the next. On the executive thread. */
    public void revive() {
        attempt.incrementAndGet();
        draining = new StoreBuffer(BUFFER_BYTES);
        heartbeat.rest();
        working = false;
    }

    private void trim() {
        long since = nowUtcNanos - (long) (days.value() * NANOS_PER_DAY);
        long eventBytes = (long) (eventsMb.value() * BYTES_PER_MB);
        forgotten.addAndGet(archive.trim(RecordKind.FRAME, (long) (framesMb.value() * BYTES_PER_MB), since)
                + archive.trim(RecordKind.EVENT, eventBytes, since)
                + archive.trim(RecordKind.REPORT, eventBytes, since)
                + archive.trim(RecordKind.CRASH, CRASH_BYTES, since));
    }

    private void keepCrashRecord() {
        if (crashLooked) {
            return;
        }
        crashLooked = true;
        byte[] before = ring.before();
        CrashRecord crash = before == null ? null : CrashRecord.of(before);
        if (before == null || crash == null || crash.ended()) {
            return;
        }
        List<LogRecord> records = CrashParts.of(before, nowUtcNanos);
        if (archive.append(records)) {
            crashParts = records.size();
            crashEntries = crash.entries().size();
        }
    }

    private void tell() {
        ArchiveHealth health = archive.health();
        if (!announced) {
            announced = true;
            raise(health.created(), StoreEvent.NEW, 0);
        }
        if (!health.equals(told)) {
            raise(!health.usable() && told.usable(), StoreEvent.UNUSABLE, 0);
            raise(health.rebuilds() > told.rebuilds(), StoreEvent.REBUILT, health.rebuilds());
            raise(health.damagedRecords() > told.damagedRecords(), StoreEvent.RECORDS_DAMAGED, health.damagedRecords());
            raise(health.failedWrites() > told.failedWrites(), StoreEvent.NOT_WRITTEN, health.failedWrites());
            told = health;
        }
        if (crashParts > 0) {
            events.raise(StoreEvent.CRASH_RECORD_KEPT, crashEntries, crashParts);
            crashParts = 0;
        }
    }

    private void raise(boolean so, StoreEvent event, double argument) {
        if (so) {
            events.raise(event, argument);
        }
    }
}
