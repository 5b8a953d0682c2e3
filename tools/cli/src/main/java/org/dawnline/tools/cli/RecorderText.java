package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.tools.ground.EventText;
import org.dawnline.tools.ground.TableRows;

/**
 * The names in a flight recorder's dictionary: channels of each frame, events with their texts, and enumerations. The text is the
 * canonical one of the dictionary, one entry a line with its fields between bars.
 */
final class RecorderText {
    private static final int NAME = 2;
    private static final int UNIT = 3;
    private static final int STATES = 4;
    private static final int EVENT_PATTERN = 3;

    private final Map<String, List<String>> channels = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, List<String>> states = new LinkedHashMap<>();
    private final List<String> eventNames = new ArrayList<>();
    private final List<String> severities = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private final Map<String, List<String>> enumerations = new LinkedHashMap<>();

    RecorderText(String dictionaryText) {
        for (String line : dictionaryText.split("\n", -1)) {
            String[] fields = line.split("\\|", -1);
            if (fields[0].equals("channel") && fields.length > STATES) {
                channels.computeIfAbsent(fields[1], frame -> new ArrayList<>()).add(fields[NAME]);
                units.put(fields[NAME], fields[UNIT]);
                states.put(fields[NAME], list(fields[STATES]));
            } else if (fields[0].equals("event") && fields.length > EVENT_PATTERN) {
                eventNames.add(fields[1]);
                severities.add(fields[2]);
                patterns.add(fields[EVENT_PATTERN]);
            } else if (fields[0].equals("enumeration") && fields.length > 2) {
                enumerations.put(fields[1], list(fields[2]));
            }
        }
    }

    private static List<String> list(String text) {
        return List.of(text.substring(1, text.length() - 1).split(", ", -1));
    }

    /** Name of the frame of that number; a number when the dictionary is damaged. */
    String frame(int number) {
        List<String> names = List.copyOf(channels.keySet());
        return number < names.size() ? names.get(number) : Integer.toString(number);
    }

    /** Name of a channel of a frame. */
    String channel(int frame, int position) {
        List<String> names = channels.getOrDefault(frame(frame), List.of());
        return position < names.size() ? names.get(position) : frame(frame) + "." + position;
    }

    /** A value of a channel: its state by name, or a number and its unit. */
    String value(String channel, double value) {
        List<String> names = states.getOrDefault(channel, List.of());
        boolean named = names.size() > 1 && value >= 0 && value < names.size();
        return named
                ? names.get((int) value)
                : (EventText.number(value) + " " + units.getOrDefault(channel, "")).strip();
    }

    String event(int id) {
        return id < eventNames.size() ? eventNames.get(id) : Integer.toString(id);
    }

    String severity(int id) {
        return id < severities.size() ? severities.get(id) : "?";
    }

    /** The event's sentence with its arguments. */
    String text(int id, List<Double> arguments) {
        String pattern = id < patterns.size() ? patterns.get(id) : arguments.toString();
        return EventText.fill(pattern, arguments, enumerations, TableRows.NONE);
    }
}
