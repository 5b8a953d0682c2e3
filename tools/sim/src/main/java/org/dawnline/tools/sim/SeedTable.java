package org.dawnline.tools.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Scenario;

/**
 * What became of one scenario on several seeds.
 *
 * @param scenario what was flown, with the first of the seeds
 * @param runs one for each seed, in their order
 */
public record SeedTable(Scenario scenario, List<Run> runs) {
    /** Copies the list. */
    public SeedTable {
        runs = List.copyOf(runs);
    }

    /**
     * One seed.
     *
     * @param seed which
     * @param passed whether everything held
     * @param criteria what the criteria became, in the scenario's order, then the rest
     * @param breaches hard limits that were broken
     */
    public record Run(long seed, boolean passed, List<CriterionResult> criteria, List<Breach> breaches) {
        /** Copies the lists. */
        public Run {
            criteria = List.copyOf(criteria);
            breaches = List.copyOf(breaches);
        }
    }

    /**
     * One criterion over all seeds.
     *
     * @param name what the report calls it
     * @param limit the limit, as text
     * @param failed how many seeds broke it
     * @param judged on how many seeds it was judged at all
     * @param worst the value nearest to the limit, or furthest beyond it, as text
     * @param margin its distance to the limit in its own unit, negative beyond it; NaN when there is no number
     * @param worstSeed the seed of that value
     */
    public record Row(String name, String limit, int failed, int judged, String worst, double margin, long worstSeed) {}

    /** Whether every seed passed. */
    public boolean passed() {
        return failedSeeds().isEmpty();
    }

    /** The seeds that failed. */
    public List<Long> failedSeeds() {
        return runs.stream().filter(run -> !run.passed()).map(Run::seed).toList();
    }

    /** How many seeds broke each hard limit. */
    public SortedMap<String, Integer> breaches() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Run run : runs) {
            run.breaches().stream().map(Breach::kind).distinct().forEach(kind -> counts.merge(kind, 1, Integer::sum));
        }
        return counts;
    }

    /** One row for each criterion, in the order of the file; what is not judged on any seed has none. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int most = runs.stream().mapToInt(run -> run.criteria().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            Row row = row(i);
            if (row.judged() > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(int index) {
        Row row = new Row("", "", 0, 0, "", Double.NaN, 0);
        for (Run run : runs) {
            if (index >= run.criteria().size() || notJudged(index)) {
                continue;
            }
            CriterionResult result = run.criteria().get(index);
            double margin = margin(index, result);
            // A value that is not known is as bad as can be.
            boolean worse = row.judged() == 0 || (!Double.isNaN(row.margin()) && !(margin >= row.margin()));
            row = new Row(
                    result.name(),
                    result.limit(),
                    row.failed() + (result.pass() ? 0 : 1),
                    row.judged() + 1,
                    worse ? result.text() : row.worst(),
                    worse ? margin : row.margin(),
                    worse ? run.seed() : row.worstSeed());
        }
        return row;
    }

    private boolean notJudged(int index) {
        return index < scenario.criteria().size()
                && scenario.criteria().get(index).nominalTruthOnly()
                && !scenario.nominalTruth();
    }

    private double margin(int index, CriterionResult result) {
        if (index < scenario.criteria().size()) {
            Criterion criterion = scenario.criteria().get(index);
            return criterion.state() == null ? criterion.margin(result.value()) : result.pass() ? 0 : -1;
        }
        return result.pass() ? 0 : -1;
    }
}
