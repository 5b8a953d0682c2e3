package org.dawnline.fsw.thermal;

import java.util.Arrays;
import org.dawnline.fsw.core.sense.SensorGroup;
import org.dawnline.fsw.core.sense.SensorRules;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.ThermalHal.Point;
import org.dawnline.hal.VehicleProfile;

/**
 * One voted picture of the loop, and which of its sensors are wrong. Thermistors of one point are held against each other, coolant
 * before and behind the rack against the heat in between, wings against each other, flow meters against each other and the pumps.
 */
final class LoopSensors {
    private static final int MAX_PUMPS = 16;
    private static final double LOWEST_K = 120;
    private static final double HIGHEST_K = 450;
    /** An error of 3 K matters; biases and where they sit set thermistors of one point apart by half a kelvin more. */
    private static final double THERMISTOR_K = 3.5;
    /** How well the heat balance of the rack tells the coolant's temperature at one end from the other, also while it changes. */
    private static final double COOLANT_MODEL_K = 6;
    /** Wings that share a flow differ by what they see of the Earth and by what has happened to their coating. */
    private static final double WING_MODEL_K = 25;

    private static final double HIGHEST_FLOW_RATIO = 1.5;
    private static final double FLOW_METER_RATIO = 0.05;
    /** Below this flow the heat balance says nothing. */
    private static final double LEAST_FLOW_RATIO = 0.2;

    private static final double MAX_W = 1e7;
    private static final double MAX_J_PER_K = 1e9;
    private static final double MAX_K_PER_W = 10;
    private static final int MAX_DIES = 100_000;
    /** Meters this close to what the running pumps should give agree with them; their noise is then left out. */
    private static final double AGREEMENT_RATIO = 0.03;
    /** Full flow needs no more than all pumps; a meter that reads more is wrong. */
    private static final double FULL_FLOW = 1.0;

    private final ThermalHal loop;
    private final boolean pumped;
    private final double onePumpFlowRatio;
    private final double coolantWPerK;
    private final double busHeatW;
    private final double dieTimeS;
    private final SensorGroup inlet;
    private final SensorGroup outlet;
    private final SensorGroup[] wings;
    private final SensorGroup meters;

    private double allWingsK = Double.NaN;
    private double radiatorMeanK = Double.NaN;
    private double radiatorMinK = Double.NaN;
    private double heatW = Double.NaN;
    private double flowRatio;
    private double areaRatio;
    private int pumpsRunning;

    LoopSensors(ThermalHal loop, VehicleProfile vehicle) {
        this.loop = loop;
        int pumps = vehicle.count("thermal.pumps", 0, MAX_PUMPS);
        pumped = pumps > 0;
        onePumpFlowRatio = pumps > 1 ? vehicle.number("thermal.onePumpFlowRatio", 0, FULL_FLOW) : FULL_FLOW;
        coolantWPerK = vehicle.number("thermal.coolantWPerKAtFullFlow", 1, MAX_W);
        busHeatW = vehicle.number("thermal.busHeatW", 0, MAX_W);
        dieTimeS = vehicle.numberOr(0, "thermal.dieHeatCapacityJPerK", 0, MAX_J_PER_K)
                * vehicle.number("thermal.dieResistanceKPerW", 0, MAX_K_PER_W)
                / Math.max(1, vehicle.count("thermal.dieCount", 0, MAX_DIES));
        SensorRules thermistor = SensorRules.of(LOWEST_K, HIGHEST_K, THERMISTOR_K)
                .noisy(SensorRules.noisy(vehicle, "sensors.tempNoiseK", "sensors.tempQuantumK"));
        inlet = new SensorGroup(loop.thermistorsPerPoint(), thermistor.model(COOLANT_MODEL_K));
        outlet = new SensorGroup(loop.thermistorsPerPoint(), thermistor.model(COOLANT_MODEL_K));
        wings = new SensorGroup[loop.wingCount()];
        Arrays.setAll(wings, wing -> new SensorGroup(loop.thermistorsPerPoint(), thermistor.model(WING_MODEL_K)));
        meters = new SensorGroup(
                loop.flowMeterCount(),
                SensorRules.of(-FLOW_METER_RATIO, HIGHEST_FLOW_RATIO, FLOW_METER_RATIO)
                        .noisy(SensorRules.noisy(vehicle, "sensors.flowNoiseRatio", "sensors.flowQuantumRatio")));
    }

    /** The sensors, by their names in the simulator and on the ground. */
    SensorWatch.Roster roster() {
        SensorWatch.Roster roster = new SensorWatch.Roster().add("inlet", inlet).add("outlet", outlet);
        for (int wing = 0; wing < wings.length; wing++) {
            roster.add("wing" + wing, wings[wing]);
        }
        return roster.add("flow", meters);
    }

    /** Reads all sensors; {@code rackW} is the rack's input, by which coolant gets warmer in the rack. */
    void read(double rackW, double stepS) {
        readCoolant(rackW, stepS);
        readRadiator(stepS);
        readFlow(stepS);
    }

