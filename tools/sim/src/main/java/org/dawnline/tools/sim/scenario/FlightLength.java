package org.dawnline.tools.sim.scenario;

/**
 * How long to fly: a time, or a number of orbits.
 *
 * @param orbits complete orbits; 0 when a time counts
 * @param seconds simulated time, in s; irrelevant when orbits count
 */
public record FlightLength(int orbits, double seconds) {
    private static final double MAX_SECONDS = 366 * 86_400.0;
    private static final int MAX_ORBITS = 10_000;

    /** Refuses what nobody wants to wait for. */
    public FlightLength {
        if (orbits < 0 || orbits > MAX_ORBITS || (orbits == 0 && !(seconds > 0 && seconds <= MAX_SECONDS))) {
            throw new IllegalArgumentException("is " + (orbits == 0 ? seconds + " s" : orbits + " orbits")
                    + "; expected more than 0, at most 366 d or " + MAX_ORBITS + " orbits");
        }
    }

    /** So many complete orbits. */
    public static FlightLength ofOrbits(int orbits) {
        if (orbits == 0) {
            throw new IllegalArgumentException("is 0 orbits; expected at least 1");
        }
        return new FlightLength(orbits, Double.NaN);
    }

    /** So much simulated time, in s. */
    public static FlightLength ofSeconds(double seconds) {
        return new FlightLength(0, seconds);
    }

    /** Reads text such as {@code 24 h}, {@code 20 orbits} or {@code 3600}; see {@link TimeText}. */
    public static FlightLength parse(String text) {
        String trimmed = text.strip();
        String count = trimmed.replaceFirst(" ?orbits?$", "");
        if (count.equals(trimmed)) {
            return ofSeconds(TimeText.seconds(trimmed));
        }
        if (!count.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("is \"" + text + "\"; expected a whole number of orbits");
        }
        return ofOrbits(Integer.parseInt(count));
    }

    @Override
    public String toString() {
        return orbits > 0 ? orbits + (orbits == 1 ? " orbit" : " orbits") : TimeText.text(seconds);
    }
}
