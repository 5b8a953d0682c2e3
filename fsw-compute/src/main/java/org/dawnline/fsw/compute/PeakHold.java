package org.dawnline.fsw.compute;

/**
 * The highest and the lowest of a value over the last while, between one and two windows long: what swings faster than that looks
 * constant. Unknown values are passed over.
 */
final class PeakHold {
    private double newHighest = Double.NaN;
    private double oldHighest = Double.NaN;
    private double newLowest = Double.NaN;
    private double oldLowest = Double.NaN;
    private double windowAgeS;

    /** Takes a value; {@code stepS} is the time since the last one. */
    void step(double value, double windowS, double stepS) {
        windowAgeS += stepS;
        if (windowAgeS >= windowS) {
            windowAgeS = 0;
            oldHighest = newHighest;
            oldLowest = newLowest;
            newHighest = Double.NaN;
            newLowest = Double.NaN;
        }
        newHighest = higher(newHighest, value);
        newLowest = -higher(-newLowest, -value);
    }

    void clear() {
        newHighest = Double.NaN;
        oldHighest = Double.NaN;
        newLowest = Double.NaN;
        oldLowest = Double.NaN;
        windowAgeS = 0;
    }

    /** NaN when nothing was known all the while. */
    double highest() {
        return higher(oldHighest, newHighest);
    }

    /** NaN when nothing was known all the while. */
    double lowest() {
        return -higher(-oldLowest, -newLowest);
    }

    private static double higher(double one, double other) {
        return one >= other || Double.isNaN(other) ? one : other;
    }
}
