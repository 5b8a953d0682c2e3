package org.dawnline.tools.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;

/**
 * Flies scenarios on several seeds, each in a world whose truth is drawn, and says how near every criterion came to its limit. Every
 * flight has a world and a thread of its own, so that it gives the same beside others as alone.
 */
public final class SeedCheck {
    private final RunOptions options;
    private final int seeds;
    private final double spreadRatio;

    /**
     * Prepares a check.
     *
     * @param seeds how many; they follow the scenario's own, which is the first
     * @param spreadRatio within which the assumed figures of the vehicle are drawn; 0 draws only sensors, arrivals and delays
     */
    public SeedCheck(RunOptions options, int seeds, double spreadRatio) {
        if (seeds < 1) {
            throw new IllegalArgumentException(seeds + " seeds; expected 1 or more");
        }
        this.options = options;
        this.seeds = seeds;
        this.spreadRatio = spreadRatio;
    }

    /**
     * Flies all of them.
     *
     * @param threads flights at the same time
     * @param progress hears of every flight, in order
     * @param ended hears of every scenario whose seeds are all flown, in order
     */
    public List<SeedTable> fly(
            List<Scenario> scenarios, int threads, Consumer<String> progress, Consumer<SeedTable> ended)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<List<Future<SeedTable.Run>>> flights = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                List<Future<SeedTable.Run>> own = new ArrayList<>();
                for (int i = 0; i < seeds; i++) {
                    Scenario seeded = seeded(scenario, i);
                    own.add(pool.submit(() -> run(seeded)));
                }
                flights.add(own);
            }
            List<SeedTable> tables = new ArrayList<>();
            for (int i = 0; i < flights.size(); i++) {
                SeedTable table = table(seeded(scenarios.get(i), 0), flights.get(i), progress);
                tables.add(table);
                ended.accept(table);
            }
            return tables;
        } finally {
            pool.shutdownNow();
        }
    }

    private Scenario seeded(Scenario scenario, int index) {
        Scenario seeded = scenario.withSeed(scenario.seed() + index);
        return spreadRatio > 0 ? seeded.withTruthSpread(spreadRatio) : seeded;
    }

    private SeedTable.Run run(Scenario scenario) {
        Report report = SimulationRun.of(scenario, options).fly();
        return new SeedTable.Run(scenario.seed(), report.passed(), report.criteria(), report.violations());
    }

    private static SeedTable table(Scenario scenario, List<Future<SeedTable.Run>> flights, Consumer<String> progress)
            throws InterruptedException {
        List<SeedTable.Run> runs = new ArrayList<>();
        for (Future<SeedTable.Run> flight : flights) {
            SeedTable.Run run = outcome(flight);
            runs.add(run);
            progress.accept(scenario.name() + ", seed " + run.seed() + ": " + (run.passed() ? "passes" : "FAILS"));
        }
        return new SeedTable(scenario, runs);
    }

    private static SeedTable.Run outcome(Future<SeedTable.Run> flight) throws InterruptedException {
        try {
            return flight.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight ended with " + e.getCause(), e);
        }
    }
}
