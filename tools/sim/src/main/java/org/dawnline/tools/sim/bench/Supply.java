package org.dawnline.tools.sim.bench;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.run.WorldPlan;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.PlannedJob;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;

/**
 * What a stretch of a scenario's world offers and asks whatever the software does, as means over steps: the world flies once
 * without software and without jobs.
 *
 * @param truth the vehicle as it really is in that world
 * @param stepS length of each step, in s
 * @param arrayW power that the array could deliver, in W
 * @param baseW load of the bus without the rack, in W
 * @param demandW rack input that the jobs could use, in W
 * @param connectedRatio battery strings that are connected, of all, at the begin of each step and at the end: one more than steps
 */
public record Supply(
        VehicleProfile truth,
        double[] stepS,
        double[] arrayW,
        double[] baseW,
        double[] demandW,
        double[] connectedRatio) {
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final double TICK_S = 0.1;
    private static final double ROUNDING = 1e-3;
    private static final double BIG = 1e9;

    /** Steps of about {@code wantedStepS} between two times of the scenario, in s since its start. */
    public static Supply of(Scenario scenario, Path vehicles, double fromS, double toS, double wantedStepS) {
        VehicleProfile profile = WorldSetup.profile(vehicles, scenario);
        Scenario idle = scenario.withJobs(List.of());
        SimWorld world = WorldSetup.world(WorldSetup.truth(profile, idle), idle, PERIOD_NANOS);
        new WorldPlan(world, new Timetable(idle), List.of(), () -> {}).plan(idle);
        long ticks = (long) Math.ceil((toS - fromS) / TICK_S - ROUNDING);
        int steps = (int) Math.max(1, Math.round((toS - fromS) / wantedStepS));
        Supply supply = new Supply(
                world.truth(),
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps],
                new double[steps + 1]);
        world.advance(fromS);
        for (int step = 0; step < steps; step++) {
            int count = (int) ((step + 1) * ticks / steps - step * ticks / steps);
            supply.observe(world, step, count, scenario.jobs());
        }
        supply.connectedRatio[steps] = connectedRatio(world);
        return supply;
    }

    private void observe(SimWorld world, int step, int ticks, List<PlannedJob> jobs) {
        WorldState state = world.state();
        double pduRatio = truth.number("bus.pduEfficiencyRatio", 0, 1);
        connectedRatio[step] = connectedRatio(world);
        stepS[step] = ticks * TICK_S;
        for (int tick = 0; tick < ticks; tick++) {
            demandW[step] += demandW(jobs, state.timeS()) / ticks;
            world.advance(TICK_S);
            arrayW[step] += state.arrayCapabilityW() / ticks;
            baseW[step] += (state.busLoadW() + state.shortageW() - state.rackPowerW() / pduRatio) / ticks;
        }
    }

    private static double connectedRatio(SimWorld world) {
        int strings = world.truth().count("battery.strings", 1, 64);
        int connected = 0;
        for (int string = 0; string < strings; string++) {
            connected += world.state().stringConnected(string) ? 1 : 0;
        }
        return (double) connected / strings;
    }

    // An arrival that waits for an orbit event counts from the start: a bound may be too high, never too low.
    private double demandW(List<PlannedJob> jobs, double timeS) {
        int gpus = truth.count("rack.trays", 0, 256) * truth.count("rack.gpusPerTray", 1, 64);
        double sumW = 0;
        for (PlannedJob job : jobs) {
            double ageS = job.at().trigger().relative()
                    ? timeS
                    : timeS - job.at().trigger().offsetS();
            sumW += ageS >= 0
                    ? job.spec().demandW(ageS) * Math.min(gpus, job.spec().gpusWanted())
                    : 0;
        }
        return sumW / truth.number("rack.gpuShareRatio", 0, BIG);
    }

    /** Number of steps. */
    public int steps() {
        return arrayW.length;
    }
}
