package org.dawnline.tools.sim.bound;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.run.WorldPlan;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;

/**
 * What a stretch of a scenario's world offers and asks whatever the software does, as means over steps: the world flies once
 * without software and without jobs.
 */
public final class Supply {
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final double TICK_S = 0.1;
    private static final double ROUNDING = 1e-3;
    private static final int MOST_STRINGS = 64;
    private static final String ARRAY_FAULT = "array.";
    private static final String LOADS = "loads";

    private final VehicleProfile truth;
    private final SimWorld world;
    private final JobDemand demand;
    private final ColdestArray coldest;
    private double healthyBaseW;

    /** Length of each step, in s. */
    final double[] stepS;
    /** Power that the array could deliver, at its coldest, in W. */
    final double[] arrayW;
    /** Load of the bus without the rack, in W. */
    final double[] baseW;
    /** Rack input that jobs could use and the rack may draw, in W. */
    final double[] usableW;
    /** Coolant flow over that with all pumps. */
    final double[] flowRatio;
    /** Planform of the connected radiator wings, in m². */
    final double[] radiatorM2;
    /** What the battery could hold, over the profile's, at the begin of each step and at the end: one more than steps. */
    final double[] capacityRatio;
    /** Strings that are connected, of all: one more than steps. */
    final double[] connectedRatio;
    /** Charge that is not to be undercut at each step's begin and at the end; NaN for the routine floor: one more than steps. */
    final double[] floorRatio;
    /** Temperatures at the begin: mean die, coolant, mean connected wing, in K. */
    final double[] startK = new double[3];

    private Supply(SimWorld world, JobDemand demand, ColdestArray coldest, int count) {
        this.world = world;
        this.demand = demand;
        truth = world.truth();
        this.coldest = coldest;
        stepS = new double[count];
        arrayW = new double[count];
        baseW = new double[count];
        usableW = new double[count];
        flowRatio = new double[count];
        radiatorM2 = new double[count];
        capacityRatio = new double[count + 1];
        connectedRatio = new double[count + 1];
        floorRatio = new double[count + 1];
        Arrays.fill(floorRatio, Double.NaN);
    }

    /**
     * Steps of about {@code wantedStepS} between two times of the scenario, in s since its start.
     *
     * @param capW most that the rack may draw, in W; NaN for its sustained power, and its peak while the jobs ask for more
     */
    public static Supply of(
            Scenario scenario, Path vehicles, double fromS, double toS, double wantedStepS, double capW) {
        VehicleProfile profile = WorldSetup.profile(vehicles, scenario);
        // Software may switch the radio off between passes.
        Scenario idle = scenario.withJobs(List.of()).withWorld(scenario.world().withRadioOff());
        SimWorld world = WorldSetup.world(liquid(WorldSetup.truth(profile, idle)), idle, PERIOD_NANOS);
        new WorldPlan(world, new Timetable(idle), List.of(), () -> {}).plan(idle);
        long ticks = (long) Math.ceil((toS - fromS) / TICK_S - ROUNDING);
        int steps = (int) Math.max(1, Math.round((toS - fromS) / wantedStepS));
        boolean whole =
                scenario.faults().stream().noneMatch(fault -> fault.fault().startsWith(ARRAY_FAULT));
        Supply supply = new Supply(
                world,
                new JobDemand(scenario.jobs(), profile, world.truth(), capW),
                new ColdestArray(world.truth(), whole),
                steps);
        supply.noteStart();
        supply.rackOff();
        world.advance(fromS);
        for (int step = 0; step < steps; step++) {
            supply.observe(step, (int) ((step + 1) * ticks / steps - step * ticks / steps));
        }
        supply.noteBattery(steps);
        return supply;
    }

