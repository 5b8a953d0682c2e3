package org.dawnline.tools.sim.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.jspecify.annotations.Nullable;

/** Puts the verification reports that came down beside the telecommands that were sent. */
final class ReportBook {
    private final Map<Long, Sent> sent = new LinkedHashMap<>();
    private final Map<Long, Outcome> outcomes = new LinkedHashMap<>();
    /** By counter, the times of all ends that differ: one that was under way when the software ended comes again as it was. */
    private final Map<Long, Set<Long>> executions = new LinkedHashMap<>();

    private final Set<Long> armings = new TreeSet<>();
    private int read;

    private record Sent(PlannedTelecommand planned, double timeS, long utcNanos) {}

    private record Outcome(Stage stage, Reason reason, double timeS) {}

    void sent(long counter, PlannedTelecommand planned, double timeS, long utcNanos) {
        sent.put(counter, new Sent(planned, timeS, utcNanos));
    }

    /** Counters of telecommands that only armed others. */
    void armed(List<Long> counters) {
        armings.addAll(counters);
    }

    /** How many reports were read. */
    int read() {
        return read;
    }

    /** Reads more reports, which have just come. */
    void read(List<VerificationReport> more, double timeS) {
        read += more.size();
        for (VerificationReport report : more) {
            Stage stage = Stage.valueOf(report.getStage());
            if (stage == Stage.COMPLETED || stage == Stage.FAILED) {
                executions
                        .computeIfAbsent(report.getCounter(), counter -> new TreeSet<>())
                        .add(report.getUtcNanos());
            }
            // What nobody proved to come from the ground says nothing about what the ground sent.
            if (stage.terminal() && !report.getUnproved()) {
                outcomes.putIfAbsent(
                        report.getCounter(), new Outcome(stage, Reason.valueOf(report.getReason()), timeS));
            }
        }
    }

    /** Telecommands that were executed more than once. */
    long executedTwice() {
        return executions.values().stream().filter(ends -> ends.size() > 1).count();
    }

    /** Executions under counters with which nothing was sent. */
    long executedUnsent() {
        return executions.keySet().stream()
                .filter(counter -> !sent.containsKey(counter) && !armings.contains(counter))
                .count();
    }

    /** What became of each. */
    TelecommandBook telecommands() {
        TelecommandBook book = new TelecommandBook();
        sent.forEach((counter, command) -> {
            @Nullable Outcome outcome = outcomes.get(counter);
            book.add(new TelecommandBook.Line(
                    command.planned(),
                    command.utcNanos(),
                    outcome == null ? null : outcome.stage(),
                    outcome == null ? Reason.NONE : outcome.reason(),
                    outcome == null ? Double.NaN : outcome.timeS() - command.timeS()));
        });
        return book;
    }
}
