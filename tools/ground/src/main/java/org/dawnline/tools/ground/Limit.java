package org.dawnline.tools.ground;

/**
 * How a value shall stand to a number.
 *
 * @param relation how
 * @param number the number; for a state its position, NaN for the unknown
 */
public record Limit(Relation relation, double number) {
    /** How two values can stand to each other. */
    public enum Relation {
        /** Greater. */
        ABOVE(">"),
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Less. */
        BELOW("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Equal; two unknown values are. */
        EQUAL("=="),
        /** Known, and not equal. */
        OTHER("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As it is written. */
        public String sign() {
            return sign;
        }

        static Relation of(String sign) {
            for (Relation relation : values()) {
                if (relation.sign.equals(sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no relation " + sign);
        }
    }

    /** Whether a value keeps it; an unknown one keeps nothing but that it shall be unknown. */
    public boolean holds(double value) {
        if (Double.isNaN(value) || Double.isNaN(number)) {
            boolean bothUnknown = Double.isNaN(value) && Double.isNaN(number);
            return relation == Relation.EQUAL ? bothUnknown : relation == Relation.OTHER && !Double.isNaN(value);
        }
        return switch (relation) {
            case ABOVE -> value > number;
            case AT_LEAST -> value >= number;
            case BELOW -> value < number;
            case AT_MOST -> value <= number;
            case EQUAL -> value == number;
            case OTHER -> value != number;
        };
    }

    /** How far a value is inside, in its own unit; negative outside, and worse than anything when it is not known. */
    public double margin(double value) {
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        return switch (relation) {
            case ABOVE, AT_LEAST -> value - number;
            case BELOW, AT_MOST -> number - value;
            case EQUAL -> -Math.abs(value - number);
            case OTHER -> Math.abs(value - number);
        };
    }
}
