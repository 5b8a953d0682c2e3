package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code campaign} and {@code campaign merge}, as they are called. */
class CampaignCommandTest {
    private static final String SEED = "20";

    @TempDir
    private Path folder;

    @Test
    @Tag("CLI-022")
    void aCampaignIsFlownInPartsMergedAndOneRunFlownAgain() throws IOException {
        Call second = campaign("--shard", "2/2");
        assertThat(second.exitCode()).isEqualTo(Dawnline.FINE);
        Call incomplete = Call.of("campaign", "merge", folder.toString());
        assertThat(incomplete.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(incomplete.err()).contains("1 of 2 runs are missing, among them [0]");
        assertThat(campaign("--shard", "1/2").exitCode()).isEqualTo(Dawnline.FINE);

        Call merged = Call.of("campaign", "merge", folder.toString(), "--json");

        assertThat(merged.exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(merged.json().path("passed").asInt()).isEqualTo(2);
        assertThat(folder.resolve("summary.html")).exists();
        Call again = campaign("--run", "1", "--json");
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        assertThat(again.out().strip()).isEqualTo(lines.get(2));
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("campaign-20-run-1.yaml")).exists();
    }

    @Test
    @Tag("CLI-022")
    void theExitCodeSaysThatSomethingFailed() throws IOException {
        Path parts = folder.resolve("results-1-of-1.jsonl");
        Files.writeString(parts, """
                {"campaign":{"seed":20,"runs":1,"orbits":1,"vehicles":["ai1"]}}
                {"run":0,"vehicle":"ai1","verdict":"FAIL","excludedBecause":"","failures":[{"kind":"SOC_FLOOR","count":1,\
                "startS":5,"worst":0.1,"limit":0.2}],"faults":[],"figures":{},"digest":"00","note":""}
                """);

        Call merged = Call.of("campaign", "merge", parts.toString());

        assertThat(merged.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(merged.out())
                .contains("./dawnline campaign --seed 20 --run 0 --vehicle ai1 --orbits 1  # SOC_FLOOR at 5 s");
    }

    @Test
    @Tag("CLI-022")
    void aWrongCallIsRefusedBeforeAnythingFlies() {
        assertThat(campaign("--shard", "3/2").exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(campaign("--jobs", "0").exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(campaign("--export").err()).contains("--run");
        assertThat(Call.of("campaign", "--vehicle", "ai0").err()).contains("ai1");
        assertThat(Call.of("campaign", "merge", folder.toString()).exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    private Call campaign(String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("campaign", "--runs", "2", "--seed", SEED, "--orbits", "1", "--vehicle", "ai1", "--jobs", "1"));
        words.addAll(List.of("--out", folder.toString()));
        words.addAll(List.of(more));
        return Call.of(words.toArray(String[]::new));
    }
}
