package org.dawnline.tools.sim.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;

/** Flies a scenario and compares the energy that computing got with what a clairvoyant plan could at most have given it. */
public final class EnergyBench {
    private static final double FINEST_STEP_S = 20;
    private static final int MOST_STEPS = 800;
    private static final double MAX_W = 1e9;
    private static final double J_PER_KWH = 3.6e6;

    /** What solver and sums may be off. */
    private static final double ROUNDING = 1e-6;

    /**
     * What came out.
     *
     * @param scenario its name
     * @param deliveredKWh rack input while a job ran
     * @param boundKWh what no plan can exceed in that world, with as much left in the battery at the end
     * @param flown simulated time, in s
     * @param passed whether the scenario's own criteria held
     */
    public record Result(String scenario, double deliveredKWh, double boundKWh, double flown, boolean passed) {
        /** Part of the bound that was delivered. */
        public double ratio() {
            return deliveredKWh / boundKWh;
        }

        /** A ratio above 1 says that bound or bookkeeping is wrong. */
        public boolean believable() {
            return ratio() <= 1.0 + ROUNDING;
        }
    }

    private final Path vehicles;

    /** A bench for the vehicles in a folder. */
    public EnergyBench(Path vehicles) {
        this.vehicles = vehicles;
    }

    /**
     * Flies and compares.
     *
     * @param capW most that the rack may draw; NaN for what the vehicle can sustain
     */
    public Result run(Scenario scenario, double capW, Consumer<String> progress) {
        progress.accept(scenario.name() + ": flying");
        SimulationRun run = SimulationRun.of(scenario, RunOptions.of(vehicles));
        Report report = run.fly();
        WorldState state = run.flight().world().state();
        VehicleProfile truth = run.flight().world().truth();
        progress.accept(scenario.name() + ": solving");
        double mostW = Double.isNaN(capW) ? truth.number("rack.sustainedW", 0, MAX_W) : capW;
        double floorRatio = 1 - truth.number("battery.routineDodRatio", 0, 1);
        double stepS = Math.max(FINEST_STEP_S, state.timeS() / MOST_STEPS);
        Supply supply = Supply.of(scenario, vehicles, 0, state.timeS(), stepS);
        double boundKWh = new EnergyBound(supply, mostW, floorRatio)
                .flightKWh(scenario.world().socRatio(), state.socRatio());
        return new Result(
                scenario.name(), state.computeEnergyJ() / J_PER_KWH, boundKWh, state.timeS(), report.passed());
    }
}
