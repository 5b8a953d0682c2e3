package org.dawnline.tools.sim.campaign;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Violation;
import org.dawnline.tools.sim.bound.EnergyBound;
import org.dawnline.tools.sim.bound.Limits;
import org.dawnline.tools.sim.bound.Supply;
import org.dawnline.tools.sim.run.WorldPlan;
import org.dawnline.tools.sim.run.WorldSetup;
import org.dawnline.tools.sim.scenario.PlannedFault;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;

/**
 * Says whether a scenario can be survived at all, without asking flight software: several witnesses fly its world. One that breaks no
 * limit proves that it can be done; when all fail, the scenario asks for more than the vehicle has. It errs on one side only: what it
 * calls possible is possible.
 */
public final class Bound {
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final double STEP_S = 1.0;
    private static final double PROOF_STEP_S = 30;

    /** In kWh or K, so little that steps and rounding could make it up. */
    private static final double PROOF_TOLERANCE = 0.05;

    private Bound() {}

    /**
     * What the bound says.
     *
     * @param possible whether a witness survived to the end
     * @param reason the limit that the best of them broke first; empty when one survived
     * @param survivedS mission time up to which the best of them held every limit, in s; NaN when nobody flew
     */
    public record Verdict(boolean possible, String reason, double survivedS) {
        /** What else there is to say; empty for nothing. */
        String note() {
            if (possible) {
                return "";
            }
            return Double.isNaN(survivedS) ? "proven by the bound" : "held for " + Math.round(survivedS) + " s at best";
        }
    }

    /**
     * Excludes only what a linear programme proves impossible: no plan at all, with perfect knowledge, keeps the battery's floor, feeds
     * the loads that may not be shed and keeps coolant and panels from freezing, with rack and heaters to warm them.
     */
    public static Verdict prove(Scenario scenario, Path vehicles) {
        double lengthS = scenario.length().seconds();
        Supply supply = Supply.of(scenario, vehicles, 0, lengthS, PROOF_STEP_S, Double.NaN);
        supply.shedAll();
        EnergyBound bound = new EnergyBound(supply, Limits.hard(supply.truth()));
        double startSocRatio = scenario.world().socRatio();
        if (bound.shortfall(startSocRatio, false) > PROOF_TOLERANCE) {
            return new Verdict(false, Violation.Kind.SOC_FLOOR.name(), Double.NaN);
        }
        if (bound.shortfall(startSocRatio, true) > PROOF_TOLERANCE) {
            return new Verdict(false, Violation.Kind.COOLANT_COLD.name(), Double.NaN);
        }
        return new Verdict(true, "", lengthS);
    }

    /** Flies witnesses until one survives. */
    public static Verdict judge(Scenario scenario, Path vehicles) {
        Verdict best = new Verdict(false, "", -1);
        for (Witness.Policy policy : Witness.Policy.values()) {
            Verdict verdict = fly(scenario, vehicles, policy);
            if (verdict.possible()) {
                return verdict;
            }
            best = verdict.survivedS() > best.survivedS() ? verdict : best;
        }
        return best;
    }

    private static Verdict fly(Scenario scenario, Path vehicles, Witness.Policy policy) {
        VehicleProfile truth = WorldSetup.truth(WorldSetup.profile(vehicles, scenario), scenario);
        SimWorld world = WorldSetup.world(truth, scenario, PERIOD_NANOS);
        Timetable timetable = new Timetable(scenario);
        List<String> slowed =
                timetable.faults().stream().map(PlannedFault::target).distinct().toList();
        new WorldPlan(world, timetable, slowed, () -> {}).plan(scenario);
        Witness witness = new Witness(policy, world.hal(), world.state(), world.truth());
        double endS = scenario.length().seconds();
        while (world.state().timeS() < endS) {
            witness.step();
            world.advance(STEP_S);
            if (!world.violations().isEmpty()) {
                Violation first = world.violations().get(0);
                return new Verdict(false, first.kind().name(), first.startS());
            }
        }
        return new Verdict(true, "", endS);
    }
}
