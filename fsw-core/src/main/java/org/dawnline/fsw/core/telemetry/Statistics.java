package org.dawnline.fsw.core.telemetry;

import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Table;

/**
 * Extremes, mean and spread of a few channels over windows of time, chosen by table and by telecommand: what would take thousands of
 * samples on the ground. A value is a sample once for each time that its owner has set it.
 */
public final class Statistics implements Component {
    /** Channels that can be watched at once. */
    public static final int SLOTS = 8;

    /** Shortest window, in ns. */
    static final long MIN_WINDOW_NANOS = 10_000_000_000L;

    /** Longest window, in ns. */
    static final long MAX_WINDOW_NANOS = 86_400_000_000_000L;

    private static final double NANOS_PER_S = 1e9;

    /** What statistics have to say. */
    enum Event implements EventType {
        WATCHED(Severity.COMMAND, "slot {0} watches {1:channel}, windows of {2} s"),
        STOPPED(Severity.COMMAND, "slot {0} watches nothing");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final Events<Event> events;
    private final StatisticSlot[] slots = new StatisticSlot[SLOTS];
    private final StatisticsTable table = new StatisticsTable(this::use);
    private List<Channel> channels = List.of();

    /** Declares the face. */
    public Statistics(Face face) {
        this.name = face.name();
        events = face.events(Event.class);
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new StatisticSlot(face, "slot" + i);
        }
        Argument slot = Argument.whole("slot", 0, SLOTS - 1L, "number of the slot");
        face.command(
                "WATCH",
                "Begins to watch a channel.",
                this::watch,
                slot,
                Argument.choice("channel", Argument.CHANNELS, "the channel"),
                Argument.real(
                        "window",
                        Unit.SECOND,
                        MIN_WINDOW_NANOS / NANOS_PER_S,
                        MAX_WINDOW_NANOS / NANOS_PER_S,
                        "length of a window"));
        face.command("STOP", "Watches nothing in a slot.", this::stop, slot);
    }

    private Outcome watch(double[] arguments) {
        slots[(int) arguments[0]].watch(channels.get((int) arguments[1]), (long) (arguments[2] * NANOS_PER_S));
        events.raise(Event.WATCHED, arguments[0], arguments[1], arguments[2]);
        return Outcome.COMPLETED;
    }

    private Outcome stop(double[] arguments) {
        slots[(int) arguments[0]].watch(null, MIN_WINDOW_NANOS);
        events.raise(Event.STOPPED, arguments[0]);
        return Outcome.COMPLETED;
    }

    /** The table of what is watched. */
    public Table<List<StatisticsTable.Entry>> table() {
        return table;
    }

    private void use(List<StatisticsTable.Entry> entries) {
        for (StatisticSlot slot : slots) {
            slot.watch(null, MIN_WINDOW_NANOS);
        }
        for (StatisticsTable.Entry entry : entries) {
            slots[entry.slot()].watch(entry.channel(), entry.windowNanos());
        }
    }

    /** Takes the sealed dictionary, by which telecommands name channels; before the first cycle. */
    public void use(Dictionary dictionary) {
        channels = dictionary.channels();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        for (int i = 0; i < SLOTS; i++) {
            slots[i].step(tick.nanos());
        }
    }
}
