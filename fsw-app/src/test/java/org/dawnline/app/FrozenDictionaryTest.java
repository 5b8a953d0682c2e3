package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of the interface between space and ground must be seen by a reviewer. */
@Tag("D4")
class FrozenDictionaryTest {
    private static final Path FROZEN = Path.of("../docs/icd/dictionary.txt");
    private static final String ACCEPT = "dawnline.acceptDictionary";

    @Test
    @Tag("APP-005")
    void theDictionaryEqualsItsFrozenCopy() throws IOException {
        String text = TestSpacecraft.over(new FakeHal(), new InlineWorker(), SpacecraftOptions.DEFAULT_PERIOD_NANOS)
                .executive()
                .dictionary()
                .text();
        if (Boolean.getBoolean(ACCEPT)) {
            Files.createDirectories(FROZEN.getParent());
            Files.writeString(FROZEN, text);
        }

        assertThat(text.lines())
                .as("the interface between space and ground changed; if that is meant, run"
                        + " ./mvnw -pl fsw-app -am test -Dtest=FrozenDictionaryTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + ACCEPT + "=true and commit the file")
                .containsExactlyElementsOf(Files.readAllLines(FROZEN));
    }
}
