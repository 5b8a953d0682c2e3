package org.dawnline.fsw.core.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Table;

/**
 * Sends what the ground has asked for: sets of channels, made and changed by table and by telecommand while flying. A channel that
 * nobody sets any more is sent once more, marked stale, and then no more. A new table replaces what telecommands have made.
 */
public final class Housekeeping implements Component {
    private static final double NANOS_PER_S = 1e9;
    private static final String RULES = "sendRule";
    private static final double DEFAULT_STALE_S = 30;
    private static final double MAX_STALE_S = 86_400;

    private final String name;
    private final Events<HousekeepingEvent> events;
    private final Parameter staleS;
    private final Channel setCount;
    private final Channel enabledCount;
    private final Channel entryCount;
    private final Channel reportCount;
    private final List<SetTaker> takers = new ArrayList<>();
    private final SetReport report = new SetReport();
    private final HousekeepingTable table = new HousekeepingTable(this::use);
    private List<Channel> channels = List.of();
    private HousekeepingSets sets = new HousekeepingSets();
    private long reports;

    /** Declares the face. */
    public Housekeeping(Face face) {
        this.name = face.name();
        events = face.events(HousekeepingEvent.class);
        face.enumeration(RULES, SendRule.NAMES);
        staleS = face.parameter(
                "staleS", Unit.SECOND, DEFAULT_STALE_S, 1, MAX_STALE_S, "age from which a value is marked stale");
        setCount = face.channel("sets", Unit.COUNT, "housekeeping sets");
        enabledCount = face.channel("enabled", Unit.COUNT, "housekeeping sets that are sent");
        entryCount = face.channel("entries", Unit.COUNT, "channels in all sets together");
        reportCount = face.channel("reports", Unit.COUNT, "reports made since the counters were reset");
        face.onResetCounters(() -> reports = 0);
        declareCommands(face);
    }

    private void declareCommands(Face face) {
        Argument set = Argument.whole("set", 0, HousekeepingSets.CAPACITY - 1L, "number of the set");
        Argument interval = Argument.real(
                "interval",
                Unit.SECOND,
                HousekeepingTable.MIN_INTERVAL_NANOS / NANOS_PER_S,
                HousekeepingTable.MAX_INTERVAL_NANOS / NANOS_PER_S,
                "time from one report to the next");
        Argument channel = Argument.choice("channel", Argument.CHANNELS, "the channel");
        Argument send = Argument.choice("send", RULES, "when it is sent with its set");
        Argument by = Argument.real(
                "by", Unit.NONE, 0, HousekeepingTable.MAX_FIGURE, "deadband in its unit, or each n-th report, or 0");
        face.command("CREATE", "Makes an empty set, disabled.", this::create, set, interval);
        face.command("DELETE", "Deletes a set.", ofSet(this::delete), set);
        face.command("ENABLE", "Lets a set be sent.", ofSet(found -> enable(found, true)), set);
        face.command("DISABLE", "Lets a set be sent no more.", ofSet(found -> enable(found, false)), set);
        face.command("ONE_SHOT", "Sends all of a set once, enabled or not.", ofSet(this::oneShot), set);
        face.command("APPEND", "Adds a channel to a set.", new Append(), set, channel, send, by);
        face.command("REMOVE", "Takes a channel out of a set.", this::remove, set, channel);
        face.command("SET_INTERVAL", "Changes how often a set is sent.", this::setInterval, set, interval);
        face.command("REPORT", "Says how a set is.", ofSet(this::tell), set);
    }

    private CommandHandler ofSet(Predicate<HousekeepingSet> deed) {
        return arguments -> {
            HousekeepingSet set = sets.get((int) arguments[0]);
            return set != null && deed.test(set) ? Outcome.COMPLETED : Outcome.FAILED_STATE;
        };
    }

