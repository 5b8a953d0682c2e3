package org.dawnline.tools.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScenarioReferenceTest {
    private static final Path PAGE = Path.of("../../docs/scenario-reference.md");
    private static final Path WRITTEN = Path.of("target", "scenario-reference.md");

    @Test
    @Tag("TSIM-004")
    void theReferenceSaysWhatSchemaFaultsMetricsAndTruthsSay() throws IOException {
        String expected = new ScenarioReference(new SchemaCheck().schemaNode()).write();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, expected);

        assertThat(PAGE)
                .as("copy tools/sim/%s to docs/ after a change", WRITTEN)
                .usingCharset(java.nio.charset.StandardCharsets.UTF_8)
                .hasContent(expected);
    }
}
