package org.dawnline.tools.ground;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.fsw.comms.proto.ChannelEntry;

/**
 * What a channel shall be: {@code power.soc > 0.5}, {@code mode.current == SAFE}, {@code comms.pingEcho != 7}. Values are in the unit
 * of the dictionary; a value that is not known fulfils nothing but {@code power.soc == unknown}.
 *
 * @param channel full name of the channel
 * @param relation how its value and the other one stand to each other
 * @param number the other value; for a state its position
 * @param text the condition as it was written
 */
public record ChannelCondition(String channel, Relation relation, double number, String text) {
    private static final Pattern FORM = Pattern.compile("\\s*([\\w.]+)\\s*(>=|<=|==|!=|>|<)\\s*(\\S+)\\s*");
    private static final String UNKNOWN = "unknown";

    /** How two values can stand to each other. */
    public enum Relation {
        /** Greater. */
        ABOVE(">"),
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Less. */
        BELOW("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Equal; two unknown values are. */
        EQUAL("=="),
        /** Known, and not equal. */
        OTHER("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        private static Relation of(String sign) {
            for (Relation relation : values()) {
                if (relation.sign.equals(sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no relation " + sign);
        }
    }

    /** Reads a condition; refuses a form, a channel or a state that does not exist, and says what would be right. */
    public static ChannelCondition parse(String text, GroundDictionary dictionary) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no condition; expected for example power.soc > 0.5 or mode.current == SAFE");
        }
        ChannelEntry channel = dictionary.channel(form.group(1));
        if (channel == null) {
            throw new IllegalArgumentException("\"" + text + "\": there is no channel " + form.group(1));
        }
        Relation relation = Relation.of(form.group(2));
        return new ChannelCondition(channel.getName(), relation, number(text, form.group(3), channel), text.strip());
    }

    private static double number(String text, String value, ChannelEntry channel) {
        if (value.equals(UNKNOWN)) {
            return Double.NaN;
        }
        List<String> states = channel.getStatesList();
        int state = states.indexOf(value);
        if (state >= 0) {
            return state;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\": expected "
                            + (states.isEmpty() ? "a number" : "one of " + String.join(", ", states))
                            + " instead of " + value,
                    e);
        }
    }

    /** Whether a value fulfils it. */
    public boolean holds(double value) {
        if (Double.isNaN(value) || Double.isNaN(number)) {
            boolean bothUnknown = Double.isNaN(value) && Double.isNaN(number);
            return relation == Relation.EQUAL ? bothUnknown : relation == Relation.OTHER && !Double.isNaN(value);
        }
        return switch (relation) {
            case ABOVE -> value > number;
            case AT_LEAST -> value >= number;
            case BELOW -> value < number;
            case AT_MOST -> value <= number;
            case EQUAL -> value == number;
            case OTHER -> value != number;
        };
    }
}