    /**
     * With coolant that neither freezes nor shrinks, and as much of it as the accumulator holds: without the rack's heat the loop would
     * freeze in a day or draw vapour, and a plan that keeps it warm would have been denied the flow.
     */
    private static VehicleProfile liquid(VehicleProfile truth) {
        VehicleProfile changed = truth;
        changed = replaced(changed, "thermal.coolantFreezeTempK", 0);
        changed = replaced(changed, "thermal.coolantExpansionPerK", 0);
        return replaced(changed, "thermal.accumulatorFillRatio", 1);
    }

    private static VehicleProfile replaced(VehicleProfile truth, String key, double value) {
        return truth.has(key) ? truth.with(key, value) : truth;
    }

    /**
     * A rack that idles would empty the battery, and a bus that browns out drops its loads; past panels that are bypassed nothing
     * would cool the coolant.
     */
    private void rackOff() {
        world.hal().thermal().requestBypass(0);
        ComputeHal rack = world.hal().compute();
        for (int tray = 0; tray * rack.gpusPerTray() < rack.gpuCount(); tray++) {
            rack.requestTrayPower(tray, false);
        }
        world.hal().applyOutputs();
    }

    private void noteStart() {
        WorldState state = world.state();
        int gpus = truth.countOr(0, "thermal.dieCount", 0, 1024);
        for (int gpu = 0; gpu < gpus; gpu++) {
            startK[0] += state.gpuTempK(gpu) / gpus;
        }
        startK[1] = state.coolantTempK();
        startK[2] = state.radiatorTempK();
    }

    private void observe(int step, int ticks) {
        WorldState state = world.state();
        double pduRatio = truth.number("bus.pduEfficiencyRatio", 0, 1);
        noteBattery(step);
        stepS[step] = ticks * TICK_S;
        for (int tick = 0; tick < ticks; tick++) {
            usableW[step] += demand.usableW(state.timeS()) / ticks;
            world.advance(TICK_S);
            arrayW[step] += coldest.capabilityW(state, TICK_S) / ticks;
            if (state.brownOutCount() == 0) {
                healthyBaseW = state.busLoadW() + state.shortageW() - state.rackPowerW() / pduRatio;
            }
            baseW[step] += healthyBaseW / ticks;
            flowRatio[step] += state.flowRatio() / ticks;
            radiatorM2[step] += state.radiatorAreaM2() / ticks;
        }
    }

    private void noteBattery(int step) {
        int strings = truth.count("battery.strings", 1, MOST_STRINGS);
        for (int string = 0; string < strings; string++) {
            double share = world.state().stringConnected(string) ? 1.0 / strings : 0;
            connectedRatio[step] += share;
            capacityRatio[step] += share * world.state().stringCapacityRatio(string);
        }
    }

    /** Allows plans from the start of the flight what that flight allowed itself. */
    void follow(FlightTrack track, double routineRatio) {
        double[] timesS = new double[stepS.length + 1];
        for (int i = 0; i < stepS.length; i++) {
            timesS[i + 1] = timesS[i] + stepS[i];
            baseW[i] = Math.max(0, baseW[i] - track.shedW(timesS[i], timesS[i + 1]));
        }
        System.arraycopy(track.floorRatio(routineRatio, timesS), 0, floorRatio, 0, timesS.length);
    }

    /** Leaves the bus nothing but what no software may shed: for proofs that nothing could have helped. */
    public void shedAll() {
        double sheddableW = 0;
        for (String load : truth.namesBelow(LOADS)) {
            if (truth.number(LOADS + "." + load + ".essential", 0, 1) == 0) {
                sheddableW += truth.number(LOADS + "." + load + ".powerW", 0, Double.MAX_VALUE);
            }
        }
        for (int i = 0; i < baseW.length; i++) {
            baseW[i] = Math.max(0, baseW[i] - sheddableW);
        }
    }

    /** The vehicle as it really is in that world. */
    public VehicleProfile truth() {
        return truth;
    }

    /** Number of steps. */
    public int steps() {
        return arrayW.length;
    }

    /** Whether the array's power is only known to be no more than this. */
    public boolean loose() {
        return coldest.loose();
    }
}
