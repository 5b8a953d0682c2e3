package org.dawnline.fsw.core.telemetry;

import java.util.List;
import java.util.function.Consumer;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/**
 * The table of housekeeping sets:
 *
 * <pre>
 * set     id=3 interval=10s enabled=yes
 * channel set=3 channel=power.soc send=DEADBAND by=0.01
 * channel set=3 channel=mode.current send=CHANGE
 * channel set=3 channel=power.busLoadW
 * </pre>
 */
public final class HousekeepingTable implements Table<HousekeepingSets> {
    /** Kind and name of the table. */
    public static final String KIND = "housekeeping";

    /** Shortest interval, in ns. */
    static final long MIN_INTERVAL_NANOS = 1_000_000_000L;

    /** Longest interval, in ns. */
    static final long MAX_INTERVAL_NANOS = 86_400 * MIN_INTERVAL_NANOS;

    /** Largest figure of a rule. */
    static final double MAX_FIGURE = 1e12;

    private static final List<String> WORDS = List.of("set", "channel");

    private final Consumer<HousekeepingSets> use;

    HousekeepingTable(Consumer<HousekeepingSets> use) {
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
    public HousekeepingSets read(Rows rows) {
        HousekeepingSets sets = new HousekeepingSets();
        for (Row row : rows.list()) {
            switch (row.word(0, "the row", WORDS)) {
                case 0 -> readSet(row, sets);
                case 1 -> readChannel(row, sets);
                default -> {} // the row has said what is wrong
            }
        }
        return sets;
    }

    private static void readSet(Row row, HousekeepingSets sets) {
        int id = row.whole("id", 0, HousekeepingSets.CAPACITY - 1);
        long intervalNanos = row.durationNanos("interval", MIN_INTERVAL_NANOS, MAX_INTERVAL_NANOS);
        boolean enabled = row.yes("enabled", true);
        if (sets.get(id) != null) {
            row.problem("id", Flaw.DOUBLED, "is " + id + ", which another row has");
        }
        sets.put(new HousekeepingSet(id, intervalNanos, enabled));
    }

    private static void readChannel(Row row, HousekeepingSets sets) {
        HousekeepingSet set = sets.get(row.whole("set", 0, HousekeepingSets.CAPACITY - 1));
        Channel channel = row.channel("channel");
        SendRule rule = row.choice("send", SendRule.class, SendRule.ALWAYS);
        double figure = row.number("by", 0, MAX_FIGURE, 0);
        if (!rule.allows(figure)) {
            row.problem("by", Flaw.OUT_OF_RANGE, "is " + figure + ", which has no meaning for " + rule);
        }
        if (set == null) {
            row.problem("set", Flaw.UNKNOWN_NAME, "has no row before this one");
        } else if (channel != null && !set.append(channel, rule, figure)) {
            row.problem("channel", Flaw.CONFLICT, "is in the set already, or the set is full");
        }
    }

    @Override
    public void activate(HousekeepingSets sets) {
        use.accept(sets);
    }
}
