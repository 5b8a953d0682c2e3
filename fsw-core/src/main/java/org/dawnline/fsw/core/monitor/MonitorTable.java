package org.dawnline.fsw.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The table of monitors, one row each:
 *
 * <pre>
 * limit    id=1 name=charge channel=power.soc min=0.2 band=0.02 bad=3 of=5 good=10 severity=WARNING_HI
 * expected id=2 name=pump channel=thermal.pumps mask=3 value=3
 * state    id=3 name=link channel=comms.state in=UP,IDLE
 * delta    id=4 name=jump channel=power.busV min=-5 max=5
 * rate     id=5 name=warming channel=thermal.returnK max=0.5
 * stale    id=6 name=silent channel=orbit.fixAge age=60s
 * nan      id=7 name=blind channel=power.soc
 * </pre>
 *
 * Each may have {@code group}, {@code age} (too old; 30 s if not said, {@code never}), {@code bad}, {@code of}, {@code good},
 * {@code state}, {@code severity}, and {@code while=CHANNEL whileMin= whileMax=} or {@code whileIn=STATE,...}.
 */
public final class MonitorTable implements Table<MonitorBank> {
    /** Kind and name of the table. */
    public static final String KIND = "monitors";

    private static final List<String> WORDS = List.of("limit", "expected", "state", "delta", "rate", "stale", "nan");
    private static final double LARGEST = 1e15;
    private static final long LARGEST_MASK = (1L << 31) - 1;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final long DEFAULT_AGE_NANOS = 30 * NANOS_PER_S;
    private static final long MIN_AGE_NANOS = 1_000_000L;
    private static final long MAX_AGE_NANOS = 7L * 86_400 * NANOS_PER_S;
    private static final int MAX_STATES = Long.SIZE;

    private final Consumer<MonitorBank> use;

