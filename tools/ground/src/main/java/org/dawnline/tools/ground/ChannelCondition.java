package org.dawnline.tools.ground;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.tools.ground.Limit.Relation;

/**
 * What a channel shall be: {@code power.soc > 0.5}, {@code mode.current == SAFE}, {@code comms.pingEcho != 7}. Values are in the unit
 * of the dictionary; a value that is not known fulfils nothing but {@code power.soc == unknown}. Procedures, the command line and the
 * criteria of scenarios are all read and judged by it.
 *
 * @param channel full name of the channel
 * @param limit how its value shall stand to another one
 * @param text the condition as it was written
 */
public record ChannelCondition(String channel, Limit limit, String text) {
    private static final Pattern FORM = Pattern.compile("\\s*([\\w.]+)\\s*(>=|<=|==|!=|>|<)\\s*(\\S+)\\s*");
    private static final String UNKNOWN = "unknown";

    /** Reads a condition; refuses a form, a channel or a state that does not exist, and says what would be right. */
    public static ChannelCondition parse(String text, GroundDictionary dictionary) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no condition; expected for example power.soc > 0.5 or mode.current == SAFE");
        }
        ChannelEntry channel = dictionary.requireChannel(form.group(1));
        Limit limit = new Limit(Relation.of(form.group(2)), number(form.group(3), channel));
        return new ChannelCondition(channel.getName(), limit, text.strip());
    }

    private static double number(String value, ChannelEntry channel) {
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
                    states.isEmpty()
                            ? channel.getName() + " is a number; expected one instead of " + value
                            : channel.getName() + " has no state " + value + "; " + Suggestion.forName(value, states),
                    e);
        }
    }

    /** Whether a value fulfils it. */
    public boolean holds(double value) {
        return limit.holds(value);
    }
}
