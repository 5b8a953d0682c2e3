package org.dawnline.fsw.core.sequence;

import java.util.List;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.hal.Storage;

/**
 * The ground's hand on the schedule: deletes, shifts, reports, switches between the buffers; fills them from tables; and keeps all
 * that waits over a restart. The dispatcher executes what is due.
 */
public final class ScheduleManager implements Component {
    private static final String BUFFER = "scheduleBuffer";
    private static final double NANOS_PER_S = 1e9;
    private static final double NANOS_PER_MS = 1e6;
    private static final long MAX_COUNTER = 1L << 53;
    private static final double FIRST_UTC_S = 1_577_836_800; // 2020-01-01
    private static final double LAST_UTC_S = 4_102_444_800.0; // 2100-01-01
    private static final double MAX_SHIFT_S = 31_536_000;
    private static final int MAX_PAGE = 100;
    /** One entry a second, the pace that the throttle of an event allows for ever. */
    private static final double LONGEST_REPORT_S = 2 * MAX_PAGE;

    /** What is known of telecommands that the ground gave before a restart. */
    public interface Journal {
        /** Whether a telecommand is known to have had its end. */
        boolean hasEnded(int keyId, long counter);
    }

    private final String name;
    private final Schedule schedule;
    private final Events<ScheduleEvent> events;
    private final Tickets tickets;
    private final ScheduleKeeper keeper;
    private final Channel active;
    private final Channel[] entries = new Channel[Schedule.BUFFERS.size()];
    private final Channel executed;
    private final Channel skipped;
    private final Channel damaged;
    private final Channel keepFailures;
    private long skippedBefore;
    private long damagedBefore;
    private long utcNanos;
    private long reportTicket = Tickets.NONE;
    private int reportBuffer;
    private int reportNext;
    private int reportEnd;
    private int reportFirst;

    /**
     * Declares the face; {@code schedule} is the dispatcher's.
     *
     * @param storage beside the shelf: what it says of the shelf outlives damage to it
     */
    public ScheduleManager(Face face, Schedule schedule, Worker worker, Shelf shelf, Storage storage) {
        this.name = face.name();
        this.schedule = schedule;
        events = face.events(ScheduleEvent.class);
        tickets = face.tickets();
        keeper = new ScheduleKeeper(schedule, worker, new SchedulePieces(shelf, storage), events, tickets);
        face.enumeration(BUFFER, Schedule.BUFFERS);
        active = face.stateChannel("active", Schedule.BUFFERS, "the buffer that is obeyed");
        for (int i = 0; i < entries.length; i++) {
            String buffer = Schedule.BUFFERS.get(i);
            entries[i] = face.channel("entries" + buffer, Unit.COUNT, "telecommands that wait in buffer " + buffer);
        }
        executed = face.channel("executed", Unit.COUNT, "telecommands that were executed at their time since start");
        skipped = face.channel("skipped", Unit.COUNT, "telecommands whose time had passed since start");
        damaged = face.channel("damaged", Unit.COUNT, "telecommands whose checksum was wrong since start");
        keepFailures =
                face.channel("keepFailures", Unit.COUNT, "times that the schedule could not be kept since start");
        declareCommands(face);
    }

    private void declareCommands(Face face) {
        Argument buffer = Argument.choice("buffer", BUFFER, "the buffer");
        face.lasting("SWITCH", "Obeys a buffer from the next cycle on.", keeper, this::switchTo, buffer);
        face.lasting(
                "DELETE",
                "Takes a time-tagged telecommand out.",
                keeper,
                this::delete,
                Argument.whole("key", 1, Integer.MAX_VALUE, "its key"),
                Argument.whole("counter", 0, MAX_COUNTER, "its counter under that key"));
        face.lasting(
                "DELETE_BETWEEN",
                "Takes out what is due in a span of time.",
                keeper,
                this::deleteBetween,
                buffer,
                Argument.real("fromUtcS", Unit.SECOND, FIRST_UTC_S, LAST_UTC_S, "from then on, in s since 1970"),
                Argument.real(
                        "beforeUtcS", Unit.SECOND, FIRST_UTC_S, LAST_UTC_S, "until before then, in s since 1970"));
        face.lasting("CLEAR", "Takes out everything.", keeper, this::clear, buffer);
        face.lasting(
                "SHIFT",
                "Moves everything in a buffer in time, to the millisecond.",
                keeper,
                this::shift,
                buffer,
                Argument.real("byS", Unit.SECOND, -MAX_SHIFT_S, MAX_SHIFT_S, "later when positive"));
        face.request(
                "REPORT",
                "Tells a page of what waits, one event a second, the next one due first.",
                CommandTerms.always().within(LONGEST_REPORT_S),
                this::report,
                buffer,
                Argument.whole("first", 0, Schedule.CAPACITY - 1L, "where to begin; 0 is the next one due"),
                Argument.whole("count", 1, MAX_PAGE, "how many"));
    }

    private Outcome switchTo(double[] arguments) {
        int buffer = (int) arguments[0];
        schedule.use(buffer);
        events.raise(ScheduleEvent.SWITCHED, buffer, schedule.size(buffer));
        return Outcome.COMPLETED;
    }

    private Outcome delete(double[] arguments) {
        return schedule.delete((int) arguments[0], (long) arguments[1]) ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }

    private Outcome deleteBetween(double[] arguments) {
        return deleted((int) arguments[0], nanos(arguments[1]), nanos(arguments[2]));
    }

