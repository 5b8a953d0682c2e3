package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.scenario.PlannedJob;

/**
 * Measures how restless a flight is: how far the rack's cap swings about its own mean, and how often loads go on and off. It looks
 * once a second.
 *
 * <p>The cap's figure is the rms of its difference to the mean of the 61 samples around it, over its mean, or over what an idle rack
 * draws if that is more. Two minutes on either side
 * of what must move it do not count: the begin and end of a shadow, a change of what jobs demand, the start, and that trays without
 * power in the shadow have booted, once after each.
 */
final class UnrestWatch {
    private static final String CAP = "compute.budgetW";
    private static final double STEP_S = 1;
    private static final int HALF_SPAN = 30;
    private static final int PLANNED = 120;

    /** What is settled from the start on takes longer: the first forecast, the first plan, the loop. */
    private static final int BEGINNING = 300;

    private static final int TOGGLE_SPAN_S = 600;

    private final SimWorld simWorld;
    private final WorldState world;
    private final List<PlannedJob> jobs;
    private final List<Double> caps = new ArrayList<>();
    private final List<Integer> planned = new ArrayList<>();
    private final List<List<Double>> togglesS = new ArrayList<>();
    private final boolean[] on;
    private final DoubleSupplier cap;
    private final double idleW;
    private final GpuState[] state;
    private final boolean[] booted;
    private double demandW = Double.NaN;
    private int events;

    UnrestWatch(Flight flight) {
        cap = flight.channel(CAP);
        int gpus = flight.world().truth().countOr(0, "thermal.dieCount", 0, 1024);
        state = new GpuState[gpus];
        Arrays.fill(state, GpuState.UNKNOWN);
        booted = new boolean[gpus];
        idleW = gpus == 0
                ? 1
                : gpus
                        * flight.profile().number("gpu.idleW", 0, 1e5)
                        / flight.profile().number("rack.gpuShareRatio", 0, 1);
        simWorld = flight.world();
        world = simWorld.state();
        jobs = flight.scenario().jobs();
        on = new boolean[simWorld.truth().namesBelow("loads").size()];
        for (int load = 0; load < on.length; load++) {
            on[load] = world.loadOn(load);
            togglesS.add(new ArrayList<>());
        }
        simWorld.schedule(Trigger.at(STEP_S), this::look);
    }

    private void look() {
        for (int load = 0; load < on.length; load++) {
            if (world.loadOn(load) != on[load]) {
                on[load] = !on[load];
                togglesS.get(load).add(world.timeS());
            }
        }
        notePlanned();
        caps.add(cap.getAsDouble());
        simWorld.schedule(Trigger.at((caps.size() + 1) * STEP_S), this::look);
    }

    private void notePlanned() {
        int count = world.eventCount(OrbitEvent.ECLIPSE_ENTRY) + world.eventCount(OrbitEvent.ECLIPSE_EXIT);
        double wanted = 0;
        for (PlannedJob job : jobs) {
            double ageS = world.timeS() - job.at().trigger().offsetS();
            wanted += ageS >= 0 ? job.spec().demandW(ageS) : 0;
        }
        if (count != events) {
            Arrays.fill(booted, false);
        }
        boolean boots = boots();
        if (count != events || wanted != demandW || boots) {
            planned.add(caps.size());
        }
        events = count;
        demandW = wanted;
    }

    /** Whether a GPU has just booted for the first time since the light has changed: trays that go on and off are no excuse. */
    private boolean boots() {
        boolean any = false;
        for (int gpu = 0; gpu < state.length; gpu++) {
            GpuState now = world.gpuState(gpu);
            boolean ready = state[gpu] == GpuState.BOOTING && now != GpuState.BOOTING && now != GpuState.OFF;
            any |= ready && !booted[gpu];
            booted[gpu] |= ready;
            state[gpu] = now;
        }
        return any;
    }

    /** The cap's rms about its running mean over its mean or an idle rack's power; NaN when there was no quiet time. */
    double capRippleRatio() {
        boolean[] moved = new boolean[caps.size()];
        mark(moved, 0, BEGINNING);
        planned.forEach(at -> mark(moved, at - PLANNED, at + PLANNED));
        double squares = 0;
        double sum = 0;
        int count = 0;
        for (int i = HALF_SPAN; i + HALF_SPAN < caps.size(); i++) {
            if (moved[i]) {
                continue;
            }
            double mean = 0;
            for (int k = i - HALF_SPAN; k <= i + HALF_SPAN; k++) {
                mean += caps.get(k) / (2 * HALF_SPAN + 1);
            }
            squares += (caps.get(i) - mean) * (caps.get(i) - mean);
            sum += caps.get(i);
            count++;
        }
        return count == 0 ? Double.NaN : StrictMath.sqrt(squares / count) / Math.max(idleW, sum / count);
    }

    private static void mark(boolean[] moved, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(moved.length, to); i++) {
            moved[i] = true;
        }
    }

    /** The most often that one load went on or off within ten minutes. */
    double mostToggles() {
        int most = 0;
        for (List<Double> times : togglesS) {
            for (int first = 0; first < times.size(); first++) {
                int last = first;
                while (last + 1 < times.size() && times.get(last + 1) - times.get(first) <= TOGGLE_SPAN_S) {
                    last++;
                }
                most = Math.max(most, last - first + 1);
            }
        }
        return most;
    }
}
