package org.dawnline.fsw.core.orbit;

/** Vectors of three and matrices of three rows in plain arrays. */
final class Matrices {
    private Matrices() {}

    /** {@code out = matrix * v}; {@code out} is another array than {@code v}. */
    static void apply(double[] matrix, double[] v, double[] out) {
        for (int row = 0; row < 3; row++) {
            out[row] = matrix[row * 3] * v[0] + matrix[row * 3 + 1] * v[1] + matrix[row * 3 + 2] * v[2];
        }
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
