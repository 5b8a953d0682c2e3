package org.dawnline.fsw.core.table;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;

/** A table for tests: limits of channels, and what to do about them. */
final class LimitTable implements Table<List<LimitTable.Limit>> {
    record Limit(Channel channel, double above, int samples, long restNanos, Call call) {}

    private final String name;
    List<Limit> active = List.of();
    int activations;

    LimitTable(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "limits";
    }

    @Override
    public List<Limit> read(Rows rows) {
        List<Limit> limits = new ArrayList<>();
        for (Row row : rows.list()) {
            row.word(0, "the word", List.of("limit"));
            limits.add(new Limit(
                    row.channel("channel"),
                    row.number("above", -100, 100.5),
                    row.whole("samples", 1, 10, 1),
                    row.durationNanos("rest", 0, 3_600_000_000_000L, 0),
                    row.call("do")));
        }
        return limits;
    }

    @Override
    public void activate(List<Limit> content) {
        active = content;
        activations++;
    }
}
