package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on modes holds the table that flies, and a sentence for every mode. */
@Tag("E7")
class ModePageTest {
    private static final Path PAGE = Path.of("../../docs/modes.md");
    private static final String BEGIN = "<!-- table -->";
    private static final String END = "<!-- end -->";
    private static final String ACCEPT = "dawnline.acceptDictionary";

    @Test
    void thePageHoldsTheTableThatFlies() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n" + String.join("\n", table())
                + "\n" + page.substring(page.indexOf(END));
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/modes.md is not the table of modes; run ./mvnw verify -D" + ACCEPT + "=true")
                .isEqualTo(expected);
    }

    @Test
    void thePageSaysWhatEveryModeIs() throws IOException {
        String page = Files.readString(PAGE);
        for (Mode mode : Mode.values()) {
            assertThat(page).contains("| " + mode + " | ");
        }
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>(List.of("| from | by | if | to |", "|---|---|---|---|"));
        for (ModeTable.Row row : ModeTable.rows()) {
            String to = row.to() == row.from() ? "stays" : row.to().name();
            lines.add("| " + row.from() + " | " + row.trigger().text() + " | "
                    + row.guard().text() + " | " + to + " |");
        }
        return lines;
    }
}
