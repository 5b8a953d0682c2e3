package org.dawnline.tools.ground;

/**
 * Value of a channel.
 *
 * @param name the channel
 * @param value the value; NaN while it is not valid
 * @param unit symbol of the unit, may be empty
 * @param state name of the state, or empty for a number
 * @param utcNanos the satellite's UTC at which it was sampled, in nanoseconds since 1970-01-01T00:00:00Z
 * @param stale whether it is old: on board, nobody has set it for too long
 */
public record ChannelValue(String name, double value, String unit, String state, long utcNanos, boolean stale) {
    /** A value that is not old. */
    public ChannelValue(String name, double value, String unit, String state, long utcNanos) {
        this(name, value, unit, state, utcNanos, false);
    }

    /** Value, or state, and unit for people. */
    public String text() {
        String shown = state.isEmpty() ? EventText.number(value) : state;
        return (unit.isEmpty() ? shown : shown + " " + unit) + (stale ? " (stale)" : "");
    }
}
