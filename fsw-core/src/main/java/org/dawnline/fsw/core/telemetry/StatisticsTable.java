package org.dawnline.fsw.core.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/** The table of statistics: {@code watch slot=0 channel=power.soc window=10min}. */
public final class StatisticsTable implements Table<List<StatisticsTable.Entry>> {
    /** Kind and name of the table. */
    public static final String KIND = "statistics";

    private static final List<String> WORDS = List.of("watch");

    private final Consumer<List<Entry>> use;

    /**
     * What a slot watches.
     *
     * @param slot number of the slot
     * @param channel the channel
     * @param windowNanos length of a window, in ns
     */
    public record Entry(int slot, Channel channel, long windowNanos) {}

    StatisticsTable(Consumer<List<Entry>> use) {
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
    public List<Entry> read(Rows rows) {
        List<Entry> entries = new ArrayList<>();
        Set<Integer> slots = new TreeSet<>();
        for (Row row : rows.list()) {
            row.word(0, "the row", WORDS);
            int slot = row.whole("slot", 0, Statistics.SLOTS - 1);
            Channel channel = row.channel("channel");
            long windowNanos = row.durationNanos("window", Statistics.MIN_WINDOW_NANOS, Statistics.MAX_WINDOW_NANOS);
            if (!slots.add(slot)) {
                row.problem("slot", Flaw.DOUBLED, "is " + slot + ", which another row has");
            } else if (channel != null) {
                entries.add(new Entry(slot, channel, windowNanos));
            }
        }
        return List.copyOf(entries);
    }

    @Override
    public void activate(List<Entry> entries) {
        use.accept(entries);
    }
}
