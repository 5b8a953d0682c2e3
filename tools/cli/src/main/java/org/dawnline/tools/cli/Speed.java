package org.dawnline.tools.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast simulated time goes.
 *
 * @param factor simulated seconds per second of the wall clock; infinite for as fast as it goes
 */
record Speed(double factor) {
    private static final double FASTEST_FACTOR = 100_000;

    boolean unlimited() {
        return Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        return unlimited() ? "max" : factor == Math.rint(factor) ? "x" + (long) factor : "x" + factor;
    }

    /** Reads {@code 1}, {@code 60}, {@code x60} or {@code max}. */
    static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            if (text.equalsIgnoreCase("max")) {
                return new Speed(Double.POSITIVE_INFINITY);
            }
            try {
                double factor = Double.parseDouble(text.startsWith("x") ? text.substring(1) : text);
                if (factor > 0 && factor <= FASTEST_FACTOR) {
                    return new Speed(factor);
                }
            } catch (NumberFormatException e) {
                throw refused(text);
            }
            throw refused(text);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException(
                    "\"" + text + "\" is no speed; expected a number above 0 (1 is real time) or max");
        }
    }
}
