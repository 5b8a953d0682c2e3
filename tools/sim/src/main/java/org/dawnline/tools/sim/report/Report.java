package org.dawnline.tools.sim.report;

import java.util.List;
import java.util.Locale;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.TimeText;

/** The judgement of a finished flight. */
public final class Report {
    private final Flight flight;
    private final List<CriterionResult> criteria;
    private final List<Breach> violations;

    /** Judges a flight that is over. */
    public Report(Flight flight) {
        this.flight = flight;
        criteria = List.copyOf(flight.criteria());
        violations = List.copyOf(flight.breaches());
    }

    /** The flight. */
    public Flight flight() {
        return flight;
    }

    /** Whether every criterion holds and no hard limit was broken. */
    public boolean passed() {
        return violations.isEmpty() && criteria.stream().allMatch(CriterionResult::pass);
    }

    /** {@code PASS} or {@code FAIL}. */
    public String verdict() {
        return passed() ? "PASS" : "FAIL";
    }

    /** What the criteria became; expectations of telecommands are among them. */
    public List<CriterionResult> criteria() {
        return criteria;
    }

    /** Hard limits that were broken. */
    public List<Breach> violations() {
        return violations;
    }

    /** Simulated time, in s. */
    public double simulatedS() {
        return flight.world().state().timeS();
    }

    /** The command that repeats the flight to the bit. */
    public String repeatCommand() {
        if (!flight.options().repeatCommand().isEmpty()) {
            return flight.options().repeatCommand();
        }
        Scenario scenario = flight.scenario();
        String length = scenario.length().orbits() > 0
                ? " --orbits " + scenario.length().orbits()
                : " --duration " + Math.round(scenario.length().seconds()) + "s";
        return "./dawnline sim --scenario " + scenario.name() + " --vehicle " + scenario.vehicle() + length + " --seed "
                + scenario.seed();
    }

    /** The whole as report.json has it. */
    public String json() {
        return JsonReport.of(this).toPrettyString() + "\n";
    }

    /** A short verdict for a terminal, some lines without colours. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Scenario scenario = flight.scenario();
        text.append(String.format(
                Locale.ROOT,
                "%s  %s on %s, seed %d: %s in %.1f s, %.1f kWh of compute%n",
                verdict(),
                scenario.name(),
                scenario.vehicle(),
                scenario.seed(),
                TimeText.text(simulatedS()),
                flight.wallS(),
                flight.totals().computeEnergyKWh()));
        int width = criteria.stream().mapToInt(c -> c.name().length()).max().orElse(0);
        for (CriterionResult c : criteria) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s  %-" + Math.max(1, width) + "s  %s  (limit %s)%n",
                    c.pass() ? "ok  " : "FAIL",
                    c.name(),
                    c.text(),
                    c.limit()));
        }
        for (Breach breach : violations) {
            text.append(String.format(
                    Locale.ROOT,
                    "  FAIL  %s %d at %s: %.3f, limit %.3f%n",
                    breach.kind(),
                    breach.target(),
                    TimeText.text(breach.startS()),
                    breach.worst(),
                    breach.limit()));
        }
        text.append("  digest ").append(flight.digest()).append('\n');
        if (!passed()) {
            text.append("  repeat: ").append(repeatCommand()).append('\n');
        }
        return text.toString();
    }
}
