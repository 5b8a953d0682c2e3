package org.dawnline.tools.cli.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    private static final String TABLE = "[A] Flying\nA1 It flies.\nA2 (open) It lands.\n";

    @TempDir
    Path root;

    @Test
    @Tag("CLI-045")
    void aClaimWithItsTestIsFine() throws IOException {
        write(TABLE, "class Glider {\n" + method("A1", "itFlies") + "}\n");

        Evidence evidence = Evidence.of(root);

        assertThat(evidence.problems()).isEmpty();
        assertThat(evidence.tests())
                .extracting(TaggedTest::name, TaggedTest::file)
                .containsExactly(tuple("GliderTest.itFlies", "wing/src/test/java/GliderTest.java"));
    }

    @Test
    @Tag("CLI-045")
    void aClaimWithoutATestATagWithoutAClaimAndAnExcuseThatIsOverAreProblems() throws IOException {
        write(TABLE, method("A2", "itLands") + method("Z9", "itSwims"));

        assertThat(Evidence.of(root).problems())
                .containsExactly(
                        "A1 is claimed and has no test",
                        "A2 has a test: it is no longer (open)",
                        "Z9, the tag of GliderTest.itSwims, is no row of docs/capabilities.table");
    }

    @Test
    @Tag("CLI-045")
    void aTestThatIsDisabledShowsNothing() throws IOException {
        write(TABLE, "    @Disabled\n" + method("A1", "itFlies"));

        assertThat(Evidence.of(root).problems()).containsExactly("A1 is claimed and has no test");
    }

    @Test
    @Tag("CLI-045")
    void aTagOnAClassCountsAndOtherTagsDoNot() {
        String source = tag("A1") + tag("CORE-001") + "@SuppressWarnings(\"x\")\nfinal class GliderTest {\n" + tag("A2")
                + "    @Test\n    void lands() {}\n    void helper() {}\n}\n";

        assertThat(TestTags.in("GliderTest.java", source))
                .extracting(TaggedTest::row, TaggedTest::name)
                .containsExactly(tuple("A1", "GliderTest"), tuple("A2", "GliderTest.lands"));
    }

    @Test
    @Tag("CLI-045")
    void aWrongLineIsRefusedByItsNumber() {
        assertThatThrownBy(() -> CapabilityTable.parse("[A] Flying\nA1 It flies.\nit sinks\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("\"it sinks\" is no row");
        assertThatThrownBy(() -> CapabilityTable.parse("[A] Flying\nB1 It flies.\n"))
                .hasMessageContaining("line 2: B1 stands under [A]");
        assertThatThrownBy(() -> CapabilityTable.parse("[A] Flying\nA1 It flies.\nA1 Again.\n"))
                .hasMessageContaining("line 3: A1 stands there already");
    }

    @Test
    @Tag("CLI-045")
    void thePageLinksTheClassesOnceAndMarksWhatIsOpen() throws IOException {
        write(TABLE, method("A1", "itFlies") + method("A1", "itFliesFar"));

        assertThat(CapabilityPage.of(Evidence.of(root)))
                .contains("## A. Flying")
                .contains("| A1 | It flies. | [GliderTest](../wing/src/test/java/GliderTest.java) |")
                .contains("| A2 | It lands. | not yet |");
    }

    private void write(String table, String test) throws IOException {
        Path source = root.resolve("wing/src/test/java/GliderTest.java");
        Files.createDirectories(root.resolve("docs"));
        Files.createDirectories(source.getParent());
        Files.writeString(root.resolve(Evidence.TABLE), table);
        Files.writeString(source, test);
    }

    private static String method(String row, String name) {
        return "    @Test\n" + tag(row) + "    void " + name + "() {}\n";
    }

    // Put together here, so that these lines are no tags themselves.
    private static String tag(String row) {
        return "    @" + "Tag(\"" + row + "\")\n";
    }
}
