package org.dawnline.tools.sim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.tools.sim.campaign.CampaignPlan;
import org.dawnline.tools.sim.campaign.Draw;
import org.dawnline.tools.sim.campaign.Odds;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.RunOptions;

/**
 * Measures how long the arbiter takes for a plan, in flights of the real flight software: orbits, degradation, load and charge are
 * drawn, so that plans differ. Each plan is made on the cycle's own thread here, as simulations do; on board a worker makes it
 * beside the cycle. Flights before the first {@code WARM_UP} plans do not count.
 */
public final class PlanBench {
    /** What the power subsystem gives its worker to do is to make plans. */
    private static final String PLANNER = "org.dawnline.fsw.power.";

    private static final int WARM_UP = 200;
    private static final int MOST_FLIGHTS = 200;
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path vehicles;
    private final long seed;

    /** A bench for the vehicles in a folder; the seed draws the flights. */
    public PlanBench(Path vehicles, long seed) {
        this.vehicles = vehicles;
        this.seed = seed;
    }

    /**
     * What was measured; times in ms.
     *
     * @param plans how many
     * @param flights in how many flights, those that warmed up included
     * @param cpuMs processor time of each, ascending
     * @param wallMs real time of each, ascending; other programs may have taken some of it
     * @param slips cycles that the executives of all flights skipped
     */
    public record Result(int plans, int flights, double[] cpuMs, double[] wallMs, long slips) {
        /** A quantile of processor times, in ms. */
        public double cpuMs(double ratio) {
            return at(cpuMs, ratio);
        }

        /** A quantile of real times, in ms. */
        public double wallMs(double ratio) {
            return at(wallMs, ratio);
        }

        private static double at(double[] sorted, double ratio) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.rint(ratio * (sorted.length - 1))];
        }
    }

    /** Makes that many plans and a warm-up. */
    public Result run(int wanted, Consumer<String> progress) {
        Clocked worker = new Clocked();
        CampaignPlan plan = new CampaignPlan(seed, MOST_FLIGHTS, Odds.ORBITS.orbits(), List.of("ai1"), Odds.ORBITS);
        long slips = 0;
        int flights = 0;
        int warm = 0;
        while (worker.cpuMs.size() < wanted && flights < MOST_FLIGHTS) {
            Draw draw = Draw.of(plan, flights, vehicles);
            Flight flight = new Flight(draw.scenario(), RunOptions.of(vehicles).withWorker(worker));
            flight.fly(FlightListener.NONE);
            slips += flight.slips();
            flights++;
            progress.accept("flight " + flights + ": " + worker.cpuMs.size() + " plans");
            if (warm < WARM_UP) {
                warm += worker.cpuMs.size();
                worker.forget();
            }
        }
        return new Result(worker.cpuMs.size(), flights, sorted(worker.cpuMs), sorted(worker.wallMs), slips);
    }

    private static double[] sorted(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Runs each task at once, and looks at the clock when it is a plan. */
    private static final class Clocked implements Worker {
        private final List<Double> cpuMs = new ArrayList<>();
        private final List<Double> wallMs = new ArrayList<>();

        @Override
        public boolean offer(Runnable task) {
            if (!task.getClass().getName().startsWith(PLANNER)) {
                task.run();
                return true;
            }
            long cpu = THREADS.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            task.run();
            wallMs.add((System.nanoTime() - wall) * MILLIS_PER_NANO);
            cpuMs.add((THREADS.getCurrentThreadCpuTime() - cpu) * MILLIS_PER_NANO);
            return true;
        }

        void forget() {
            cpuMs.clear();
            wallMs.clear();
        }
    }
}
