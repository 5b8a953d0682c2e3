package org.dawnline.fsw.core.face;

import java.util.List;

/**
 * An argument of a telecommand, held as a double on board.
 *
 * @param name its name
 * @param unit unit of value and bounds
 * @param min lowest value allowed
 * @param max highest value allowed
 * @param whole whether only whole numbers are allowed
 * @param choices name of the dictionary enumeration whose entries are the values, or empty for a number
 * @param description what it is, in one sentence
 */
public record Argument(
        String name, Unit unit, double min, double max, boolean whole, String choices, String description) {
    /** Name of the enumeration that lists all parameters. */
    public static final String PARAMETERS = "parameter";

    /** Name of the enumeration that lists all telecommands. */
    public static final String COMMANDS = "command";

    /** Name of the enumeration that lists all channels. */
    public static final String CHANNELS = "channel";

    /** Name of the enumeration that lists all events. */
    public static final String EVENTS = "event";

    /** Refuses bounds that are not finite or the wrong way round. */
    public Argument {
        if (!(min <= max && Double.isFinite(min) && Double.isFinite(max))) {
            throw new IllegalArgumentException("argument " + name + ": bounds " + min + " to " + max);
        }
    }

    /** A number within bounds. */
    public static Argument real(String name, Unit unit, double min, double max, String description) {
        return new Argument(name, unit, min, max, false, "", description);
    }

    /** A whole number within bounds. */
    public static Argument whole(String name, long min, long max, String description) {
        return new Argument(name, Unit.NONE, min, max, true, "", description);
    }

    /** One of the entries of an enumeration, see {@link Face#enumeration}. */
    public static Argument choice(String name, String enumeration, String description) {
        return new Argument(name, Unit.NONE, 0, Integer.MAX_VALUE, true, enumeration, description);
    }

    /** Whether a value is allowed, {@code entries} being the enumeration's entries for a choice; NaN never is. */
    public boolean allows(double value, List<String> entries) {
        double highest = choices.isEmpty() ? max : entries.size() - 1;
        return value >= min && value <= highest && (!whole || value == StrictMath.rint(value));
    }
}
