package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Fault;
import org.dawnline.tools.sim.scenario.BenchFaults;
import org.dawnline.tools.sim.scenario.PlannedFault;

/**
 * Draws up to three faults, their targets and their times. No two strike the sensors of one measuring point: of two sensors that lie
 * and one that does not, no software can tell which is right.
 */
final class FaultsDraw {
    private static final double[] COUNT_WEIGHTS = {0.15, 0.4, 0.3, 0.15};
    private static final double EVENT_SHARE = 0.4;
    private static final List<String> EVENTS =
            List.of("eclipseEntry", "eclipseEntry", "eclipseExit", "eclipseExit", "passStart");
    private static final int FIRST_S = 60;
    private static final double LATEST = 0.9;
    private static final int MAX_EVENT_DELAY_S = 1500;
    private static final int MIN_END_S = 30;
    private static final int MAX_END_S = 1800;
    private static final int MAX_SLOW_STEPS = 30;
    private static final double STUCK_WHERE_IT_IS_CHANCE = 0.4;

    private final Dice dice;
    private final VehicleProfile profile;
    private final Target target;
    private final Set<String> struckPoints = new TreeSet<>();
    private final StringBuilder faults = new StringBuilder();

    FaultsDraw(Dice dice, VehicleProfile profile) {
        this.dice = dice;
        this.profile = profile;
        target = new Target(profile);
    }

    void write(StringBuilder text, int durationS) {
        int count = dice.weighted(COUNT_WEIGHTS);
        for (int i = 0; i < count; i++) {
            draw(durationS);
        }
        if (!faults.isEmpty()) {
            text.append("faults:\n").append(faults);
        }
    }

    private void draw(int durationS) {
        List<FaultOdds> table = FaultOdds.TABLE;
        double[] weights = new double[table.size()];
        for (int i = 0; i < weights.length; i++) {
            boolean possible = table.get(i).fits(profile) && target.count(kind(table.get(i))) > 0;
            weights[i] = possible ? table.get(i).weight() : 0;
        }
        FaultOdds odds = table.get(dice.weighted(weights));
        Target.Kind kind = kind(odds);
        int index = dice.whole(0, target.count(kind) - 1);
        String name = target.name(kind, index, dice);
        String value = value(odds, index);
        Moment moment = moment(durationS);
        boolean ends = dice.chance(odds.endChance());
        int endsAfterS = dice.whole(MIN_END_S, MAX_END_S);
        if (kind == Target.Kind.SENSOR && !struckPoints.add(name.replaceFirst("\\..*", ""))) {
            return;
        }
        write(odds.fault(), moment.text(0), name, value);
        if (ends) {
            String endValue = odds.end().equals(odds.fault()) ? "0" : "";
            write(odds.end(), moment.text(endsAfterS), name, endValue);
        }
    }

    /** Whether a planned fault only ends another. */
    static boolean ends(PlannedFault fault) {
        boolean endsItself = FaultOdds.TABLE.stream()
                .anyMatch(
                        odds -> odds.fault().equals(fault.fault()) && odds.end().equals(odds.fault()));
        return FaultOdds.NEVER_DRAWN.containsKey(fault.fault()) || (endsItself && fault.value() == 0);
    }

    private static Target.Kind kind(FaultOdds odds) {
        for (Fault fault : BenchFaults.all()) {
            if (fault.name().equals(odds.fault())) {
                return Target.Kind.of(fault.target());
            }
        }
        throw new IllegalStateException("the simulator has no fault " + odds.fault());
    }

    private String value(FaultOdds odds, int index) {
        return switch (odds.fault()) {
            case "sensor.bias", "sensor.spike" ->
                target.sensorError(index, dice).toPlainString();
            case "sensor.drift" -> target.sensorDrift(index, dice).toPlainString();
            case "sensor.lie" -> target.sensorReading(index, dice).toPlainString();
            case "valve.stuck" -> {
                BigDecimal position = dice.decimal(odds.minValue(), odds.maxValue(), odds.digits());
                yield dice.chance(STUCK_WHERE_IT_IS_CHANCE) ? "-1" : position.toPlainString();
            }
            case "member.slow" ->
                dice.decimal(odds.minValue(), odds.maxValue(), odds.digits()).toPlainString() + ", steps: "
                        + dice.whole(1, MAX_SLOW_STEPS);
            case "gpu.xid" -> Integer.toString(dice.pick(FaultOdds.XIDS));
            default ->
                odds.maxValue() == 0
                        ? ""
                        : dice.decimal(odds.minValue(), odds.maxValue(), odds.digits())
                                .toPlainString();
        };
    }

    /** A time, or some time after an orbit event that may never come. */
    private record Moment(String event, int occurrence, int offsetS) {
        String text(int laterS) {
            return event.isEmpty()
                    ? Integer.toString(offsetS + laterS)
                    : "{event: " + event + ", occurrence: " + occurrence + ", delay: " + (offsetS + laterS) + "}";
        }
    }

    private Moment moment(int durationS) {
        if (dice.chance(EVENT_SHARE)) {
            return new Moment(dice.pick(EVENTS), dice.whole(1, 3), dice.whole(0, MAX_EVENT_DELAY_S));
        }
        return new Moment("", 0, dice.whole(FIRST_S, (int) (LATEST * durationS)));
    }

    private void write(String fault, String at, String name, String value) {
        faults.append("  - {fault: ").append(fault).append(", at: ").append(at);
        if (!name.isEmpty()) {
            faults.append(", target: ").append(name);
        }
        if (!value.isEmpty()) {
            faults.append(", value: ").append(value);
        }
        faults.append("}\n");
    }
}
