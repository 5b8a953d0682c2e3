package org.dawnline.tools.ground;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the arguments of an event into its text. */
public final class EventText {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])(?::([A-Za-z][A-Za-z0-9_.]*))?}");
    private static final MathContext DIGITS = new MathContext(7);
    private static final double WHOLE_UP_TO = 1e15;
    private static final String HEX = "hex";
    private static final String ROW = "row.";

    private EventText() {}

    /**
     * {@code {0}} becomes the number, {@code {0:mode}} the entry of the enumeration, {@code {0:hex}} a number in hexadecimal digits,
     * {@code {0:row.monitors}} number and name of a row of that table; what is not there a question mark.
     */
    public static String fill(
            String pattern, List<Double> arguments, Map<String, List<String>> enumerations, TableRows rows) {
        Matcher matcher = PLACE.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            int position = Integer.parseInt(matcher.group(1));
            double value = position < arguments.size() ? arguments.get(position) : Double.NaN;
            String name = matcher.group(2);
            matcher.appendReplacement(text, Matcher.quoteReplacement(filled(name, value, enumerations, rows)));
        }
        return matcher.appendTail(text).toString();
    }

    private static String filled(
            @Nullable String name, double value, Map<String, List<String>> enumerations, TableRows rows) {
        if (name == null) {
            return number(value);
        }
        if (name.startsWith(ROW)) {
            return row(value, name.substring(ROW.length()), rows);
        }
        boolean hex = name.equals(HEX) && value >= 0 && value < WHOLE_UP_TO;
        return hex ? Long.toHexString((long) value) : entry(value, enumerations.getOrDefault(name, List.of()));
    }

    private static String row(double value, String table, TableRows rows) {
        boolean whole = value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value);
        String name = whole ? rows.name(table, (int) value) : "";
        return name.isEmpty() ? number(value) : number(value) + " " + name;
    }

    private static String entry(double value, List<String> entries) {
        boolean inside = value >= 0 && value < entries.size() && value == Math.rint(value);
        return inside ? entries.get((int) value) : number(value);
    }

    /** A number for people: whole ones without a point, others with seven digits, the unknown as a question mark. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_UP_TO) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > DIGITS.getPrecision() * 2 ? rounded.toString() : rounded.toPlainString();
    }
}
