package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/** One voted picture of the loop: temperatures as medians, flow as the mean of the meters, held against what the pumps say. */
final class LoopSensors {
    private static final int MAX_SENSORS = 16;
    private static final int MAX_PUMPS = 16;
    /** Meters this close to what the running pumps should give agree with them; their noise is then left out. */
    private static final double AGREEMENT_RATIO = 0.03;
    /** Full flow needs no more than all pumps; a meter that reads more is wrong. */
    private static final double FULL_FLOW = 1.0;

    private final ThermalHal loop;
    private final boolean pumped;
    private final double onePumpFlowRatio;
    private final Vote vote = new Vote(MAX_SENSORS);

    private double inletK = Double.NaN;
    private double outletK = Double.NaN;
    private double radiatorMeanK = Double.NaN;
    private double radiatorMinK = Double.NaN;
    private double meteredRatio = Double.NaN;
    private double flowRatio;
    private double areaRatio;
    private int pumpsRunning;

    LoopSensors(ThermalHal loop, VehicleProfile vehicle) {
        this.loop = loop;
        int pumps = vehicle.count("thermal.pumps", 0, MAX_PUMPS);
        pumped = pumps > 0;
        onePumpFlowRatio = pumps > 1 ? vehicle.number("thermal.onePumpFlowRatio", 0, FULL_FLOW) : FULL_FLOW;
    }

    void read() {
        readCoolant();
        readRadiator();
        readFlow();
    }

    private void readCoolant() {
        int thermistors = Math.min(MAX_SENSORS, loop.thermistorsPerPoint());
        vote.clear();
        for (int i = 0; i < thermistors; i++) {
            vote.add(loop.inletTempK(i));
        }
        inletK = vote.median();
        vote.clear();
        for (int i = 0; i < thermistors; i++) {
            vote.add(loop.outletTempK(i));
        }
        outletK = vote.median();
    }

    private void readRadiator() {
        double sumK = 0;
        double minK = Double.POSITIVE_INFINITY;
        int connected = 0;
        for (int wing = 0; wing < loop.wingCount(); wing++) {
            if (loop.wingConnected(wing)) {
                double wingK = wingK(wing);
                sumK += wingK;
                minK = wingK < minK ? wingK : minK;
                connected++;
            }
        }
        radiatorMeanK = connected > 0 ? sumK / connected : Double.NaN;
        radiatorMinK = Double.isInfinite(minK) ? Double.NaN : minK;
        areaRatio = loop.wingCount() > 0 ? (double) connected / loop.wingCount() : 0;
    }

    private double wingK(int wing) {
        vote.clear();
        for (int i = 0; i < Math.min(MAX_SENSORS, loop.thermistorsPerPoint()); i++) {
            vote.add(loop.radiatorTempK(wing, i));
        }
        return vote.median();
    }

    private void readFlow() {
        pumpsRunning = 0;
        for (int pump = 0; pump < loop.pumpCount(); pump++) {
            pumpsRunning += loop.pumpRunning(pump) ? 1 : 0;
        }
        vote.clear();
        for (int meter = 0; meter < Math.min(MAX_SENSORS, loop.flowMeterCount()); meter++) {
            vote.add(loop.flowRatio(meter));
        }
        meteredRatio = vote.mean();
        flowRatio = flowFrom(meteredRatio, expectedRatio());
    }

    // The lower of two witnesses: pumps may say that they turn while nothing flows, and a meter may stick.
    private static double flowFrom(double metered, double expected) {
        if (Double.isNaN(metered)) {
            return expected;
        }
        boolean agree = Math.abs(metered - expected) <= AGREEMENT_RATIO;
        return agree ? expected : Math.max(0, Math.min(metered, expected));
    }

    /** Whether pumps carry the heat; without them it is conducted, which nothing can stop. By the profile, not by what was found. */
    boolean pumped() {
        return pumped;
    }

    /** What the turning pumps should give. */
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
        return inletK;
    }

    /** Coolant leaving the rack, in K; NaN while unknown. */
    double outletK() {
        return outletK;
    }

    /** Mean of the connected wings' panels, in K; NaN while one of them is unknown or none is connected. */
    double radiatorMeanK() {
        return radiatorMeanK;
    }

    /** Coldest connected wing, in K; NaN while unknown. */
    double radiatorMinK() {
        return radiatorMinK;
    }

    /** What the meters say; NaN when none speaks. */
    double meteredRatio() {
        return meteredRatio;
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
