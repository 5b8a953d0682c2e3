package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guide shows as a table is one that the shipped vehicle takes. */
class WatchingGuideTest {
    private static final Path GUIDE = Path.of("../docs/guides/watching.md");

    private final Spacecraft spacecraft =
            TestSpacecraft.over(new FakeHal(), new InlineWorker(), SpacecraftOptions.DEFAULT_PERIOD_NANOS);

    private List<String> problems(TableText text) {
        TableManager tables = spacecraft.tables();
        Problems problems = new Problems();
        for (int i = 0; i < tables.tables(); i++) {
            Table<?> table = tables.table(i);
            if (table.kind().equals(text.kind())) {
                text.read(table, spacecraft.executive().dictionary(), problems);
                return problems.list().stream().map(Problem::toString).toList();
            }
        }
        return List.of("no table of the kind " + text.kind());
    }

    @Test
    @Tag("APP-020")
    void everyTableOfTheGuideIsRight() throws IOException {
        assertThat(problems(TableText.of("table monitors guilty version=1\nlimit id=1 name=a channel=power.sox min=1")))
                .hasSize(1);

        List<String> found = new ArrayList<>();
        int tables = 0;
        for (String block : Files.readString(GUIDE).split("```\n", -1)) {
            if (block.startsWith("table ")) {
                tables++;
                found.addAll(problems(TableText.of(block)));
            }
        }
        assertThat(found).isEmpty();
        assertThat(tables).isEqualTo(2);
    }
}
