package org.dawnline.tools.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.TimeText;

/**
 * Holds a scenario to what its file says: one that is to pass must pass, and one that is said not to pass yet must fail, so that the
 * mark goes as soon as it is not true any more.
 *
 * @param scenario what was flown
 * @param passed whether every criterion held and no hard limit was broken
 * @param failures what did not hold, one line each
 * @param wallS how long it took, in s
 */
public record ScenarioCheck(Scenario scenario, boolean passed, List<String> failures, double wallS) {
    /** Copies the list. */
    public ScenarioCheck {
        failures = List.copyOf(failures);
    }

    /** Flies it. */
    public static ScenarioCheck fly(Scenario scenario, RunOptions options) {
        Report report = SimulationRun.of(scenario, options).fly();
        List<String> failures = new ArrayList<>();
        for (CriterionResult result : report.criteria()) {
            if (!result.pass()) {
                failures.add(result.name() + ": " + result.text() + " (limit " + result.limit() + ")");
            }
        }
        for (Breach breach : report.violations()) {
            failures.add(breach.kind() + " " + breach.target() + " at " + TimeText.text(breach.startS()) + ": "
                    + breach.worst() + " (limit " + breach.limit() + ")");
        }
        return new ScenarioCheck(
                scenario, report.passed(), failures, report.flight().wallS());
    }

    /** Whether it did what its file says. */
    public boolean asStated() {
        return passed == (scenario.notYet() == null);
    }

    /** In one line: what it did, and whether that is what its file says. */
    public String verdict() {
        if (asStated()) {
            return passed ? "passes" : "does not pass yet, as stated";
        }
        return passed ? "PASSES although its file says notYet: take notYet away" : "FAILS";
    }
}
