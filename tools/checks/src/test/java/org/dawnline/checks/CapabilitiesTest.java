package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.dawnline.tools.cli.capability.CapabilityPage;
import org.dawnline.tools.cli.capability.Evidence;
import org.junit.jupiter.api.Test;

/** Every claim has its tests, every tag its claim, and the page says what the tests do; seen to fail in EvidenceTest. */
class CapabilitiesTest {
    @Test
    void claimsAndTestsAgree() throws IOException {
        assertThat(Evidence.of(SourceTree.ROOT).problems()).isEmpty();
    }

    @Test
    void thePageIsNotStale() throws IOException {
        assertThat(Files.readAllLines(SourceTree.ROOT.resolve(Evidence.PAGE)))
                .as("run ./dawnline capabilities --write")
                .containsExactlyElementsOf(
                        CapabilityPage.of(Evidence.of(SourceTree.ROOT)).lines().toList());
    }
}
