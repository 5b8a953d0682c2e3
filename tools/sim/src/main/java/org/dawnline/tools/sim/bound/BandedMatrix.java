package org.dawnline.tools.sim.bound;

import java.util.Arrays;

/** A symmetric positive matrix with nothing far from its diagonal, and its Cholesky factors. */
final class BandedMatrix {
    /** A pivot that rounding has left below this part of its diagonal belongs to a row that says nothing new. */
    private static final double LOST = 1e-14;

    private static final double SHUT = 1e64;

    private final int size;
    private final int half;
    private final int stride;
    private final double[] band;

    /** Nothing yet; entries at most {@code half} beside the diagonal. */
    BandedMatrix(int size, int half) {
        this.size = size;
        this.half = half;
        stride = half + 1;
        band = new double[size * stride];
    }

    void clear() {
        Arrays.fill(band, 0);
    }

    /** Adds to an entry at or left of the diagonal. */
    void add(int row, int column, double value) {
        band[row * stride + half - (row - column)] += value;
    }

    /** Replaces the matrix, with its diagonal made larger by a ratio, by its factors. */
    void factorise(double regularisation) {
        for (int i = 0; i < size; i++) {
            int first = Math.max(0, i - half);
            int rowI = i * stride + half - i;
            double diagonal = band[rowI + i] * (1 + regularisation);
            for (int j = first; j < i; j++) {
                int rowJ = j * stride + half - j;
                double sum = band[rowI + j];
                for (int k = Math.max(first, j - half); k < j; k++) {
                    sum -= band[rowI + k] * band[rowJ + k];
                }
                band[rowI + j] = sum / band[rowJ + j];
            }
            double pivot = diagonal;
            for (int k = first; k < i; k++) {
                pivot -= band[rowI + k] * band[rowI + k];
            }
            band[rowI + i] = pivot > LOST * diagonal ? StrictMath.sqrt(pivot) : SHUT;
        }
    }

    /** Solves in place with the factors. */
    void solve(double[] x) {
        for (int i = 0; i < size; i++) {
            int row = i * stride + half - i;
            double sum = x[i];
            for (int k = Math.max(0, i - half); k < i; k++) {
                sum -= band[row + k] * x[k];
            }
            x[i] = sum / band[row + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            int row = i * stride + half - i;
            x[i] /= band[row + i];
            for (int k = Math.max(0, i - half); k < i; k++) {
                x[k] -= band[row + k] * x[i];
            }
        }
    }
}
