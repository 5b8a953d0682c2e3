package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.jspecify.annotations.Nullable;

/** What became of every telecommand that was sent. */
public final class TelecommandBook {
    private final List<Line> lines = new ArrayList<>();

    /**
     * One telecommand.
     *
     * @param planned what the scenario says
     * @param sentUtcNanos when it was sent, in nanoseconds since 1970-01-01T00:00:00Z
     * @param outcome the terminal report; null when there was none
     * @param reason why it was rejected or failed; {@link Reason#NONE} otherwise
     * @param answeredS time from sending to the terminal report, in s; NaN when there was none
     */
    public record Line(
            PlannedTelecommand planned,
            long sentUtcNanos,
            @Nullable Stage outcome,
            Reason reason,
            double answeredS) {
        /** Whether it ended as the scenario expects. */
        public boolean asExpected() {
            boolean inTime = Double.isNaN(planned.withinS()) || answeredS <= planned.withinS();
            return outcome == planned.expected() && inTime;
        }

        /** The outcome as a report shows it, such as {@code REJECTED (EXPIRED)}. */
        public String outcomeText() {
            if (outcome == null) {
                return "UNANSWERED";
            }
            return reason == Reason.NONE ? outcome.name() : outcome.name() + " (" + reason.name() + ")";
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    /** All of them, in the order in which they were sent. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How many ended in that stage. */
    public long count(Stage outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How many there were of each kind: {@code sent}, {@code completed}, {@code rejected.EXPIRED}, {@code unanswered}, ... */
    public SortedMap<String, Long> byOutcome() {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("sent", (long) lines.size());
        counts.put("completed", count(Stage.COMPLETED));
        counts.put("rejected", count(Stage.REJECTED));
        counts.put("failed", count(Stage.FAILED));
        counts.put(
                "unanswered",
                lines.stream().filter(line -> line.outcome() == null).count());
        for (Line line : lines) {
            if (line.outcome() != null && line.reason() != Reason.NONE) {
                counts.merge(
                        line.outcome().name().toLowerCase(java.util.Locale.ROOT) + "." + line.reason(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
