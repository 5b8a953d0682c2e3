package org.dawnline.tools.cli.capability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The claims and the tests that show them.
 *
 * @param table the claims
 * @param tests all tagged tests
 */
public record Evidence(CapabilityTable table, List<TaggedTest> tests) {
    /** Where the claims stand, from the root of the tree. */
    public static final String TABLE = "docs/capabilities.table";

    /** Where the page goes, from the root of the tree. */
    public static final String PAGE = "docs/capabilities.md";

    /** Copies what it is given. */
    public Evidence {
        tests = List.copyOf(tests);
    }

    /** Reads the claims of a tree and the tags of its tests. */
    public static Evidence of(Path root) throws IOException {
        return new Evidence(CapabilityTable.read(root.resolve(TABLE)), TestTags.below(root));
    }

    /** Tests of a row, in the order of their files. */
    public List<TaggedTest> testsOf(Capability capability) {
        return tests.stream().filter(test -> test.row().equals(capability.id())).toList();
    }

    /** What does not fit together, one sentence each; empty when every claim is shown and every tag is a claim. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Capability row : table.rows()) {
            boolean shown = !testsOf(row).isEmpty();
            if (!shown && !row.open()) {
                problems.add(row.id() + " is claimed and has no test");
            } else if (shown && row.open()) {
                problems.add(row.id() + " has a test: it is no longer (open)");
            }
        }
        Set<String> claimed = table.rows().stream().map(Capability::id).collect(Collectors.toCollection(TreeSet::new));
        for (TaggedTest test : tests) {
            if (!claimed.contains(test.row())) {
                problems.add(test.row() + ", the tag of " + test.name() + ", is no row of " + TABLE);
            }
        }
        return problems;
    }
}
