package org.dawnline.fsw.core.orbit;

import java.util.function.DoubleUnaryOperator;

/** Finds the times at which a function of time changes its sign. */
final class Crossings {
    private static final double TOLERANCE_S = 1e-3;
    private static final int MAX_BISECTIONS = 60;

    private Crossings() {}

    /** The root between two times at which the function has different signs, to a millisecond. */
    static double root(DoubleUnaryOperator function, double fromS, double toS) {
        boolean startsNegative = function.applyAsDouble(fromS) < 0;
        double low = fromS;
        double high = toS;
        for (int i = 0; i < MAX_BISECTIONS && high - low > TOLERANCE_S; i++) {
            double middle = (low + high) / 2;
            if (function.applyAsDouble(middle) < 0 == startsNegative) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The time of the least value between two times, by ternary search; the function has one minimum there. */
    static double minimum(DoubleUnaryOperator function, double fromS, double toS) {
        double low = fromS;
        double high = toS;
        for (int i = 0; i < MAX_BISECTIONS && high - low > TOLERANCE_S; i++) {
            double third = (high - low) / 3;
            if (function.applyAsDouble(low + third) < function.applyAsDouble(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }
}