    private void readCoolant(double rackW, double stepS) {
        double nowW = rackW + busHeatW;
        heatW = Double.isNaN(heatW) ? nowW : heatW + (nowW - heatW) * stepS / (dieTimeS + stepS);
        double riseK = flowRatio >= LEAST_FLOW_RATIO ? heatW / (coolantWPerK * flowRatio) : Double.NaN;
        double inletByModelK = sensedK(outlet) - riseK;
        double outletByModelK = sensedK(inlet) + riseK;
        for (int i = 0; i < inlet.count(); i++) {
            inlet.take(i, loop.inletTempK(i), loop.readingAgeS(Point.INLET, i));
            outlet.take(i, loop.outletTempK(i), loop.readingAgeS(Point.OUTLET, i));
        }
        inlet.judge(inletByModelK, stepS);
        outlet.judge(outletByModelK, stepS);
    }

    private static double sensedK(SensorGroup group) {
        return group.sensed() ? group.value() : Double.NaN;
    }

    private void readRadiator(double stepS) {
        double sumK = 0;
        double minK = Double.POSITIVE_INFINITY;
        int connected = 0;
        double allK = 0;
        for (int wing = 0; wing < wings.length; wing++) {
            readWing(wing, stepS);
            allK += wings[wing].value();
            if (loop.wingConnected(wing)) {
                double wingK = wings[wing].value();
                sumK += wingK;
                minK = wingK < minK ? wingK : minK;
                connected++;
            }
        }
        allWingsK = allK / wings.length; // NaN without any
        radiatorMeanK = sumK / connected;
        radiatorMinK = Double.isInfinite(minK) ? Double.NaN : minK;
        areaRatio = wings.length > 0 ? (double) connected / wings.length : 0;
    }

    private void readWing(int wing, double stepS) {
        SensorGroup group = wings[wing];
        double byModelK = otherWingsK(wing);
        for (int i = 0; i < group.count(); i++) {
            int index = wing * group.count() + i;
            group.take(i, loop.radiatorTempK(wing, i), loop.readingAgeS(Point.RADIATOR, index));
        }
        group.judge(byModelK, stepS);
    }

    // An isolated wing goes its own way.
    private double otherWingsK(int wing) {
        double sumK = 0;
        int others = 0;
        for (int other = 0; other < wings.length && loop.wingConnected(wing); other++) {
            if (other != wing && loop.wingConnected(other)) {
                sumK += sensedK(wings[other]);
                others++;
            }
        }
        return sumK / others; // NaN without any
    }

    private void readFlow(double stepS) {
        pumpsRunning = 0;
        for (int pump = 0; pump < loop.pumpCount(); pump++) {
            pumpsRunning += loop.pumpRunning(pump) ? 1 : 0;
        }
        for (int meter = 0; meter < meters.count(); meter++) {
            meters.take(meter, loop.flowRatio(meter), loop.readingAgeS(Point.FLOW, meter));
        }
        meters.judge(expectedRatio(), stepS);
        flowRatio = flowFrom(meters.value(), expectedRatio());
    }

    // The lower of two witnesses: pumps may say that they turn while nothing flows, and a meter may stick. Where no
    // meter speaks, its group says what is expected.
    private static double flowFrom(double metered, double expected) {
        boolean agree = Math.abs(metered - expected) <= AGREEMENT_RATIO;
        return agree ? expected : Math.max(0, Math.min(metered, expected));
    }

    /** What the turning pumps should give; without pumps in the profile heat is conducted, which nothing can stop. */
    double expectedRatio() {
        if (!pumped) {
            return FULL_FLOW;
        }
        if (pumpsRunning == 0) {
            return 0;
        }
        return pumpsRunning == loop.pumpCount() ? FULL_FLOW : onePumpFlowRatio;
    }

    /** Coolant supplied to the rack, in K; NaN while unknown. */
    double inletK() {
        return inlet.value();
    }

    /** Coolant leaving the rack, in K; NaN while unknown. */
    double outletK() {
        return outlet.value();
    }

    /** Mean of the connected wings' panels, in K; NaN while one of them is unknown or none is connected. */
    double radiatorMeanK() {
        return radiatorMeanK;
    }

    /** Mean of all wings' panels, isolated ones included, in K; NaN while one of them is unknown. */
    double allWingsK() {
        return allWingsK;
    }

    /** Coldest connected wing, in K; NaN while unknown. */
    double radiatorMinK() {
        return radiatorMinK;
    }

    /** What the meters say; what the pumps should give when none speaks. */
    double meteredRatio() {
        return meters.value();
    }

    /** Best estimate of the flow ratio, 0..1. */
    double flowRatio() {
        return flowRatio;
    }

    /** Share of the radiator that is connected, 0..1. */
    double areaRatio() {
        return areaRatio;
    }

    int pumpsRunning() {
        return pumpsRunning;
    }

    /** Whether all pumps give full flow through all wings. */
    boolean healthy() {
        return flowRatio >= FULL_FLOW - AGREEMENT_RATIO && areaRatio >= FULL_FLOW;
    }
}
