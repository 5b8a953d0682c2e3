package org.dawnline.tools.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.Fault;
import org.dawnline.tools.ground.Suggestion;

/** An entry of {@code faults}, checked against the catalogues of the simulator and the bench. */
final class FaultEntry {
    private static final int MOST_TARGETS = 10_000;

    private final Section entry;
    private final Fault fault;

    private FaultEntry(Section entry) {
        this.entry = entry;
        String name = entry.text("fault", "");
        List<Fault> catalogue = BenchFaults.all();
        fault = catalogue.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> entry.refusal(
                        "fault",
                        "is \"" + name + "\", which is no fault; "
                                + Suggestion.forName(
                                        name,
                                        catalogue.stream().map(Fault::name).toList())));
    }

    static FaultRule read(Section entry) {
        return new FaultEntry(entry).rule();
    }

    private FaultRule rule() {
        if (entry.has("steps") && !fault.name().equals(PlannedFault.MEMBER_SLOW)) {
            throw entry.refusal(
                    "steps", "stands here, but " + fault.name() + " has none; expected it for member.slow only");
        }
        checkValue();
        boolean range = entry.isSection("value");
        double value = range ? entry.section("value").number("from", 0) : entry.number("value", 0);
        return new FaultRule(
                entry.place(),
                entry.text("id", ""),
                entry.moment("at"),
                fault.name(),
                targets(),
                value,
                range ? entry.section("value").number("to", value) : value,
                (int) entry.whole("steps", 0),
                count(),
                entry.span("every", 0));
    }

    // Once more at the same moment would be nothing: there must be a time, an event or luck between two strikes.
    private int count() {
        int count = (int) entry.whole("count", 1);
        Moment at = entry.moment("at");
        boolean apart =
                at.spreadS() > 0 || (at.trigger().relative() && at.fault().isEmpty()) || entry.has("every");
        if (count > 1 && !apart) {
            throw entry.refusal("count", "has no time between the strikes; expected every, an event or a random time");
        }
        if (entry.has("every") && !entry.has("count")) {
            throw entry.refusal("every", "stands without count");
        }
        return count;
    }

    private List<String> targets() {
        if (!fault.target().isEmpty() && !entry.has("target")) {
            throw entry.refusal("target", "is missing; expected " + fault.target());
        }
        if (fault.target().isEmpty() && entry.has("target")) {
            throw entry.refusal("target", "stands here, but " + fault.name() + " has no target");
        }
        if (!entry.isSection("target")) {
            return List.of(entry.text("target", ""));
        }
        Section target = entry.section("target");
        List<String> targets = new ArrayList<>(target.texts("oneOf"));
        long to = Math.min(target.whole("to", -1), MOST_TARGETS);
        for (long number = target.whole("from", 0); number <= to; number++) {
            targets.add(Long.toString(number));
        }
        if (targets.isEmpty()) {
            throw entry.refusal("target", "names nothing; expected oneOf, or from and to");
        }
        return targets;
    }

    private void checkValue() {
        if (!fault.hasValue()) {
            if (entry.has("value")) {
                throw entry.refusal("value", "stands here, but " + fault.name() + " has no value");
            }
            return;
        }
        String expected = "expected " + fault.unit() + " from " + fault.min() + " to " + fault.max();
        if (!entry.has("value")) {
            throw entry.refusal("value", "is missing; " + expected);
        }
        Section range = entry.section("value");
        double[] values = entry.isSection("value")
                ? new double[] {range.number("from", Double.NaN), range.number("to", Double.NaN)}
                : new double[] {entry.number("value", Double.NaN)};
        for (double value : values) {
            if (!(value >= fault.min() && value <= fault.max())) {
                throw entry.refusal("value", "is " + value + "; " + expected);
            }
        }
    }
}
