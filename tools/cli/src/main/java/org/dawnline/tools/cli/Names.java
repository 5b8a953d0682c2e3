package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what people mean among full names such as {@code core.NOOP}: without the component, in any case, with {@code *}. */
final class Names {
    private static final String CORE = "core.";
    private static final int MOST_SHOWN = 6;

    private Names() {}

    /** The one full name that is meant; refuses none and several. A name of the core wins over others. */
    static String one(String kind, String given, List<String> names) {
        if (names.contains(given)) {
            return given;
        }
        String wanted = given.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String name : names) {
            String full = name.toLowerCase(Locale.ROOT);
            if (full.equals(wanted) || full.endsWith("." + wanted)) {
                found.add(name);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        for (String name : found) {
            if (name.startsWith(CORE)) {
                return name;
            }
        }
        throw CommandFailure.usage(
                found.isEmpty()
                        ? "there is no " + kind + " " + given + near(wanted, names)
                        : kind + " " + given + " could be " + String.join(" or ", found));
    }

    /** All names that the patterns mean, in the order of {@code names}; refuses a pattern that means none. */
    static List<String> matching(String kind, List<String> patterns, List<String> names) {
        if (patterns.isEmpty()) {
            return names;
        }
        List<Pattern> wanted = new ArrayList<>();
        for (String given : patterns) {
            Pattern pattern = pattern(given);
            if (names.stream().noneMatch(name -> pattern.matcher(name).matches())) {
                throw CommandFailure.usage(
                        "there is no " + kind + " " + given + near(given.toLowerCase(Locale.ROOT), names));
            }
            wanted.add(pattern);
        }
        return names.stream()
                .filter(name -> wanted.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()))
                .toList();
    }

    private static Pattern pattern(String given) {
        String quoted = Pattern.quote(given).replace("*", "\\E.*\\Q");
        return Pattern.compile("(?:.*\\.)?" + quoted, Pattern.CASE_INSENSITIVE);
    }

    private static String near(String wanted, List<String> names) {
        String core = wanted.substring(wanted.lastIndexOf('.') + 1).replace("*", "");
        List<String> found = names.stream()
                .filter(name -> !core.isEmpty() && name.toLowerCase(Locale.ROOT).contains(core))
                .limit(MOST_SHOWN)
                .toList();
        return found.isEmpty()
                ? "; `./dawnline dictionary` lists all"
                : "; did you mean " + String.join(", ", found) + "?";
    }
}