    MonitorTable(Consumer<MonitorBank> use) {
        this.use = use;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<Integer, String> names(MonitorBank content) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < content.count(); i++) {
            names.put(content.monitor(i).id(), content.monitor(i).name());
        }
        return names;
    }

    @Override
    public MonitorBank read(Rows rows) {
        List<Monitor> monitors = new ArrayList<>();
        Set<Integer> ids = new TreeSet<>();
        for (Row row : rows.list()) {
            Monitor monitor = monitor(row);
            if (monitor != null && !ids.add(monitor.id())) {
                row.problem("id", Flaw.DOUBLED, "is " + monitor.id() + ", which another row has");
            } else if (monitor != null) {
                monitors.add(monitor);
            }
        }
        if (monitors.size() > MonitorBank.CAPACITY) {
            rows.problems().add(Flaw.TOO_MANY, monitors.size() + " monitors, at most " + MonitorBank.CAPACITY);
            return new MonitorBank(List.of());
        }
        return new MonitorBank(monitors);
    }

    private static @Nullable Monitor monitor(Row row) {
        int word = row.word(0, "the check", WORDS);
        int id = row.whole("id", 0, Monitor.MAX_ID);
        int group = row.whole("group", 0, Monitor.MAX_GROUP, 0);
        String name = row.text("name");
        Channel channel = row.channel("channel");
        double maxAgeS = age(row);
        Persistence persistence = persistence(row);
        MonitorState state = row.choice("state", MonitorState.class, MonitorState.ACTIVE);
        Severity severity = severity(row);
        Condition condition = row.has("while") ? condition(row) : null;
        Check check = word < 0 ? null : check(row, WORDS.get(word), channel);
        return check == null || channel == null || persistence == null
                ? null
                : new Monitor(id, name, group, channel, check, maxAgeS, persistence, condition, state, severity);
    }

    private static double age(Row row) {
        if (row.text("age", "").equals("never")) {
            return Double.POSITIVE_INFINITY;
        }
        long nanos = row.durationNanos("age", MIN_AGE_NANOS, MAX_AGE_NANOS, DEFAULT_AGE_NANOS);
        return nanos / (double) NANOS_PER_S;
    }

    private static Severity severity(Row row) {
        Severity severity = row.choice("severity", Severity.class, Severity.WARNING_LO);
        if (severity != Severity.WARNING_HI && severity != Severity.WARNING_LO && severity != Severity.ACTIVITY_HI) {
            row.problem(
                    "severity", Flaw.OUT_OF_RANGE, "is " + severity + ", expected WARNING_HI, WARNING_LO, ACTIVITY_HI");
        }
        return severity;
    }

    private static @Nullable Persistence persistence(Row row) {
        int bad = row.whole("bad", 1, Persistence.MAX_SAMPLES, 1);
        int of = row.whole("of", 1, Persistence.MAX_SAMPLES, bad);
        int good = row.whole("good", 1, Persistence.MAX_SAMPLES, 1);
        if (bad > of) {
            row.problem("bad", Flaw.CONFLICT, "is " + bad + ", more than the " + of + " samples that are remembered");
            return null;
        }
        return new Persistence(bad, of, good);
    }

    private static @Nullable Condition condition(Row row) {
        Channel channel = row.channel("while");
        if (channel == null) {
            return null;
        }
        if (row.has("whileIs")) {
            int state = row.choice("whileIs", channel.states());
            return new Condition(channel, state, state);
        }
        double low = row.number("whileMin", -LARGEST, LARGEST, Double.NEGATIVE_INFINITY);
        double high = row.number("whileMax", -LARGEST, LARGEST, Double.POSITIVE_INFINITY);
        if (low > high) {
            row.problem("whileMin", Flaw.CONFLICT, "is above whileMax");
            return null;
        }
        return new Condition(channel, low, high);
    }

    private static @Nullable Check check(Row row, String word, @Nullable Channel channel) {
        return switch (word) {
            case "limit" -> limits(row, Check.Kind.LIMIT);
            case "delta" -> limits(row, Check.Kind.DELTA);
            case "rate" -> limits(row, Check.Kind.RATE);
            case "expected" ->
                Check.expected((long) row.number("mask", 0, LARGEST_MASK, LARGEST_MASK), (long)
                        row.number("value", 0, LARGEST_MASK));
            case "state" -> states(row, channel);
            case "stale" -> Check.stale();
            default -> Check.notANumber();
        };
    }

    private static @Nullable Check limits(Row row, Check.Kind kind) {
        if (!row.has("min") && !row.has("max")) {
            row.problem("min", Flaw.MISSING, "and max are missing, one of them must be there");
            return null;
        }
        double low = row.number("min", -LARGEST, LARGEST, Double.NEGATIVE_INFINITY);
        double high = row.number("max", -LARGEST, LARGEST, Double.POSITIVE_INFINITY);
        double band = kind == Check.Kind.LIMIT ? row.number("band", 0, LARGEST, 0) : 0;
        if (!(high - low >= 2 * band)) {
            row.problem("min", Flaw.CONFLICT, "to max leaves nothing that could pass");
            return null;
        }
        return new Check(kind, low, high, band, 0, 0);
    }

    private static @Nullable Check states(Row row, @Nullable Channel channel) {
        String names = row.text("in");
        if (channel == null) {
            return null;
        }
        if (channel.states().isEmpty() || channel.states().size() > MAX_STATES) {
            row.problem("channel", Flaw.CONFLICT, "is " + channel.name() + ", which is no state");
            return null;
        }
        long allowed = 0;
        for (String name : names.split(",", -1)) {
            int state = channel.states().indexOf(name);
            if (state < 0) {
                String known = String.join(", ", channel.states());
                row.problem("in", Flaw.UNKNOWN_NAME, "has " + name + ", expected some of " + known);
                return null;
            }
            allowed |= 1L << state;
        }
        return Check.states(allowed);
    }

    @Override
    public void activate(MonitorBank bank) {
        use.accept(bank);
    }
}
