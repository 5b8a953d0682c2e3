package org.dawnline.tools.sim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.ScenarioCommander;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.log.LogRecorder;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.WorldPlan;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;

/**
 * Measures how many seconds of a scenario one core simulates in a second, layer by layer. The layers take turns in every round, so
 * that a machine whose speed drifts slows all of them; the median counts. Time is the thread's own processor time: what other
 * programs take does not count, nor does the work of compiler and collector threads (the wall clock is given beside it).
 */
public final class SpeedBench {
    private static final double NANOS_PER_S = 1e9;
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Scenario scenario;
    private final Path vehicles;
    private final VehicleProfile profile;
    private final double simulatedS;

    /**
     * Prepares a measurement.
     *
     * @param scenario what is flown; its length does not matter
     * @param simulatedS how much of it each measurement flies, in s
     */
    public SpeedBench(Scenario scenario, Path vehicles, double simulatedS) {
        this.scenario = scenario;
        this.vehicles = vehicles;
        this.simulatedS = simulatedS;
        profile = WorldSetup.profile(vehicles, scenario);
    }

    /** Flies every layer {@code rounds} times after a round that does not count. */
    public SpeedResult run(int rounds, Consumer<String> progress) {
        int layers = Layer.values().length;
        double[][] cpuS = new double[layers][rounds];
        double[][] wallS = new double[layers][rounds];
        for (int round = -1; round < rounds; round++) {
            progress.accept(round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds);
            for (Layer layer : Layer.values()) {
                Runnable flight = prepare(layer);
                long cpu = THREADS.getCurrentThreadCpuTime();
                long wall = System.nanoTime();
                flight.run();
                if (round >= 0) {
                    cpuS[layer.ordinal()][round] = (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_PER_S;
                    wallS[layer.ordinal()][round] = (System.nanoTime() - wall) / NANOS_PER_S;
                }
            }
        }
        List<SpeedResult.Row> rows = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            rows.add(SpeedResult.Row.of(layer, simulatedS, cpuS[layer.ordinal()], wallS[layer.ordinal()]));
        }
        return new SpeedResult(scenario.name(), simulatedS, rounds, rows);
    }

    /** Flies the layer with the log's digest and samples what the processor does, for about {@code seconds} of real time. */
    public CostProfile profile(double seconds, Consumer<String> progress) {
        progress.accept("sampling for " + Math.round(seconds) + " s");
        return CostProfile.of(() -> {
            long end = System.nanoTime() + (long) (seconds * NANOS_PER_S);
            while (System.nanoTime() < end) {
                prepare(Layer.DIGEST).run();
            }
        });
    }

    private Runnable prepare(Layer layer) {
        return switch (layer) {
            case PLANT -> {
                SimWorld world = world();
                yield () -> world.advance(simulatedS);
            }
            case HAL -> {
                SimWorld world = world();
                yield () -> latch(world);
            }
            case FLIGHT -> fly(false);
            case DIGEST -> fly(true);
            case WHOLE -> {
                Scenario timed = scenario.withLength(FlightLength.ofSeconds(simulatedS));
                SimulationRun run = SimulationRun.of(timed, RunOptions.of(vehicles));
                yield run::fly;
            }
        };
    }

    private SimWorld world() {
        SimWorld world = WorldSetup.world(WorldSetup.truth(profile, scenario), scenario, PERIOD_NANOS);
        new WorldPlan(world, new Timetable(scenario), List.of(), () -> {}).plan(scenario);
        return world;
    }

    private void latch(SimWorld world) {
        Hal hal = world.hal();
        for (long nanos = 0; nanos < simulatedS * NANOS_PER_S; nanos += PERIOD_NANOS) {
            world.clock().sleepUntil(nanos);
            hal.latchInputs();
            hal.applyOutputs();
        }
    }

    private Runnable fly(boolean withDigest) {
        SimWorld world = world();
        LoopbackWire wire = new LoopbackWire();
        ScenarioCommander commander = new ScenarioCommander(scenario.vehicle(), scenario.seed(), wire);
        Executive executive = new Spacecraft(
                        world.hal(),
                        profile,
                        wire,
                        new InlineWorker(),
                        new SpacecraftOptions(scenario.vehicle(), commander.satelliteSide(), PERIOD_NANOS))
                .executive();
        LogRecorder log = new LogRecorder();
        if (withDigest) {
            executive.attach(log);
        }
        return () -> {
            executive.runUntil((long) (simulatedS * NANOS_PER_S));
            log.finish();
        };
    }
}
