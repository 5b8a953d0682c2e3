package org.dawnline.tools.sim.scenario;

import java.util.List;

/**
 * A fault as a scenario states it: once or several times, at a given or a random moment, on a given or a random target.
 *
 * @param place where it stands
 * @param id what moments call it; empty when none does
 * @param at when it strikes first
 * @param fault its name in the catalogue
 * @param targets which device, by number or name; one of several is drawn for each strike
 * @param value how much, in the unit of the catalogue; 0 when that means nothing
 * @param valueTo upper end of a range from which the value is drawn for each strike; equal to {@code value} for none
 * @param steps for {@link PlannedFault#MEMBER_SLOW}: how many steps of the member are charged; 0 for all that follow
 * @param count how often it strikes
 * @param everyS time between two strikes, in s; 0 when they follow orbit events or are drawn
 */
public record FaultRule(
        Place place,
        String id,
        Moment at,
        String fault,
        List<String> targets,
        double value,
        double valueTo,
        int steps,
        int count,
        double everyS) {
    /** Copies the list. */
    public FaultRule {
        targets = List.copyOf(targets);
    }

    /** That one strike. */
    public static FaultRule once(PlannedFault fault) {
        return new FaultRule(
                fault.place(),
                "",
                Moment.of(fault.at()),
                fault.fault(),
                List.of(fault.target()),
                fault.value(),
                fault.value(),
                fault.steps(),
                1,
                0);
    }
}
