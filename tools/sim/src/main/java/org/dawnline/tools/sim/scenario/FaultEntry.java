package org.dawnline.tools.sim.scenario;

import java.util.List;
import org.dawnline.sim.Fault;
import org.dawnline.sim.Faults;

/** An entry of {@code faults}, checked against the simulator's catalogue. */
final class FaultEntry {
    private FaultEntry() {}

    static PlannedFault read(Section entry) {
        String name = entry.text("fault", "");
        List<Fault> catalogue = Faults.catalogue();
        Fault fault = catalogue.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> entry.refusal(
                        "fault",
                        "is \"" + name + "\", which is no fault; "
                                + Suggestion.forName(
                                        name,
                                        catalogue.stream().map(Fault::name).toList())));
        boolean member = name.equals(PlannedFault.MEMBER_SLOW);
        if (entry.has("steps") && !member) {
            throw entry.refusal("steps", "stands here, but " + name + " has none; expected it for member.slow only");
        }
        return new PlannedFault(
                entry.place(), entry.moment("at"), name, target(entry, fault), value(entry, fault), (int)
                        entry.whole("steps", 0));
    }

    private static String target(Section entry, Fault fault) {
        if (!fault.target().isEmpty() && !entry.has("target")) {
            throw entry.refusal("target", "is missing; expected " + fault.target());
        }
        if (fault.target().isEmpty() && entry.has("target")) {
            throw entry.refusal("target", "stands here, but " + fault.name() + " has no target");
        }
        return entry.text("target", "");
    }

    private static double value(Section entry, Fault fault) {
        if (!fault.hasValue()) {
            if (entry.has("value")) {
                throw entry.refusal("value", "stands here, but " + fault.name() + " has no value");
            }
            return 0;
        }
        String expected = "expected " + fault.unit() + " from " + fault.min() + " to " + fault.max();
        if (!entry.has("value")) {
            throw entry.refusal("value", "is missing; " + expected);
        }
        double value = entry.number("value", Double.NaN);
        if (!(value >= fault.min() && value <= fault.max())) {
            throw entry.refusal("value", "is " + value + "; " + expected);
        }
        return value;
    }
}