    /** Refuses figures that have no meaning for the rule before the telecommand is accepted. */
    private final class Append implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            return rule(arguments[2]).allows(arguments[3]);
        }

        @Override
        public Outcome execute(double[] arguments) {
            HousekeepingSet set = sets.get((int) arguments[0]);
            Channel channel = channels.get((int) arguments[1]);
            if (set == null || !set.append(channel, rule(arguments[2]), arguments[3])) {
                return Outcome.FAILED_STATE;
            }
            events.raise(HousekeepingEvent.APPENDED, set.number, arguments[1], arguments[2], arguments[3]);
            return Outcome.COMPLETED;
        }
    }

    private static SendRule rule(double argument) {
        return SendRule.values()[(int) argument];
    }

    private static long nanos(double seconds) {
        return (long) (seconds * NANOS_PER_S);
    }

    private Outcome create(double[] arguments) {
        int number = (int) arguments[0];
        if (sets.get(number) != null) {
            return Outcome.FAILED_STATE;
        }
        sets.put(new HousekeepingSet(number, nanos(arguments[1]), false));
        events.raise(HousekeepingEvent.CREATED, number, arguments[1]);
        return Outcome.COMPLETED;
    }

    private boolean delete(HousekeepingSet set) {
        sets.remove(set.number);
        events.raise(HousekeepingEvent.DELETED, set.number);
        return true;
    }

    private boolean enable(HousekeepingSet set, boolean yes) {
        set.enable(yes);
        events.raise(yes ? HousekeepingEvent.ENABLED : HousekeepingEvent.DISABLED, set.number);
        return true;
    }

    private boolean oneShot(HousekeepingSet set) {
        set.sendOnce();
        return set.count() > 0;
    }

    private Outcome remove(double[] arguments) {
        HousekeepingSet set = sets.get((int) arguments[0]);
        if (set == null || !set.remove(channels.get((int) arguments[1]))) {
            return Outcome.FAILED_STATE;
        }
        events.raise(HousekeepingEvent.REMOVED, set.number, arguments[1]);
        return Outcome.COMPLETED;
    }

    private Outcome setInterval(double[] arguments) {
        HousekeepingSet set = sets.get((int) arguments[0]);
        if (set == null) {
            return Outcome.FAILED_STATE;
        }
        set.interval(nanos(arguments[1]));
        events.raise(HousekeepingEvent.INTERVAL, set.number, arguments[1]);
        return Outcome.COMPLETED;
    }

    private boolean tell(HousekeepingSet set) {
        events.raise(
                HousekeepingEvent.REPORT,
                set.number,
                set.count(),
                set.intervalNanos() / NANOS_PER_S,
                set.enabled() ? 1 : 0);
        return true;
    }

    /** The table of sets. */
    public Table<HousekeepingSets> table() {
        return table;
    }

    /** Takes the sealed dictionary, by which telecommands name channels; before the first cycle. */
    public void use(Dictionary dictionary) {
        channels = dictionary.channels();
    }

    /** Adds a taker of reports; before the first cycle. */
    public void attach(SetTaker taker) {
        takers.add(taker);
    }

    private void use(HousekeepingSets newSets) {
        sets = newSets;
        sets.forget();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        long staleNanos = nanos(staleS.value());
        int present = 0;
        int enabled = 0;
        int entries = 0;
        for (int i = 0; i < HousekeepingSets.CAPACITY; i++) {
            HousekeepingSet set = sets.get(i);
            if (set != null) {
                present++;
                enabled += set.enabled() ? 1 : 0;
                entries += set.count();
                send(set, tick, staleNanos);
            }
        }
        setCount.set(present);
        enabledCount.set(enabled);
        entryCount.set(entries);
        reportCount.set(reports);
    }

    private void send(HousekeepingSet set, Tick tick, long staleNanos) {
        if (!set.sample(tick.nanos(), staleNanos, report)) {
            return;
        }
        reports++;
        for (int i = 0; i < takers.size(); i++) {
            takers.get(i).take(report, tick.cycle(), tick.utcNanos());
        }
    }
}
