package org.dawnline.fsw.core.face;

import org.dawnline.fsw.core.guard.GuardedDouble;
import org.dawnline.fsw.core.guard.GuardedMemory;

/**
 * A bounded setting with a unit. It changes only between cycles, by telecommand, and survives a restart. Value and bounds are
 * guarded against flipped bits; what is lost falls back to the default.
 */
public final class Parameter {
    private final String name;
    private final Unit unit;
    private final String description;
    private final double defaultValue;
    private final GuardedDouble min;
    private final GuardedDouble max;
    private final GuardedDouble value;

    Parameter(
            GuardedMemory memory,
            String name,
            Unit unit,
            double defaultValue,
            double min,
            double max,
            String description) {
        if (!(min <= defaultValue && defaultValue <= max && Double.isFinite(min) && Double.isFinite(max))) {
            throw new IllegalArgumentException(
                    "parameter " + name + ": default " + defaultValue + " is outside " + min + " to " + max);
        }
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.defaultValue = defaultValue;
        this.min = new GuardedDouble(memory, name, min, defaultValue);
        this.max = new GuardedDouble(memory, name, max, defaultValue);
        this.value = new GuardedDouble(memory, name, defaultValue, defaultValue);
    }

    /** Full name, {@code component.parameter}. */
    public String name() {
        return name;
    }

    /** Unit of value and bounds. */
    public Unit unit() {
        return unit;
    }

    /** What the setting does, in one sentence. */
    public String description() {
        return description;
    }

    /** Value until someone sets another. */
    public double defaultValue() {
        return defaultValue;
    }

    /** Lowest value allowed. */
    public double min() {
        return min.get();
    }

    /** Highest value allowed. */
    public double max() {
        return max.get();
    }

    /** The value in force. */
    public double value() {
        return value.get();
    }

    /** Whether a value is within the bounds; NaN never is. */
    public boolean allows(double candidate) {
        return candidate >= min.get() && candidate <= max.get();
    }

    /** Puts a new value in force if it is allowed; says whether it did. For the parameter table, the state keeper and tests only. */
    public boolean set(double newValue) {
        if (!allows(newValue)) {
            return false;
        }
        value.set(newValue);
        return true;
    }
}
