package org.dawnline.fsw.thermal;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeThermal;

/**
 * The coolant loop of ai1 in a few lines: dies, coolant and radiator as three thermal masses, and a rack that draws what it
 * may, down to nothing when its ceiling is zero.
 */
final class LoopBench {
    static final double ZERO_C = 273.15;
    private static final double STEP_S = 0.1;
    private static final int STEPS_PER_REGULATION = 10;
    private static final double FULL_FLOW_W_PER_K = 12_000;
    private static final double VALVE_TRAVEL_S = 10;
    private static final double EMITTED = 2 * 0.95 * 0.92 * 5.670374419e-8;

    final ComponentHarness harness = new ComponentHarness(new FakeHal(), STEP_S);
    final FakeThermal loop = harness.hal().thermal;
    final FakeCompute rack = harness.hal().compute;
    final ThermalReflex reflex;
    final ThermalManager manager;

    double demandW = 120_000;
    double dieK;
    double coolantK;
    double radiatorK;
    double areaRatio = 1;
    /** What panels and contacts have left, which the profile does not say. */
    double panelRatio = 1;

    double contactRatio = 1;
    /** A wing that is isolated, in K. */
    double isolatedK = ZERO_C;
    /** Part of the coolant that has leaked. */
    double lostRatio;
    /** One sigma of every temperature, in K. */
    double noiseK;

    boolean rackMeterSilent;
    double rackW;
    double maxDieK;
    double minSupplyK = 1000;
    double minRadiatorK = 1000;

    LoopBench() {
        manager = new ThermalManager(harness.face("thermal"), loop, rack, Ai1Loop.profile(), harness.modes());
        reflex = new ThermalReflex(harness.face("thermalReflex"), loop, rack, Ai1Loop.profile(), manager.capabilityW());
        harness.flyAtTwoRates(reflex, manager, STEPS_PER_REGULATION);
        steady(120_000);
    }

    /** Puts the loop into balance at a rack power. */
    void steady(double powerW) {
        LoopModel model = new LoopModel(new LoopFigures(Ai1Loop.profile()));
        dieK = model.steadyDieTempK(powerW, 1, 1);
        coolantK = dieK - 0.85 * powerW * 0.009 / 72;
        radiatorK = model.radiatorTempK(powerW + 4000, 1);
        demandW = powerW;
        rackW = powerW;
        maxDieK = dieK;
        show();
    }

    void fly(double seconds) {
        for (long i = 0; i < Math.round(seconds / STEP_S); i++) {
            harness.tick();
            rackW = Math.min(demandW, Math.min(ceilingW(), grantW()));
            rack.rackPowerW = rackMeterSilent ? Double.NaN : rackW;
            move();
            show();
        }
    }

    double ceilingW() {
        return harness.value("thermalReflex.ceilingW");
    }

    double grantW() {
        return harness.value("thermal.heatGrantW");
    }

    double supplyK() {
        return inletK;
    }

    // The valve of the test kit obeys at once; here it travels.
    private double valve = 0;

    private boolean valveStuck;

    /** The valve stands there from now on. */
    void stickValve(double bypassRatio) {
        valve = bypassRatio;
        valveStuck = true;
        loop.valveStuck = true;
        loop.bypassRatio = valve;
    }

    /** Begins anew with these temperatures, in degC, the valve shut as cold panels have it. */
    void startAt(double dieC, double coolantC, double radiatorC) {
        dieK = dieC + ZERO_C;
        coolantK = coolantC + ZERO_C;
        radiatorK = radiatorC + ZERO_C;
        inletK = coolantK;
        outletK = coolantK;
        rackW = 0;
        valve = 1;
        loop.bypassRatio = valve;
        minSupplyK = coolantK;
        minRadiatorK = radiatorK;
        maxDieK = dieK;
        show();
    }

    private void move() {
        double flow = loop.flowRatio[0];
        double g = FULL_FLOW_W_PER_K * flow;
        double travel = STEP_S / VALVE_TRAVEL_S;
        if (!valveStuck) {
            valve += Math.max(-travel, Math.min(travel, loop.requestedBypassRatio - valve));
        }
        double heaterW = 0;
        for (boolean on : loop.heaterOn) {
            heaterW += on ? 500 : 0;
        }
        double dieW = flow > 0 ? contactRatio * 72 / 0.009 * StrictMath.pow(flow, 0.8) * (dieK - coolantK) : 0;
        double inW = dieW + (flow > 0 ? 0.15 * rackW + 4000 + heaterW : 0);
        double hotK = flow > 0 ? coolantK + inW / (2 * g) : coolantK;
        double throughW = g * (1 - valve);
        double outW = throughW > 1 ? (1 - StrictMath.exp(-60_000 / throughW)) * throughW * (hotK - radiatorK) : 0;
        double spaceW =
                110 * areaRatio * panelRatio * (EMITTED * radiatorK * radiatorK * radiatorK * radiatorK - 113.2);
        dieK += STEP_S * (0.85 * rackW - dieW) / 90_000;
        coolantK += STEP_S * (inW - outW) / 350_000;
        radiatorK += STEP_S * (outW - spaceW) / (600_000 * areaRatio);
        outletK = hotK;
        inletK = flow > 0 ? hotK - outW / g : coolantK;
        loop.bypassRatio = valve;
    }

    private double outletK = 345;
    private double inletK = 335;
    private final SplittableRandom luck = new SplittableRandom(1);

    private void show() {
        fill(rack.gpuTempK, dieK);
        fill(loop.outletTempK, outletK);
        fill(loop.inletTempK, inletK);
        double level = 0.4 + (0.0005 * (coolantK - 293.15) - lostRatio) / 0.1;
        Arrays.fill(loop.accumulatorLevelRatio, Math.max(0, Math.min(1, level)));
        for (int wing = 0; wing < loop.radiatorTempK.length; wing++) {
            fill(loop.radiatorTempK[wing], loop.wingConnected[wing] ? radiatorK : isolatedK);
        }
        Arrays.fill(rack.gpuState, GpuState.AWAKE);
        maxDieK = Math.max(maxDieK, dieK);
        minSupplyK = Math.min(minSupplyK, inletK);
        minRadiatorK = Math.min(minRadiatorK, radiatorK);
    }

    // A sensor that a test has silenced stays silent.
    private void fill(double[] sensors, double tempK) {
        for (int i = 0; i < sensors.length; i++) {
            sensors[i] = Double.isNaN(sensors[i]) ? Double.NaN : tempK + noise();
        }
    }

    // The sum of twelve even draws is as good as normal.
    private double noise() {
        if (noiseK == 0) {
            return 0;
        }
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += luck.nextDouble();
        }
        return noiseK * sum;
    }

    /** One pump stands still from now on. */
    void losePump() {
        loop.pumpBroken[1] = true;
        loop.setFlowRatio(0.6);
    }

    void loseAllFlow() {
        loop.pumpBroken[0] = true;
        loop.pumpBroken[1] = true;
        loop.setFlowRatio(0);
    }

    void isolateWing() {
        loop.wingConnected[0] = false;
        areaRatio = 0.5;
    }
}
