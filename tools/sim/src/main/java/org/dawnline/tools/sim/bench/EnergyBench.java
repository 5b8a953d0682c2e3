package org.dawnline.tools.sim.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.bound.FlightBound;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.Scenario;

/** Flies a scenario and compares the energy that computing got with what a clairvoyant plan could at most have given it. */
public final class EnergyBench {
    private static final double J_PER_KWH = 3.6e6;

    /** What solver and sums may be off. */
    private static final double ROUNDING = 1e-6;

    /**
     * What came out.
     *
     * @param scenario its name, with the variant
     * @param seed where its luck came from
     * @param deliveredKWh rack input while a job ran
     * @param electricalKWh what no plan can exceed in that world, with as much left in the battery at the end
     * @param thermalKWh the same, with the limits of dies, coolant and panels
     * @param workGpuHours work done and not lost, in GPU-hours at full rate
     * @param flownS simulated time, in s
     * @param loose whether the bounds are only known to be no lower
     * @param passed whether the scenario's own criteria held
     * @param leastRatio part of the bound with thermal limits that was wanted, 0 for none
     */
    public record Result(
            String scenario,
            long seed,
            double deliveredKWh,
            double electricalKWh,
            double thermalKWh,
            double workGpuHours,
            double flownS,
            boolean loose,
            boolean passed,
            double leastRatio) {
        /** Part of the electrical bound that was delivered. */
        public double ratio() {
            return deliveredKWh / electricalKWh;
        }

        /** Part of the bound with thermal limits that was delivered. */
        public double thermalRatio() {
            return deliveredKWh / thermalKWh;
        }

        /** Whether it delivered what was wanted of it. */
        public boolean enough() {
            return thermalRatio() >= leastRatio;
        }

        /** A ratio above 1 says that bound or bookkeeping is wrong. */
        public boolean believable() {
            return ratio() <= 1.0 + ROUNDING && thermalRatio() <= 1.0 + ROUNDING;
        }
    }

    /**
     * What is to be flown.
     *
     * @param name what to call it
     * @param scenario what
     * @param leastRatio part of the bound with thermal limits that it has to deliver, 0 for none
     */
    public record Task(String name, Scenario scenario, double leastRatio) {}

    private final Path vehicles;

    /** A bench for the vehicles in a folder. */
    public EnergyBench(Path vehicles) {
        this.vehicles = vehicles;
    }

    /**
     * Flies and compares several, some at the same time; each has a world and a thread of its own.
     *
     * @param capW most that the rack may draw; NaN for what the vehicle can sustain, and its peak while the jobs ask for more
     * @param ended hears of each, in order
     */
    public List<Result> run(List<Task> tasks, double capW, int threads, Consumer<Result> ended)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Result>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(() -> run(task, capW))));
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) {
                results.add(future.get());
                ended.accept(results.get(results.size() - 1));
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Flies and compares.
     *
     * @param capW most that the rack may draw; NaN for what the vehicle can sustain, and its peak while the jobs ask for more
     */
    public Result run(Task task, double capW) {
        SimulationRun run = SimulationRun.of(task.scenario(), RunOptions.of(vehicles));
        Report report = run.fly();
        WorldState state = run.flight().world().state();
        FlightBound bound = run.bound().withCap(capW);
        return new Result(
                task.name(),
                task.scenario().seed(),
                state.computeEnergyJ() / J_PER_KWH,
                bound.electricalKWh(),
                bound.thermalKWh(),
                run.flight().totals().workGpuHours(),
                state.timeS(),
                bound.loose(),
                report.passed(),
                task.leastRatio());
    }

    /** The same scenario with jobs that ask for that much rack power together, in W, all the time. */
    public static Scenario demanding(Scenario scenario, double rackW, Path vehicles) {
        VehicleProfile profile = WorldSetup.profile(vehicles, scenario);
        int gpus = profile.count("rack.trays", 1, 256) * profile.count("rack.gpusPerTray", 1, 64);
        double gpuW = rackW * profile.number("rack.gpuShareRatio", 0, 1) / gpus;
        return scenario.withJobs(scenario.jobs().stream()
                .map(job -> job.withSpec(job.spec().withDemand(new double[] {0}, new double[] {gpuW}, Double.NaN)))
                .toList());
    }
}
