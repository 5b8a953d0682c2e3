package org.dawnline.fsw.core.face;

import java.util.List;

/**
 * A named value with a unit and a validity. The same object is the port between components, the telemetry point and the
 * column of the log. Written by its owner only, on the executive thread.
 */
public final class Channel {
    private final String name;
    private final Unit unit;
    private final String description;
    private final List<String> states;
    private double value = Double.NaN;

    Channel(String name, Unit unit, String description, List<String> states) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.states = List.copyOf(states);
    }

    /** Full name, {@code component.channel}. */
    public String name() {
        return name;
    }

    /** Unit of the value. */
    public Unit unit() {
        return unit;
    }

    /** What the value is, in one sentence. */
    public String description() {
        return description;
    }

    /** Names of the states 0, 1, 2, ... of a channel that is a state; empty for a number. */
    public List<String> states() {
        return states;
    }

    /** Sets the value; NaN means that there is none. */
    public void set(double newValue) {
        value = newValue;
    }

    /** Sets a yes or no as 1 or 0. */
    public void set(boolean yes) {
        value = yes ? 1 : 0;
    }

    /** Says that there is no valid value. */
    public void invalidate() {
        value = Double.NaN;
    }

    /** The value; NaN while it is not valid. */
    public double value() {
        return value;
    }

    /** Whether there is a valid value. */
    public boolean valid() {
        return !Double.isNaN(value);
    }

    @Override
    public String toString() {
        return name + "=" + value + unit.symbol();
    }
}
