package org.dawnline.fsw.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: words, then {@code key=value} fields. The getters check: what is missing, unknown or out of range goes into the
 * problems with its line, its name and what would be right, and a harmless value comes back. Words and fields that nobody asked for are
 * problems, too.
 */
public final class Row {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,3})?");
    private static final int MOST_NAMES_SHOWN = 12;

    private final int line;
    private final List<String> words;
    private final Map<String, String> fields;
    private final Dictionary dictionary;
    private final Problems problems;
    private final Set<String> asked = new TreeSet<>();
    private int wordsAsked;

    Row(int line, List<String> words, Map<String, String> fields, Dictionary dictionary, Problems problems) {
        this.line = line;
        this.words = List.copyOf(words);
        this.fields = new LinkedHashMap<>(fields);
        this.dictionary = dictionary;
        this.problems = problems;
    }

    /** Line of the text, from 1. */
    public int line() {
        return line;
    }

    /** Number of words before the first field. */
    public int words() {
        return words.size();
    }

    /** The word at a position, from 0, or an empty one with a problem when there are fewer. */
    public String word(int position, String whatItIs) {
        wordsAsked = Math.max(wordsAsked, position + 1);
        if (position < words.size()) {
            return words.get(position);
        }
        problem(position + 1, Flaw.MISSING, whatItIs + " is missing");
        return "";
    }

    /** The position of a word's value in a list of choices, or -1 with a problem. */
    public int word(int position, String whatItIs, List<String> choices) {
        String word = word(position, whatItIs);
        int found = choices.indexOf(word);
        if (found < 0 && !word.isEmpty()) {
            problem(position + 1, Flaw.UNKNOWN_NAME, whatItIs + " is " + word + ", expected " + shown(choices));
        }
        return found;
    }

    /** Whether a field is there. */
    public boolean has(String field) {
        asked.add(field);
        return fields.containsKey(field);
    }

    /** The text of a field that must be there. */
    public String text(String field) {
        String value = value(field);
        if (value == null) {
            problem(field, Flaw.MISSING, "is missing");
            return "";
        }
        return value;
    }

    /** The text of a field, or another when it is not there. */
    public String text(String field, String otherwise) {
        String value = value(field);
        return value == null ? otherwise : value;
    }

    private @Nullable String value(String field) {
        asked.add(field);
        return fields.get(field);
    }

    /** A number within bounds; {@code min} with a problem when it is none. */
    public double number(String field, double min, double max) {
        return has(field) ? parse(field, min, max) : missing(field, min);
    }

    /** A number within bounds, or another when the field is not there. */
    public double number(String field, double min, double max, double otherwise) {
        return has(field) ? parse(field, min, max) : otherwise;
    }

    private double parse(String field, double min, double max) {
        String text = text(field);
        String range = "a number from " + plain(min) + " to " + plain(max);
        if (!NUMBER.matcher(text).matches()) {
            problem(field, Flaw.WRONG_KIND, "is " + text + ", expected " + range);
            return min;
        }
        double value = Double.parseDouble(text);
        if (!(value >= min && value <= max && Double.isFinite(value))) {
            problem(field, Flaw.OUT_OF_RANGE, "is " + text + ", expected " + range);
            return min;
        }
        return value;
    }

    private double missing(String field, double otherwise) {
        problem(field, Flaw.MISSING, "is missing");
        return otherwise;
    }

    /** A whole number within bounds; {@code min} with a problem when it is none. */
    public int whole(String field, int min, int max) {
        return has(field) ? parseWhole(field, min, max) : (int) missing(field, min);
    }

    /** A whole number within bounds, or another when the field is not there. */
    public int whole(String field, int min, int max, int otherwise) {
        return has(field) ? parseWhole(field, min, max) : otherwise;
    }

    private int parseWhole(String field, int min, int max) {
        double value = parse(field, min, max);
        if (value != StrictMath.rint(value)) {
            problem(field, Flaw.WRONG_KIND, "is " + text(field) + ", expected a whole number");
        }
        return (int) value;
    }

    /** Yes or no, or another when the field is not there. */
    public boolean yes(String field, boolean otherwise) {
        return has(field) ? choice(field, List.of("no", "yes")) == 1 : otherwise;
    }

    /** The position of a field's value in a list of choices; 0 with a problem when it is none of them. */
    public int choice(String field, List<String> choices) {
        String value = text(field);
        int position = choices.indexOf(value);
        if (position < 0 && !value.isEmpty()) {
            problem(field, Flaw.UNKNOWN_NAME, "is " + value + ", expected " + shown(choices));
        }
        return Math.max(0, position);
    }

    /** A constant of an enum by its name; the first one with a problem when it is none. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[
                choice(
                        field,
                        Arrays.stream(constants)
                                .map(constant -> constant.name())
                                .toList())];
    }

    /** A constant of an enum by its name, or another when the field is not there. */
    public <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        return has(field) ? choice(field, type) : otherwise;
    }

    /** A duration in nanoseconds, within bounds, to the millisecond; {@code min} with a problem when it is none. */
    public long durationNanos(String field, long minNanos, long maxNanos) {
        return durationNanos(fields.get(field), field, position(field, true), minNanos, maxNanos);
    }

    /** A duration in nanoseconds, within bounds, or another when the field is not there. */
    public long durationNanos(String field, long minNanos, long maxNanos, long otherwise) {
        return has(field) ? durationNanos(field, minNanos, maxNanos) : otherwise;
    }

    /** Reads a duration out of a text that is not a field's, such as a word. */
    public long durationNanos(@Nullable String text, String name, int position, long minNanos, long maxNanos) {
        if (text == null) {
            problem(position, Flaw.MISSING, name + " is missing");
            return minNanos;
        }
        long nanos = Durations.nanos(text);
        String range = "a duration from " + Durations.text(minNanos) + " to " + Durations.text(maxNanos);
        if (nanos == Durations.NONE) {
            String forms = ", such as 00:01:30.500, 250ms, 1.5s, 10min or 2h";
            problem(position, Flaw.WRONG_KIND, name + " is " + text + ", expected " + range + forms);
            return minNanos;
        }
        if (nanos < minNanos || nanos > maxNanos) {
            problem(position, Flaw.OUT_OF_RANGE, name + " is " + text + ", expected " + range);
            return minNanos;
        }
        return nanos;
    }

    /** A channel by its full name, or null with a problem. */
    public @Nullable Channel channel(String field) {
        String name = text(field);
        if (name.isEmpty()) {
            return null;
        }
        for (Dictionary.Frame frame : dictionary.frames()) {
            for (Channel channel : frame.channels()) {
                if (channel.name().equals(name)) {
                    return channel;
                }
            }
        }
        problem(field, Flaw.UNKNOWN_NAME, "is " + name + ", which is no channel of this vehicle");
        return null;
    }

    /** The position of an event in the dictionary by its full name, or -1 with a problem. */
    public int event(String field) {
        String name = text(field);
        for (int i = 0; i < dictionary.events().size(); i++) {
            if (dictionary.events().get(i).name().equals(name)) {
                return i;
            }
        }
        if (!name.isEmpty()) {
            problem(field, Flaw.UNKNOWN_NAME, "is " + name + ", which is no event of this vehicle");
        }
        return -1;
    }

    /**
     * A telecommand by its full name, or null with a problem. All fields that stand behind that field in the row are its arguments.
     */
    public @Nullable Call call(String field) {
        String name = text(field);
        return name.isEmpty() ? null : call(name, position(field, true), fieldsAfter(field));
    }

    /** A telecommand whose full name is a word, or null with a problem. All fields of the row are its arguments. */
    public @Nullable Call callOfWord(int wordPosition) {
        String name = word(wordPosition, "the telecommand");
        return name.isEmpty() ? null : call(name, wordPosition + 1, new LinkedHashMap<>(fields));
    }

    private Map<String, String> fieldsAfter(String field) {
        Map<String, String> after = new LinkedHashMap<>();
        boolean behind = false;
        for (Map.Entry<String, String> entry : fields.entrySet()) {
            if (behind) {
                after.put(entry.getKey(), entry.getValue());
            }
            behind |= entry.getKey().equals(field);
        }
        return after;
    }

    private @Nullable Call call(String name, int position, Map<String, String> values) {
        asked.addAll(values.keySet());
        int number = dictionary.commandNumber(name);
        if (number < 0) {
            problem(position, Flaw.UNKNOWN_NAME, name + " is no telecommand of this vehicle");
            return null;
        }
        CommandDeclaration declaration = dictionary.commands().get(number);
        int problemsBefore = problems.count();
        List<Double> arguments = new ArrayList<>();
        for (Argument argument : declaration.arguments()) {
            arguments.add(argument(name, argument, values.remove(argument.name())));
        }
        values.keySet().forEach(other -> problem(other, Flaw.UNKNOWN_FIELD, "is no argument of " + name));
        Call call = new Call(declaration, number, arguments);
        return problems.count() == problemsBefore && fits(call, position) ? call : null;
    }

    private double argument(String command, Argument argument, @Nullable String text) {
        String ofCommand = argument.name() + " of " + command;
        int position = position(argument.name(), false);
        if (text == null) {
            problem(position, Flaw.MISSING, ofCommand + " is missing");
            return argument.min();
        }
        List<String> entries = dictionary.enumeration(argument.choices());
        boolean choice = !argument.choices().isEmpty();
        if (!choice && !NUMBER.matcher(text).matches()) {
            problem(position, Flaw.WRONG_KIND, ofCommand + " is " + text + ", expected a number");
            return argument.min();
        }
        double value = choice ? entries.indexOf(text) : Double.parseDouble(text);
        if (!argument.allows(value, entries)) {
            problem(
                    position,
                    choice ? Flaw.UNKNOWN_NAME : Flaw.OUT_OF_RANGE,
                    ofCommand + " is " + text + ", expected " + (choice ? shown(entries) : range(argument)));
        }
        return value;
    }

    private static String range(Argument argument) {
        return (argument.whole() ? "a whole number from " : "a number from ") + plain(argument.min()) + " to "
                + plain(argument.max()) + " " + argument.unit().symbol();
    }

    // The handler knows what no bound says, such as the range of the parameter that another argument names.
    private boolean fits(Call call, int position) {
        if (call.declaration().handler().allows(call.values())) {
            return true;
        }
        problem(position, Flaw.CONFLICT, call.declaration().name() + " does not take these values together");
        return false;
    }

    /** Says that something is wrong with a field: its name comes first in the text. */
    public void problem(String field, Flaw flaw, String text) {
        problem(position(field, true), flaw, field + " " + text);
    }

    /** Says that something is wrong with the row as a whole. */
    public void problem(Flaw flaw, String text) {
        problem(0, flaw, text);
    }

    private void problem(int position, Flaw flaw, String text) {
        problems.add(line, position, flaw, text);
    }

    // From 1, words first; 0 when there is no such field.
    private int position(String field, boolean ask) {
        if (ask) {
            asked.add(field);
        }
        int position = words.size();
        for (String name : fields.keySet()) {
            position++;
            if (name.equals(field)) {
                return position;
            }
        }
        return 0;
    }

    /** What nobody asked for is a problem: it would be ignored silently. */
    void end() {
        for (int i = wordsAsked; i < words.size(); i++) {
            problem(i + 1, Flaw.UNKNOWN_FIELD, words.get(i) + " has no meaning here");
        }
        Set<String> known = new TreeSet<>(asked);
        known.removeIf(name -> !name.matches("[A-Za-z].*"));
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                problem(name, Flaw.UNKNOWN_FIELD, "is not known here, expected " + shown(new ArrayList<>(known)));
            }
        }
    }

    private static String shown(List<String> names) {
        if (names.size() > MOST_NAMES_SHOWN) {
            return "one of " + names.size() + " names such as " + names.get(0);
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    // Bounds are short decimals; the shortest text of a double differs between JDKs, that of a whole number does not.
    private static String plain(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
