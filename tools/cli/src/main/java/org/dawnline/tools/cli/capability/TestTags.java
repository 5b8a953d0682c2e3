package org.dawnline.tools.cli.capability;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tags of rows on the tests of a tree. A tag counts when it stands on a test method or on a class; one on a test that is
 * disabled does not.
 */
public final class TestTags {
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules", "build");
    private static final Pattern TAG = Pattern.compile("^@Tag\\(\"([A-Z]\\d{1,2})\"\\)$");
    private static final Pattern METHOD = Pattern.compile("^(?:public |protected |private )?void (\\w+)\\(.*");
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |protected |private |static |abstract |final )*(?:class|interface) \\w+.*");

    private TestTags() {}

    /** All tags below a folder, sorted by row, file and position. */
    public static List<TaggedTest> below(Path root) throws IOException {
        List<TaggedTest> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean skipped = !folder.equals(root) && (name.startsWith(".") || SKIPPED_FOLDERS.contains(name));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.contains("src/test/java/") && name.endsWith(".java")) {
                    found.addAll(in(name, Files.readString(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(TaggedTest::row).thenComparing(TaggedTest::file));
        return found;
    }

    /** The tags of one source. */
    static List<TaggedTest> in(String file, String source) {
        List<TaggedTest> found = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        boolean disabled = false;
        for (String untrimmed : source.split("\n", -1)) {
            String line = untrimmed.strip();
            Matcher tag = TAG.matcher(line);
            Matcher method = METHOD.matcher(line);
            boolean isMethod = method.matches();
            if (tag.matches()) {
                waiting.add(tag.group(1));
            } else if (line.startsWith("@Disabled")) {
                disabled = true;
            } else if (isMethod || TYPE.matcher(line).matches()) {
                if (!disabled) {
                    String name = isMethod ? method.group(1) : "";
                    waiting.forEach(row -> found.add(new TaggedTest(row, file, name)));
                }
                waiting.clear();
                disabled = false;
            }
        }
        return found;
    }
}
