package org.dawnline.fsw.core.face;

import java.util.List;
import org.dawnline.fsw.core.guard.GuardedDouble;
import org.jspecify.annotations.Nullable;

/**
 * A named value with a unit and a validity. The same object is the port between components, the telemetry point and the
 * column of the log. Written by its owner only, on the executive thread. A guarded one keeps its value in three copies.
 */
public final class Channel {
    private static final int UNSEALED = -1;

    private final String name;
    private final Unit unit;
    private final String description;
    private final List<String> states;
    private final @Nullable GuardedDouble guarded;
    private double value = Double.NaN;
    private int sets;
    private int number = UNSEALED;

    Channel(String name, Unit unit, String description, List<String> states) {
        this(name, unit, description, states, null);
    }

    Channel(String name, Unit unit, String description, List<String> states, @Nullable GuardedDouble guarded) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.states = List.copyOf(states);
        this.guarded = guarded;
    }

    /** Full name, {@code component.channel}. */
    public String name() {
        return name;
    }

    /** Unit of the value. */
    public Unit unit() {
        return unit;
    }

    /** Position in {@link Dictionary#channels()}, by which events and telecommands name it; -1 before the dictionary is sealed. */
    public int number() {
        return number;
    }

    void number(int position) {
        number = position;
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
        sets++;
        if (guarded == null) {
            value = newValue;
        } else {
            guarded.set(newValue);
        }
    }

    /** Sets a yes or no as 1 or 0. */
    public void set(boolean yes) {
        set(yes ? 1.0 : 0.0);
    }

    /** Says that there is no valid value. */
    public void invalidate() {
        set(Double.NaN);
    }

    /**
     * How often its owner has spoken, also to say that there is no value. Wraps around: compare for equality only, to learn
     * whether the value is new.
     */
    public int sets() {
        return sets;
    }

    /** The value; NaN while it is not valid. */
    public double value() {
        return guarded == null ? value : guarded.get();
    }

    /** Whether there is a valid value. */
    public boolean valid() {
        return !Double.isNaN(value());
    }

    @Override
    public String toString() {
        return name + "=" + value() + unit.symbol();
    }
}
