package org.dawnline.fsw.core.telemetry;

import java.util.List;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.EventThrottles;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/**
 * The table of throttles; later rows override earlier ones:
 *
 * <pre>
 * events     perS=1 burst=8
 * components perS=15 burst=32
 * event      name=core.CYCLE_SLIP perS=0.1 burst=3
 * component  name=compute perS=30 burst=64
 * </pre>
 */
public final class ThrottleTable implements Table<EventThrottles> {
    /** Kind and name of the table. */
    public static final String KIND = "throttles";

    private static final List<String> WORDS = List.of("events", "components", "event", "component");
    private static final double MAX_PER_S = 1_000;
    private static final double MAX_BURST = 10_000;

    private final EventLog log;

    /** The throttles of a log of events. */
    public ThrottleTable(EventLog log) {
        this.log = log;
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
    public EventThrottles read(Rows rows) {
        EventThrottles throttles = log.throttles();
        for (Row row : rows.list()) {
            int word = row.word(0, "what is throttled", WORDS);
            double perS = row.number("perS", 0, MAX_PER_S);
            double burst = row.number("burst", 1, MAX_BURST);
            switch (word) {
                case 0 -> throttles.everyEvent(perS, burst);
                case 1 -> throttles.everyComponent(perS, burst);
                case 2 -> {
                    if (row.event("name") >= 0) {
                        throttles.event(row.text("name"), perS, burst);
                    }
                }
                case 3 -> {
                    if (!throttles.component(row.text("name"), perS, burst)) {
                        row.problem("name", Flaw.UNKNOWN_NAME, "is " + row.text("name") + ", which raises no events");
                    }
                }
                default -> {} // the row has said what is wrong
            }
        }
        return throttles;
    }

    @Override
    public void activate(EventThrottles throttles) {
        log.use(throttles);
    }
}
