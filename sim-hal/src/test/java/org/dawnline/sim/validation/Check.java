package org.dawnline.sim.validation;

/**
 * One value of a model beside one that somebody else published or worked out.
 *
 * @param model heading under which it stands, such as {@code Orbit and Sun}
 * @param quantity what was compared, with its unit
 * @param source where the reference comes from
 * @param reference the reference value; NaN when the row is an error over many points
 * @param ours what the model gives; for an error over many points, that error
 * @param tolerance largest allowed distance between the two
 */
public record Check(String model, String quantity, String source, double reference, double ours, double tolerance) {
    /** A value that must lie within {@code tolerance} of the reference, in the same unit. */
    public static Check value(
            String model, String quantity, String source, double reference, double ours, double tolerance) {
        return new Check(model, quantity, source, reference, ours, tolerance);
    }

    /** A value that must lie within a part of the reference. */
    public static Check within(
            String model, String quantity, String source, double reference, double ours, double partOfReference) {
        return new Check(model, quantity, source, reference, ours, partOfReference * StrictMath.abs(reference));
    }

    /** The largest (or rms) error over many points, which must not exceed {@code tolerance}. */
    public static Check error(String model, String quantity, String source, double error, double tolerance) {
        return new Check(model, quantity, source, Double.NaN, error, tolerance);
    }

    /** Distance from the reference. */
    public double error() {
        return Double.isNaN(reference) ? ours : StrictMath.abs(ours - reference);
    }

    /** Whether it holds; an unknown value does not. */
    public boolean holds() {
        return error() <= tolerance;
    }
}
