package org.dawnline.tools.sim.run;

/**
 * The limits of a criterion as numbers.
 *
 * @param atLeast lower limit; NaN for none
 * @param atMost upper limit; NaN for none
 */
record Bounds(double atLeast, double atMost) {
    /** How far inside the limits; negative outside, and worse than anything when the value is not known. */
    double margin(double value) {
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        double above = Double.isNaN(atLeast) ? Double.POSITIVE_INFINITY : value - atLeast;
        double below = Double.isNaN(atMost) ? Double.POSITIVE_INFINITY : atMost - value;
        return Math.min(above, below);
    }

    /** Whether a value is inside; an unknown one is not. */
    boolean hold(double value) {
        return margin(value) >= 0;
    }
}