    private Outcome clear(double[] arguments) {
        return deleted((int) arguments[0], Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Outcome deleted(int buffer, long fromNanos, long beforeNanos) {
        int count = schedule.deleteBetween(buffer, fromNanos, beforeNanos);
        events.raise(ScheduleEvent.DELETED, buffer, count);
        return Outcome.COMPLETED;
    }

    private Outcome shift(double[] arguments) {
        int buffer = (int) arguments[0];
        schedule.shift(buffer, nanos(arguments[1]));
        events.raise(ScheduleEvent.SHIFTED, buffer, schedule.size(buffer), arguments[1]);
        return Outcome.COMPLETED;
    }

    // To the millisecond: a double of seconds since 1970 is no better than a quarter of a microsecond.
    private static long nanos(double s) {
        return StrictMath.round(s * NANOS_PER_S / NANOS_PER_MS) * (long) NANOS_PER_MS;
    }

    private Outcome report(double[] arguments, Request request) {
        if (tickets.running(reportTicket)) {
            return Outcome.FAILED_STATE;
        }
        reportTicket = request.ticket();
        reportBuffer = (int) arguments[0];
        reportFirst = (int) arguments[1];
        reportNext = reportFirst;
        reportEnd = Math.min(schedule.size(reportBuffer), reportFirst + (int) arguments[2]);
        request.answer(schedule.size(reportBuffer));
        return Outcome.RUNNING;
    }

    /** The tables of the buffers, for the table manager. */
    public List<Table<?>> tables() {
        return List.of(new ScheduleTable(0, this), new ScheduleTable(1, this));
    }

    boolean fits(int buffer, ScheduleRows rows) {
        return schedule.sizeFromGround(buffer) + rows.count() <= Schedule.CAPACITY;
    }

    boolean isFilledWith(int buffer, ScheduleRows rows) {
        return keeper.filledWith[buffer] == rows.checksum();
    }

    void fill(int buffer, ScheduleRows rows) {
        schedule.deleteOfTable(buffer);
        int lost = 0;
        for (int i = 0; i < rows.count(); i++) {
            lost += schedule.insert(buffer, rows.utcNanos(i), rows.command(i), rows.arguments(i)) ? 0 : 1;
        }
        keeper.filledWith[buffer] = rows.checksum();
        keeper.stateChanged();
        events.raise(ScheduleEvent.FILLED, buffer, rows.count() - lost);
        if (lost > 0) {
            events.raise(ScheduleEvent.OVERFLOW, buffer, lost);
        }
    }

    /**
     * Reads back what waited before the restart; before the first cycle. What ended then, but was not taken out durably any more, is
     * forgotten: it has had its terminal report.
     */
    public void restore(Journal journal) {
        keeper.restore();
        int forgotten = 0;
        int restored = 0;
        for (int buffer = 0; buffer < Schedule.BUFFERS.size(); buffer++) {
            for (int i = schedule.size(buffer) - 1; i >= 0; i--) {
                int keyId = schedule.keyId(buffer, i);
                if (keyId != Schedule.NO_KEY && journal.hasEnded(keyId, schedule.counter(buffer, i))) {
                    schedule.forget(buffer, i);
                    forgotten++;
                }
            }
            restored += schedule.size(buffer);
        }
        if (restored + forgotten > 0) {
            events.raise(ScheduleEvent.RESTORED, restored, forgotten);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Tells its accounts, and one entry of a report that is wanted. */
    @Override
    public void step(Tick tick) {
        utcNanos = tick.utcNanos();
        active.set(schedule.active());
        for (int i = 0; i < entries.length; i++) {
            entries[i].set(schedule.size(i));
        }
        executed.set(schedule.executed());
        skipped.set(schedule.skipped());
        damaged.set(schedule.damaged());
        keepFailures.set(keeper.failures());
        tellWhatWasLost();
        if (tickets.running(reportTicket)) {
            tellEntry();
        }
    }

    private void tellWhatWasLost() {
        if (schedule.skipped() != skippedBefore) {
            events.raise(ScheduleEvent.SKIPPED, schedule.skipped() - skippedBefore, schedule.lastSkipped());
            skippedBefore = schedule.skipped();
        }
        if (schedule.damaged() != damagedBefore) {
            events.raise(ScheduleEvent.DAMAGED, schedule.damaged() - damagedBefore);
            damagedBefore = schedule.damaged();
        }
    }

    private void tellEntry() {
        if (reportNext < Math.min(reportEnd, schedule.size(reportBuffer))) {
            double inS = (schedule.utcNanos(reportBuffer, reportNext) - utcNanos) / NANOS_PER_S;
            events.raise(
                    ScheduleEvent.ENTRY,
                    schedule.command(reportBuffer, reportNext),
                    inS,
                    schedule.keyId(reportBuffer, reportNext),
                    schedule.counter(reportBuffer, reportNext));
            reportNext++;
            tickets.progress(reportTicket, reportNext - reportFirst, reportEnd - reportFirst);
        }
        if (reportNext >= Math.min(reportEnd, schedule.size(reportBuffer))) {
            tickets.finish(reportTicket, Outcome.COMPLETED, schedule.size(reportBuffer));
        }
    }

    /** What keeps changes: to be stepped in the fastest rate group. */
    public Component keeping() {
        return new Keeping();
    }

    private final class Keeping implements Component {
        private final String keepingName = name + "Keeping";

        @Override
        public String name() {
            return keepingName;
        }

        @Override
        public void step(Tick tick) {
            keeper.step(tick.nanos());
        }
    }
}
