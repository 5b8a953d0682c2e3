package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dawnline.tools.ground.Suggestion;

/** Finds what people mean among full names such as {@code core.NOOP}: without the component, in any case, with {@code *}. */
final class Names {
    private static final String CORE = "core.";

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
                        ? near(kind, given, names)
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
                throw CommandFailure.usage(near(kind, given, names));
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

    // Who left the component out is offered names without it.
    private static String near(String kind, String given, List<String> names) {
        boolean full = given.contains(".");
        List<String> offered = names.stream()
                .map(name -> full ? name : name.substring(name.lastIndexOf('.') + 1))
                .distinct()
                .toList();
        return "there is no " + kind + " " + given + "; " + Suggestion.forName(given.replace("*", ""), offered)
                + " `./dawnline dictionary` lists all.";
    }
}
