package org.dawnline.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of the house that any text can tell. Each takes a text and returns what is wrong with it, one line each. */
final class Tidy {
    static final int MAX_FILE_LINES = 600;

    // Put together here, so that these lines do not accuse themselves.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.~}\\])/-])(/(home|root|work|Users)/[\\w.]|[A-Z]:\\\\" + "Users)");
    private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern OTHER_SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

    private Tidy() {}

    static List<String> tooLong(String text) {
        long lines = text.lines().count();
        return lines > MAX_FILE_LINES ? List.of(lines + " lines, at most " + MAX_FILE_LINES) : List.of();
    }

    static List<String> leftOvers(String text) {
        return linesWith(text, LEFT_OVER, "unfinished work belongs in the tracker");
    }

    static List<String> tabs(String text) {
        return linesWith(text, Pattern.compile("\t"), "tab");
    }

    static List<String> trailingSpaces(String text) {
        return linesWith(text, Pattern.compile("[ \t\r]+$"), "trailing space");
    }

    static List<String> missingLastNewline(String text) {
        return text.isEmpty() || text.endsWith("\n") ? List.of() : List.of("no newline at the end");
    }

    static List<String> machinePaths(String text) {
        return linesWith(text, MACHINE_PATH, "path of one machine");
    }

    /** Relative links that lead nowhere, or out of the tree. */
    static List<String> deadLinks(String markdown, Path folder, Path root) {
        List<String> found = new ArrayList<>();
        Matcher link = LINK.matcher(FENCED.matcher(markdown).replaceAll(""));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            if (target.isEmpty() || OTHER_SCHEME.matcher(target).matches()) {
                continue;
            }
            Path path = folder.resolve(target).normalize();
            if (!path.startsWith(root) || !Files.exists(path)) {
                found.add("dead link " + target);
            }
        }
        return found;
    }

    private static List<String> linesWith(String text, Pattern pattern, String complaint) {
        List<String> found = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (pattern.matcher(lines[i]).find()) {
                found.add("line " + (i + 1) + ": " + complaint);
            }
        }
        return found;
    }
}
