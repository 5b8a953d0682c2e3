package org.dawnline.tools.cli.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of all claims, as people write it: {@code A1 claim} a line, {@code A1 (open) claim} for what is not there yet,
 * {@code [A] subject} above the rows of a subject, {@code #} for comments. Refuses a line that is none of these, a row that stands
 * twice and one under another letter, with the number of the line.
 *
 * @param subjects the subjects by their letters, in the order of the file
 * @param rows the claims, in the order of the file
 */
public record CapabilityTable(Map<String, String> subjects, List<Capability> rows) {
    private static final Pattern SUBJECT = Pattern.compile("\\[([A-Z])] (\\S.*)");
    private static final Pattern ROW = Pattern.compile("([A-Z])(\\d{1,2}) (\\(open\\) )?(\\S.*)");

    /** Copies what it is given. */
    public CapabilityTable {
        subjects = new LinkedHashMap<>(subjects);
        rows = List.copyOf(rows);
    }

    /** Reads the file. */
    public static CapabilityTable read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads the text of such a file. */
    public static CapabilityTable parse(String text) {
        Map<String, String> subjects = new LinkedHashMap<>();
        List<Capability> rows = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>();
        String letter = "";
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher subject = SUBJECT.matcher(line);
            Matcher row = ROW.matcher(line);
            if (subject.matches()) {
                letter = subject.group(1);
                subjects.put(letter, subject.group(2));
            } else if (row.matches()) {
                Capability capability = new Capability(row.group(1) + row.group(2), row.group(4), row.group(3) != null);
                require(letter.equals(row.group(1)), number, capability.id() + " stands under [" + letter + "]");
                require(ids.add(capability.id()), number, capability.id() + " stands there already");
                rows.add(capability);
            } else {
                require(line.isBlank() || line.startsWith("#"), number, "\"" + line + "\" is no row");
            }
        }
        return new CapabilityTable(subjects, rows);
    }

    private static void require(boolean right, int line, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException("capabilities, line " + line + ": " + otherwise
                    + "; expected \"[A] subject\", \"A1 claim\" or \"A1 (open) claim\"");
        }
    }
}
