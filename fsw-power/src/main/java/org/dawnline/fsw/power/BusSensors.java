package org.dawnline.fsw.power;

import org.dawnline.fsw.core.sense.SensorGroup;
import org.dawnline.fsw.core.sense.SensorRules;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * The meters of array and bus, held against each other: what the array gives and the battery gives is what the bus draws, and that is
 * what loads and rack say that they draw. Whoever is alone against two is wrong.
 */
final class BusSensors {
    private static final double MAX_W = 1e8;
    private static final double RATIO = 0.05;
    private static final double OF_RATING = 0.03;
    private static final double HIGHEST_OF_RATING = 3;
    private static final double FRESH_S = 2;
    /** While the battery gives so much of its rating the array gives all that it can. */
    private static final double DISCHARGE_RATIO = 0.05;

    private final PowerHal eps;
    private final ComputeHal rack;
    private final BusBudget budget;
    private final SensorGroup array;
    private final SensorGroup bus;
    private final SensorGroup cells;
    private final Vote witnesses = new Vote(3);
    private final double dischargeW;

    BusSensors(PowerHal eps, ComputeHal rack, VehicleProfile vehicle, BusBudget budget) {
        this.eps = eps;
        this.rack = rack;
        this.budget = budget;
        double batteryW = vehicle.number("battery.maxDischargeW", 1, MAX_W);
        double arrayW = vehicle.numberOr(batteryW, "array.powerAt1AuW", 1, MAX_W);
        double most = HIGHEST_OF_RATING * (arrayW + batteryW);
        SensorRules rules = SensorRules.of(-most, most, OF_RATING * arrayW)
                .andRatio(RATIO)
                .model(OF_RATING * arrayW)
                .noisy(SensorRules.noisy(vehicle, "sensors.powerNoiseRatio", "sensors.powerQuantumW"));
        array = new SensorGroup(1, rules);
        bus = new SensorGroup(1, rules);
        cells = new SensorGroup(1, rules);
        dischargeW = DISCHARGE_RATIO * batteryW;
    }

    /** The sensors, by their names in the simulator and on the ground. */
    void enlist(SensorWatch.Roster roster) {
        roster.add("array.power", array).add("bus.power", bus).add("capability.power", cells);
    }

    /** Reads all meters; {@code batteryW} is the power at the battery's terminals, positive while it discharges. */
    void read(double batteryW, double stepS) {
        double arrayW = seen(Meter.ARRAY_POWER, eps.arrayPowerW());
        double busW = seen(Meter.BUS_LOAD, eps.busLoadW());
        double drawnW = drawnW();
        bus.take(0, eps.busLoadW(), eps.readingAgeS(Meter.BUS_LOAD, 0));
        bus.judge(middle(busW, arrayW + batteryW, drawnW), stepS);
        array.take(0, eps.arrayPowerW(), eps.readingAgeS(Meter.ARRAY_POWER, 0));
        array.judge(middle(arrayW, busW - batteryW, drawnW - batteryW), stepS);
        cells.take(0, eps.arrayCapabilityW(), eps.readingAgeS(Meter.ARRAY_CAPABILITY, 0));
        cells.judge(capabilityByArrayW(batteryW), stepS);
    }

    private double seen(Meter meter, double readingW) {
        return eps.readingAgeS(meter, 0) <= FRESH_S ? readingW : Double.NaN;
    }

    // Without a third witness nobody is accused, but one that is silent is replaced.
    private double middle(double meterW, double byBalanceW, double byLoadsW) {
        witnesses.clear();
        witnesses.add(meterW);
        witnesses.add(byBalanceW);
        witnesses.add(byLoadsW);
        boolean silent = !Double.isFinite(meterW);
        if (silent) {
            return Double.isFinite(byBalanceW) ? byBalanceW : byLoadsW;
        }
        return witnesses.count() == 3 ? witnesses.median() : Double.NaN;
    }

    /** What loads and rack say that they draw, in W; NaN where one of them is silent. */
    private double drawnW() {
        double sumW = budget.hasRack() ? rack.rackPowerW() / budget.pduEfficiencyRatio() : 0;
        for (int load = 0; load < eps.loadCount(); load++) {
            sumW += eps.readingAgeS(Meter.LOAD_POWER, load) <= FRESH_S ? eps.loadPowerW(load) : Double.NaN;
        }
        return sumW;
    }

    // An array that gives more than its cells say can be, or all that it has and yet less, shows that they are wrong.
    private double capabilityByArrayW(double batteryW) {
        boolean decided = array.good(0) && bus.good(0);
        boolean all = batteryW > dischargeW || array.value() > eps.arrayCapabilityW();
        return decided && all ? array.value() : Double.NaN;
    }

    /** Power that the array delivers, in W; NaN while unknown. */
    double arrayW() {
        return array.value();
    }

    /** Power drawn from the bus, in W; NaN while unknown. */
    double busW() {
        return bus.value();
    }

    /** Power that the array could deliver by its reference cells, in W; NaN while unknown. */
    double capabilityW() {
        return cells.value();
    }
}
