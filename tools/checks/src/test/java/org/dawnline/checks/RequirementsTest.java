package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every requirement that a README promises is tagged on a test, and no test claims one that nobody promises. */
class RequirementsTest {
    private static final String ID = "([A-Z]+-\\d{3})";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *" + ID + " *\\|");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"" + ID + "\"\\)");

    @Test
    void requirementsAndTestsAgree() {
        assertThat(disagreements(Map.of("README.md", "| A-001 | fly |\n", "T.java", tag("A-001"))))
                .isEmpty();
        assertThat(disagreements(Map.of("README.md", "| A-001 | fly |\n", "T.java", tag("A-002"))))
                .containsExactly("A-001 has no test", "A-002 is not in a README");
        assertThat(disagreements(Map.of("a/README.md", "| A-001 | fly |\n| A-001 | land |\n", "T.java", tag("A-001"))))
                .containsExactly("A-001 is promised twice");

        SourceTree tree = new SourceTree();
        Map<String, String> texts = new TreeMap<>();
        for (Path path : tree.paths()) {
            texts.put(path.toString(), tree.text(path));
        }
        assertThat(disagreements(texts)).isEmpty();
    }

    private static String tag(String id) {
        return "@" + "Tag(\"" + id + "\") void test() {}";
    }

    private static List<String> disagreements(Map<String, String> texts) {
        Set<String> promised = new TreeSet<>();
        Set<String> tested = new TreeSet<>();
        List<String> found = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (name.endsWith("README.md")) {
                ids(ROW, text).stream()
                        .filter(id -> !promised.add(id))
                        .forEach(id -> found.add(id + " is promised twice"));
            } else if (name.endsWith(".java")) {
                tested.addAll(ids(TAG, text));
            }
        });
        promised.stream().filter(id -> !tested.contains(id)).forEach(id -> found.add(id + " has no test"));
        tested.stream().filter(id -> !promised.contains(id)).forEach(id -> found.add(id + " is not in a README"));
        return found;
    }

    private static List<String> ids(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
