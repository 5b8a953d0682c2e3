package org.dawnline.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide shows code that exists. */
class GuideTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCES = ROOT.resolve("tools/checks/src/test/java/org/dawnline/example");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaBlockOfTheComponentGuideStandsInTheExample() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/guides/write-your-own-component.md"));
        StringBuilder code = new StringBuilder();
        for (String example : List.of("EclipseCounter", "EclipseAlarm", "EclipseCounterTest")) {
            code.append(Files.readString(SOURCES.resolve(example + ".java")));
        }

        List<String> blocks =
                BLOCK.matcher(guide).results().map(GuideTest::firstGroup).toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(7);
        assertThat(blocks).allSatisfy(block -> assertThat(code.toString()).contains(block));
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }
}
