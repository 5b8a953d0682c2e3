package org.dawnline.tools.cli;

import java.util.Locale;
import org.dawnline.tools.ground.ChannelValue;

/** A channel's value as an operator reads it: temperatures in degrees Celsius, large powers in kW, ratios in percent. */
record Reading(String value, String unit) {
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double PERCENT = 100;
    private static final double KILO = 1_000;
    private static final String UNKNOWN = "-";

    static Reading of(ChannelValue channel) {
        if (!channel.state().isEmpty()) {
            return new Reading(channel.state(), "");
        }
        if (Double.isNaN(channel.value())) {
            return new Reading(UNKNOWN, shownUnit(channel));
        }
        return new Reading(shownValue(channel), shownUnit(channel));
    }

    private static boolean isTemperature(ChannelValue channel) {
        return channel.unit().equals("K") && channel.name().endsWith("TempK");
    }

    private static String shownUnit(ChannelValue channel) {
        if (isTemperature(channel)) {
            return "°C";
        }
        return switch (channel.unit()) {
            case "ratio" -> "%";
            case "W" -> "kW";
            case "Wh" -> "kWh";
            case "1" -> "";
            default -> channel.unit();
        };
    }

    private static String shownValue(ChannelValue channel) {
        double value = channel.value();
        if (isTemperature(channel)) {
            return decimals(value - ZERO_CELSIUS_K, 1);
        }
        return switch (channel.unit()) {
            case "ratio" -> decimals(value * PERCENT, 1);
            case "W", "Wh" -> decimals(value / KILO, 2);
            default -> value == Math.rint(value) ? decimals(value, 0) : decimals(value, 3);
        };
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    @Override
    public String toString() {
        return unit.isEmpty() ? value : value + " " + unit;
    }
}
