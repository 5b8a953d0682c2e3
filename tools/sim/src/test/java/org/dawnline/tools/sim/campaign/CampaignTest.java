package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.tools.sim.Flights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flying a campaign in one piece, in parts, on threads, and after a kill. */
@Tag("one-jdk")
class CampaignTest {
    private static final CampaignPlan PLAN = new CampaignPlan(11, 4, 1, List.of("ai1"));

    @TempDir
    private Path folder;

    @Test
    @Tag("TSIM-032")
    void partsOnSeveralThreadsGiveTheBytesOfTheWholeOnOne() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        fly(Shard.WHOLE, whole, 1, false);
        fly(Shard.parse("2/2"), parts, 2, false);
        fly(Shard.parse("1/2"), parts, 2, false);

        ResultsFile merged = ResultsFile.merge(
                List.of(parts.resolve("results-2-of-2.jsonl"), parts.resolve("results-1-of-2.jsonl")));
        merged.write(parts.resolve("results.jsonl"));

        assertThat(parts.resolve("results.jsonl")).hasSameTextualContentAs(whole.resolve("results.jsonl"));
        assertThat(Summary.of(merged).json())
                .isEqualTo(Summary.of(ResultsFile.read(whole.resolve("results.jsonl")))
                        .json());
        assertThat(merged.results())
                .extracting(RunResult::digest)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    @Tag("TSIM-033")
    void aCampaignThatWasKilledGoesOnWhereItWas() throws IOException, InterruptedException {
        fly(Shard.WHOLE, folder, 2, false);
        Path file = folder.resolve("results.jsonl");
        String all = Files.readString(file);
        List<String> lines = all.lines().toList();
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(3) + "\n{\"run\":3,\"veh");

        List<Integer> flown = fly(Shard.WHOLE, folder, 1, true);

        assertThat(flown).containsExactly(1, 3);
        assertThat(Files.readString(file)).isEqualTo(all);
    }

    @Test
    @Tag("TSIM-033")
    void resultsOfAnotherCampaignAreNotResumed() throws InterruptedException {
        CampaignPlan other = new CampaignPlan(12, 1, 1, List.of("ai1"));
        new ResultsFile(other, new java.util.TreeMap<>()).write(folder.resolve("results.jsonl"));

        assertThatThrownBy(() -> fly(Shard.WHOLE, folder, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another campaign");
    }

    @Test
    @Tag("TSIM-032")
    void partsOfDifferentCampaignsAndTwoResultsOfOneRunAreNotMerged() {
        Path one = file("one.jsonl", PLAN, "{\"run\":0,\"verdict\":\"PASS\"}");
        Path other = file("other.jsonl", new CampaignPlan(12, 4, 1, List.of("ai1")), "");
        Path twice = file("twice.jsonl", PLAN, "{\"run\":0,\"verdict\":\"FAIL\"}");

        assertThatThrownBy(() -> ResultsFile.merge(List.of(one, other))).hasMessageContaining("another campaign");
        assertThatThrownBy(() -> ResultsFile.merge(List.of(one, twice))).hasMessageContaining("run 0");
        assertThat(ResultsFile.merge(List.of(one, one)).missing()).containsExactly(1, 2, 3);
    }

    @Test
    @Tag("TSIM-032")
    void everyRunIsInExactlyOneShard() {
        for (int run = 0; run < 20; run++) {
            int holders = 0;
            for (int part = 1; part <= 3; part++) {
                holders += new Shard(part, 3).holds(run) ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        }
        assertThatThrownBy(() -> Shard.parse("0/3")).hasMessageContaining("from 1");
        assertThatThrownBy(() -> Shard.parse("half")).hasMessageContaining("such as 2/8");
    }

    private Path file(String name, CampaignPlan plan, String line) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, ResultLine.of(plan) + "\n" + (line.isEmpty() ? "" : line + "\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    private static List<Integer> fly(Shard shard, Path out, int threads, boolean resume) throws InterruptedException {
        List<Integer> flown = new ArrayList<>();
        new Campaign(PLAN, shard, Flights.VEHICLES, out)
                .fly(threads, resume, (result, done, wanted) -> flown.add(result.run()));
        return flown;
    }
}
