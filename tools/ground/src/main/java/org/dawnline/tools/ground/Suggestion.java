package org.dawnline.tools.ground;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant: the help in "unknown name" messages. */
public final class Suggestion {
    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_LISTED = 16;
    private static final int LETTERS_PER_MISTAKE = 3;
    private static final int SHORTEST_PART = 3;

    private Suggestion() {}

    /** A clause that offers the names next to {@code wrong}, or all of them when they are few, or says where to look. */
    public static String forName(String wrong, Collection<String> known) {
        List<String> near = near(wrong, known);
        if (!near.isEmpty()) {
            return "did you mean " + String.join(", ", near) + "?";
        }
        if (known.isEmpty()) {
            return "there are none";
        }
        List<String> listed = known.stream().sorted().limit(MAX_LISTED).toList();
        return "expected one of " + String.join(", ", listed) + (known.size() > MAX_LISTED ? ", ..." : "");
    }

    private static List<String> near(String wrong, Collection<String> known) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, lower.length() / LETTERS_PER_MISTAKE);
        List<String> misspelt = known.stream()
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= tolerance)
                .sorted(Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_SUGGESTIONS)
                .toList();
        if (!misspelt.isEmpty()) {
            return misspelt;
        }
        return known.stream()
                .filter(name -> containsParts(lower, name.toLowerCase(Locale.ROOT)))
                .sorted()
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    // Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean containsParts(String wrong, String name) {
        String[] parts = wrong.split("\\.", -1);
        for (String part : parts) {
            if (part.length() < SHORTEST_PART || !name.contains(part)) {
                return false;
            }
        }
        return true;
    }
}
