package org.dawnline.hal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of one vehicle: an immutable table from dotted names such as {@code battery.capacityWh} to numbers, read from a
 * file in {@code vehicles/}. Units are in the names. Flight software is always configured from the unmodified profile; a
 * simulated world may be built from a changed copy.
 */
public final class VehicleProfile {
    private final String name;
    private final SortedMap<String, Double> values;
    private final SortedSet<String> uncertain;

    /** Makes a profile called {@code name} of whose figures none is uncertain; the values are copied. */
    public VehicleProfile(String name, Map<String, Double> values) {
        this(name, values, Collections.emptySortedSet());
    }

    /**
     * Makes a profile; values and keys are copied.
     *
     * @param uncertain keys of the figures that are assumptions about physics; refused when there is no such value
     */
    public VehicleProfile(String name, Map<String, Double> values, Set<String> uncertain) {
        this.name = name;
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        this.uncertain = Collections.unmodifiableSortedSet(new TreeSet<>(uncertain));
        if (!this.values.keySet().containsAll(this.uncertain)) {
            throw new IllegalArgumentException("vehicle " + name + ": of " + uncertain + " not all have a value");
        }
    }

    /** The vehicle's name, such as {@code ai1}. */
    public String name() {
        return name;
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return values.keySet();
    }

    /**
     * Keys of the figures that nobody has published or measured and that a real vehicle of this kind would not meet exactly, sorted.
     * A simulated world may draw them anew; flight software takes every figure as it is.
     */
    public Set<String> uncertainKeys() {
        return uncertain;
    }

    /** Names of the sections right below {@code section}, sorted: the stations below {@code groundStations}, for example. */
    public List<String> namesBelow(String section) {
        String prefix = section + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) > 0)
                .map(key -> key.substring(prefix.length(), key.indexOf('.', prefix.length())))
                .distinct()
                .toList();
    }

    /** Whether the profile has a value of that name. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of {@code key}; refuses a profile that lacks it or holds one outside {@code [min, max]}. */
    public double number(String key, double min, double max) {
        Double value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "vehicle " + name + ": " + key + " is missing; expected a number from " + min + " to " + max);
        }
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "vehicle " + name + ": " + key + " is " + value + "; expected a number from " + min + " to " + max);
        }
        return value;
    }

    /** Like {@link #number}, but {@code otherwise} where the profile has no such value: the vehicle lacks what it describes. */
    public double numberOr(double otherwise, String key, double min, double max) {
        return values.containsKey(key) ? number(key, min, max) : otherwise;
    }

    /** Like {@link #count}, but {@code otherwise} where the profile has no such value: the vehicle lacks what it describes. */
    public int countOr(int otherwise, String key, int min, int max) {
        return values.containsKey(key) ? count(key, min, max) : otherwise;
    }

    /** Like {@link #number}, for a count; refuses a fraction. */
    public int count(String key, int min, int max) {
        double value = number(key, min, max);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "vehicle " + name + ": " + key + " is " + value + "; expected a whole number");
        }
        return (int) value;
    }

    /** A copy in which one value is replaced; refuses a key that the profile does not have. */
    public VehicleProfile with(String key, double value) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException("vehicle " + name + " has no " + key + "; it has " + values.keySet());
        }
        Map<String, Double> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new VehicleProfile(name, changed, uncertain);
    }
}
