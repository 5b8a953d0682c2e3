package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.bound.FlightBound;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.Totals;
import org.dawnline.tools.sim.scenario.PlannedFault;

/** Flies one draw, holds it to the invariants, and asks the bound whether what was broken could have been held. */
public final class CampaignRun {
    /** Of less than that no ratio says anything. */
    private static final double LEAST_KWH = 1;

    private final Draw draw;
    private final RunOptions options;
    private final SimulationRun run;

    /** Prepares a run. */
    public CampaignRun(Draw draw, RunOptions options) {
        this.draw = draw;
        this.options = options;
        run = SimulationRun.of(draw.scenario(), options);
    }

    /** Flies it; once only. */
    public RunResult fly() {
        Flight flight = run.flight();
        SettleWatch settling = new SettleWatch(flight.world(), flight.profile());
        UnrestWatch unrest = new UnrestWatch(flight);
        run.fly();
        List<Failure> failures = failures(flight.breaches());
        Bound.Verdict bound = bound(failures);
        SortedMap<Figure, Double> figures = figures(flight, settling);
        figures.put(Figure.CAP_RIPPLE, unrest.capRippleRatio());
        figures.put(Figure.TOGGLES, unrest.mostToggles());
        if (draw.measured()) {
            if (bound.possible()) {
                failures.addAll(restlessness(figures));
            }
            FlightBound yardstick = run.bound();
            double computedKWh = flight.totals().computeEnergyKWh();
            boolean asked = yardstick.electricalKWh() > LEAST_KWH;
            figures.put(Figure.ENERGY_RATIO, asked ? computedKWh / yardstick.electricalKWh() : Double.NaN);
            figures.put(Figure.THERMAL_RATIO, asked ? computedKWh / yardstick.thermalKWh() : Double.NaN);
        }
        return new RunResult(
                draw.run(),
                draw.scenario().vehicle(),
                verdict(failures, bound),
                bound.reason(),
                List.copyOf(failures),
                struck(flight),
                figures,
                flight.digest(),
                bound.note());
    }

    /** Ends the flight after the present cycle; from any thread. */
    public void stop() {
        run.stop();
    }

    private static List<Failure> failures(List<Breach> breaches) {
        Map<String, Failure> byKind = new LinkedHashMap<>();
        for (Breach breach : breaches) {
            byKind.merge(breach.kind(), Failure.of(breach), (first, next) -> first.again());
        }
        return new ArrayList<>(byKind.values());
    }

    /** Without faults nothing is an excuse for a restless flight. */
    private static List<Failure> restlessness(SortedMap<Figure, Double> figures) {
        List<Failure> failures = new ArrayList<>();
        Map<Figure, String> kinds =
                Map.of(Figure.CAP_RIPPLE, FailureKind.RESTLESS_CAP, Figure.TOGGLES, FailureKind.RESTLESS_LOAD);
        new TreeMap<>(kinds).forEach((figure, kind) -> {
            double worst = figures.getOrDefault(figure, Double.NaN);
            if (worst > figure.limit()) {
                failures.add(new Failure(kind, 1, Double.NaN, worst, figure.limit()));
            }
        });
        return failures;
    }

    /** The bound matters only when a limit was broken that physics could have broken; a flight that held all is its own witness. */
    private Bound.Verdict bound(List<Failure> failures) {
        if (failures.stream().noneMatch(failure -> FailureKind.physical(failure.kind()))) {
            return new Bound.Verdict(true, "", draw.scenario().length().seconds());
        }
        return draw.measured()
                ? Bound.prove(draw.scenario(), options.vehicles())
                : Bound.judge(draw.scenario(), options.vehicles());
    }

    private static RunResult.Verdict verdict(List<Failure> failures, Bound.Verdict bound) {
        if (failures.isEmpty()) {
            return RunResult.Verdict.PASS;
        }
        boolean onlyPhysics = failures.stream().allMatch(failure -> FailureKind.physical(failure.kind()));
        return onlyPhysics && !bound.possible() ? RunResult.Verdict.EXCLUDED : RunResult.Verdict.FAIL;
    }

    private static List<String> struck(Flight flight) {
        List<String> names = new ArrayList<>();
        for (PlannedFault fault : flight.faults()) {
            double timeS = SettleWatch.strikeS(fault.at(), flight.world().state());
            if (!FaultsDraw.ends(fault) && !Double.isNaN(timeS)) {
                names.add(fault.fault());
            }
        }
        return names;
    }

    private static SortedMap<Figure, Double> figures(Flight flight, SettleWatch settling) {
        Totals totals = flight.totals();
        WorldState world = flight.world().state();
        SortedMap<Figure, Double> figures = new TreeMap<>();
        figures.put(Figure.HOTTEST_DIE, totals.maxGpuTempC());
        figures.put(Figure.LOWEST_SOC, totals.minSocRatio());
        figures.put(Figure.COLDEST_COOLANT, totals.minCoolantTempC());
        figures.put(Figure.COLDEST_PANEL, totals.minRadiatorTempC());
        figures.put(
                Figure.COMPUTE_PER_ORBIT,
                totals.computeEnergyKWhPerOrbit().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN));
        figures.put(Figure.COMPUTE_SHARE, totals.computeEnergyKWh() / totals.arrayEnergyKWh());
        figures.put(Figure.TIME_TO_SAFE, flight.faults().isEmpty() ? Double.NaN : settling.longestS(flight.faults()));
        figures.put(Figure.DISCHARGE, totals.maxDischargeKW());
        figures.put(Figure.WORK, totals.workGpuHours());
        figures.put(Figure.SHADOW, shadowS(world) / world.timeS());
        figures.put(
                Figure.ALARMS, (double) (flight.eventCount(Severity.FATAL) + flight.eventCount(Severity.WARNING_HI)));
        figures.put(Figure.SIMULATED, world.timeS());
        return figures;
    }

    // From the last of the Sun to the first of it; a flight that begins in the shadow has an exit first.
    private static double shadowS(WorldState world) {
        double sum = 0;
        int entries = world.eventCount(OrbitEvent.ECLIPSE_ENTRY);
        int exits = world.eventCount(OrbitEvent.ECLIPSE_EXIT);
        for (int nth = 1; nth <= exits; nth++) {
            sum += world.eventTimeS(OrbitEvent.ECLIPSE_EXIT, nth);
        }
        for (int nth = 1; nth <= entries; nth++) {
            sum -= world.eventTimeS(OrbitEvent.ECLIPSE_ENTRY, nth);
        }
        return world.inUmbra() ? sum + world.timeS() : sum;
    }
}
