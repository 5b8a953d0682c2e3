package org.dawnline.tools.sim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.random.RandomStream;
import org.dawnline.tools.ground.Suggestion;

/**
 * What a scenario leaves to luck, drawn from its seed: when the faults strike, on what, and how hard. Every entry of the file draws
 * from a stream of its own, so that one more entry moves none of the others.
 */
public final class Timetable {
    private final List<PlannedFault> faults = new ArrayList<>();
    private final Map<String, Trigger> firstStrikes = new LinkedHashMap<>();
    private final long seed;

    /** Draws everything for the scenario's seed; refuses a moment after a fault that is not there. */
    public Timetable(Scenario scenario) {
        seed = scenario.seed();
        for (FaultRule rule : scenario.faults()) {
            draw(rule);
        }
    }

    private void draw(FaultRule rule) {
        RandomStream luck = new RandomStream(seed, "scenario." + rule.place().key());
        for (int strike = 0; strike < rule.count(); strike++) {
            Trigger at = drawn(rule.at(), rule.place(), luck);
            if (strike > 0 && rule.at().spreadS() == 0) {
                at = later(at, strike, rule.everyS());
            }
            if (strike == 0 && !rule.id().isEmpty()) {
                firstStrikes.put(rule.id(), at);
            }
            String target =
                    rule.targets().get((int) (luck.nextDouble() * rule.targets().size()));
            double value = luck.uniform(rule.value(), rule.valueTo());
            faults.add(new PlannedFault(rule.place(), at, rule.fault(), target, value, rule.steps()));
        }
    }

    private static Trigger later(Trigger first, int strike, double everyS) {
        return first.relative() && everyS == 0
                ? new Trigger(first.event(), first.nth() + strike, first.offsetS())
                : new Trigger(first.event(), first.nth(), first.offsetS() + strike * everyS);
    }

    private Trigger drawn(Moment moment, Place place, RandomStream luck) {
        Trigger base = moment.trigger();
        if (!moment.fault().isEmpty()) {
            Trigger strike = firstStrikes.get(moment.fault());
            if (strike == null) {
                throw new WrongScenario(
                        place,
                        "speaks of the fault \"" + moment.fault() + "\", which has not been named before; "
                                + Suggestion.forName(moment.fault(), firstStrikes.keySet()));
            }
            base = new Trigger(strike.event(), strike.nth(), strike.offsetS() + base.offsetS());
        }
        return new Trigger(base.event(), base.nth(), base.offsetS() + luck.uniform(0, moment.spreadS()));
    }

    /** Every single strike, in the order of the file. */
    public List<PlannedFault> faults() {
        return List.copyOf(faults);
    }

    /** When a moment comes, {@code place} being where it stands; what it leaves to luck is drawn once and for all. */
    public Trigger trigger(Moment moment, Place place) {
        return drawn(moment, place, new RandomStream(seed, "scenario." + place.key()));
    }
}
