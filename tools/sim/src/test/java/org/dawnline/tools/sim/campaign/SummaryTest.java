package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.tools.sim.campaign.RunResult.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign says in the end. */
class SummaryTest {
    private static final CampaignPlan PLAN = new CampaignPlan(9, 5, 3, List.of("ai1"));

    @TempDir
    private Path folder;

    @Test
    @Tag("TSIM-037")
    void everyFailureComesAsOneCommandThatRepeatsIt() {
        Summary summary = Summary.of(results());

        assertThat(summary.text())
                .startsWith("FAIL  campaign, seed 9: 2 runs passed, 1 failed, 1 excluded")
                .contains("./dawnline campaign --seed 9 --run 2 --vehicle ai1  # SOC_FLOOR at 1234 s")
                .contains("excluded by RADIATOR_COLD: 1");
        assertThat(summary.json())
                .contains("\"repeat\" : \"./dawnline campaign --seed 9 --run 2 --vehicle ai1\"")
                .contains("\"missing\" : 1");
    }

    @Test
    @Tag("TSIM-037")
    void distributionsLeaveOutWhatNothingCouldHold() {
        Distribution spread = new Distribution(Figure.HOTTEST_DIE, results().results());

        assertThat(spread.count()).isEqualTo(3);
        assertThat(spread.least()).isEqualTo(70);
        assertThat(spread.median()).isEqualTo(71);
        assertThat(spread.most()).isEqualTo(72);
    }

    @Test
    @Tag("TSIM-038")
    void thePageHoldsEverythingAndAsksNobody() throws IOException {
        Files.writeString(folder.resolve("timing.jsonl"), "{\"run\":0,\"wallS\":2.0,\"simulatedS\":18000}\n");

        Summary.of(results()).write(folder);

        assertThat(folder.resolve("summary.html"))
                .content()
                .contains("Campaign", "--run 2", "RADIATOR_COLD", "<svg", "class=\"failed\"", "9,000")
                .doesNotContain("http://", "https://", "<script", "NaN");
        assertThat(folder.resolve("summary.json")).content().doesNotContain("wall", "9000");
    }

    @Test
    @Tag("TSIM-032")
    void aResultIsWhatItsLineSays() {
        for (RunResult result : results().results()) {
            assertThat(ResultLine.result(ResultLine.of(result))).isEqualTo(result);
        }
        assertThat(ResultLine.plan(ResultLine.of(PLAN))).isEqualTo(PLAN);
    }

    private static ResultsFile results() {
        Failure soc = new Failure("SOC_FLOOR", 2, 1234.4, 0.19, 0.2);
        Failure cold = new Failure("RADIATOR_COLD", 1, 99, 200, 213.15);
        SortedMap<Integer, String> lines = new TreeMap<>();
        put(lines, 0, Verdict.PASS, "", List.of(), 70);
        put(lines, 1, Verdict.PASS, "", List.of(), 71);
        put(lines, 2, Verdict.FAIL, "", List.of(soc), 72);
        put(lines, 3, Verdict.EXCLUDED, "RADIATOR_COLD", List.of(cold), 120);
        return new ResultsFile(PLAN, lines);
    }

    private static void put(
            SortedMap<Integer, String> lines,
            int run,
            Verdict verdict,
            String reason,
            List<Failure> failures,
            double hottestC) {
        SortedMap<Figure, Double> figures = new TreeMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(figure, Double.NaN);
        }
        figures.put(Figure.HOTTEST_DIE, hottestC);
        RunResult result =
                new RunResult(run, "ai1", verdict, reason, failures, List.of("pump.stop"), figures, "00", "");
        lines.put(run, ResultLine.of(result));
    }
}
