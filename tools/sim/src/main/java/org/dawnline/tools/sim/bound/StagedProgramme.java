package org.dawnline.tools.sim.bound;

import java.util.Arrays;

/**
 * A linear programme whose rows come in the order of time, each variable in rows near each other: maximise worth · x with A x = level
 * and every variable between finite bounds. An interior-point method (Mehrotra 1992) solves it; its normal equations are a band along
 * the diagonal, so that the time grows with the number of steps and not with its cube.
 *
 * <p>The answer cannot be too low, however far the iteration has come: for any prices y of the rows, {@code y · level + sum over
 * variables of the most of (worth - A' y) x within its bounds} is at least the maximum (weak duality), and that is what is returned.
 */
final class StagedProgramme {
    private static final int MOST_ITERATIONS = 100;
    private static final double ENOUGH = 1e-6;
    private static final double STEP_SHARE = 0.995;
    private static final double REGULARISATION = 1e-11;
    private static final double TINY = 1e-30;

    /** Neither iterate may come nearer to its bound than this, for the sake of rounding. */
    private static final double NEAREST = 1e-13;

    /** With so many iterations without a better bound there will be none; at first the prices need some to be better than none at all. */
    private static final int PATIENCE = 40;

    private int variables;
    private int rows;
    private int terms;
    private double[] lower = new double[64];
    private double[] upper = new double[64];
    private double[] worth = new double[64];
    private double[] level = new double[64];
    private int[] termRow = new int[256];
    private int[] termVariable = new int[256];
    private double[] termFactor = new double[256];

    /**
     * What was found.
     *
     * @param bound what no x can exceed
     * @param value what the last x reaches, as far as its rows hold
     * @param missed the most by which a row of it does not hold, over the largest factor of the row
     * @param iterations how many it took
     * @param x the last x
     */
    record Solution(double bound, double value, double missed, int iterations, double[] x) {}

    /** Adds a variable between finite bounds; answers its number. */
    int variable(double least, double most, double worthOfOne) {
        if (!(most >= least) || Double.isInfinite(least) || Double.isInfinite(most)) {
            throw new IllegalArgumentException("bounds " + least + " and " + most + "; expected finite ones, in order");
        }
        if (variables == lower.length) {
            lower = Arrays.copyOf(lower, 2 * variables);
            upper = Arrays.copyOf(upper, 2 * variables);
            worth = Arrays.copyOf(worth, 2 * variables);
        }
        lower[variables] = least;
        upper[variables] = most;
        worth[variables] = worthOfOne;
        return variables++;
    }

    /** Adds an equation; answers its number. Rows that share a variable should be added near each other. */
    int row(double levelOfRow) {
        if (rows == level.length) {
            level = Arrays.copyOf(level, 2 * rows);
        }
        level[rows] = levelOfRow;
        return rows++;
    }

    /** Adds {@code factor · variable} to a row; a pair of row and variable at most once. */
    void term(int row, int variable, double factor) {
        if (factor == 0) {
            return;
        }
        if (terms == termRow.length) {
            termRow = Arrays.copyOf(termRow, 2 * terms);
            termVariable = Arrays.copyOf(termVariable, 2 * terms);
            termFactor = Arrays.copyOf(termFactor, 2 * terms);
        }
        termRow[terms] = row;
        termVariable[terms] = variable;
        termFactor[terms] = factor;
        terms++;
    }

    /** What another solver is told of a programme. */
    interface Reader {
        /** The next variable. */
        void variable(double least, double most, double worthOfOne);

        /** The next equation. */
        void row(double levelOfRow);

        /** A term of an equation. */
        void term(int row, int variable, double factor);
    }

    /** Tells all variables, then all rows, then all terms, in the order in which they were added. */
    void tell(Reader reader) {
        for (int j = 0; j < variables; j++) {
            reader.variable(lower[j], upper[j], worth[j]);
        }
        for (int i = 0; i < rows; i++) {
            reader.row(level[i]);
        }
        for (int t = 0; t < terms; t++) {
            reader.term(termRow[t], termVariable[t], termFactor[t]);
        }
    }

    /** Solves it. */
    Solution most() {
        return new Iteration().solve();
    }

    /** The programme scaled so that every variable goes from 0 to 1 and the largest factor of every row is 1. */
    private final class Iteration {
        private final double[] width = new double[variables];
        private final double[] rowScale = new double[rows];
        private final double[] b = new double[rows];
        private final double[] c = new double[variables];
        private final int[] start = new int[variables + 1];
        private final int[] rowOf = new int[terms];
        private final double[] factor = new double[terms];
        private double worthScale;
        private double constant;

        private final double[] w = new double[variables];
        private final double[] v = new double[variables];
        private final double[] z = new double[variables];
        private final double[] s = new double[variables];
        private final double[] y = new double[rows];
        private final double[] dw = new double[variables];
        private final double[] dz = new double[variables];
        private final double[] ds = new double[variables];
        private final double[] dy = new double[rows];
        private final double[] rp = new double[rows];
        private final double[] rd = new double[variables];
        private final double[] rwz = new double[variables];
        private final double[] rvs = new double[variables];
        private final double[] theta = new double[variables];
        private final double[] g = new double[variables];
        private final double[] rhs = new double[rows];
        private final BandedMatrix normal;

        private Iteration() {
            scale();
            normal = new BandedMatrix(rows, halfBand());
        }

        private void scale() {
            for (int j = 0; j < variables; j++) {
                width[j] = upper[j] - lower[j];
                constant += worth[j] * lower[j];
                worthScale = Math.max(worthScale, Math.abs(worth[j] * width[j]));
            }
            worthScale = worthScale > 0 ? worthScale : 1;
            for (int t = 0; t < terms; t++) {
                double size = Math.abs(termFactor[t] * width[termVariable[t]]);
                rowScale[termRow[t]] = Math.max(rowScale[termRow[t]], size);
                start[termVariable[t] + 1]++;
            }
            for (int i = 0; i < rows; i++) {
                rowScale[i] = rowScale[i] > 0 ? rowScale[i] : 1;
                b[i] = level[i] / rowScale[i];
            }
            for (int j = 0; j < variables; j++) {
                start[j + 1] += start[j];
                // Minimised inside, as in the books.
                c[j] = -worth[j] * width[j] / worthScale;
            }
            int[] next = Arrays.copyOf(start, variables);
            for (int t = 0; t < terms; t++) {
                int j = termVariable[t];
                int at = next[j]++;
                rowOf[at] = termRow[t];
                factor[at] = termFactor[t] * width[j] / rowScale[termRow[t]];
                b[termRow[t]] -= termFactor[t] * lower[j] / rowScale[termRow[t]];
            }
        }

        private int halfBand() {
            int most = 0;
            for (int j = 0; j < variables; j++) {
                int first = Integer.MAX_VALUE;
                int last = -1;
                for (int t = start[j]; t < start[j + 1]; t++) {
                    first = Math.min(first, rowOf[t]);
                    last = Math.max(last, rowOf[t]);
                }
                most = Math.max(most, last - first);
            }
            return most;
        }

        private Solution solve() {
            begin();
            double best = Double.POSITIVE_INFINITY;
            int sinceBest = 0;
            int iteration = 0;
            for (; iteration < MOST_ITERATIONS && sinceBest < PATIENCE; iteration++) {
                residuals();
                double bound = dualBound();
                if (!Double.isFinite(bound)) {
                    break; // prices without end: there is no x, and the bound so far says so
                }
                sinceBest = bound < best - 0.1 * ENOUGH * Math.max(1, Math.abs(best)) ? 0 : sinceBest + 1;
                best = Math.min(best, bound);
                if (best - value() <= ENOUGH * Math.max(1, Math.abs(best)) && missed() <= ENOUGH) {
                    break;
                }
                step();
            }
            double[] x = new double[variables];
            Arrays.setAll(x, j -> lower[j] + width[j] * w[j]);
            return new Solution(best, value(), missed(), iteration, x);
        }

        private void begin() {
            for (int j = 0; j < variables; j++) {
                w[j] = 0.5;
                v[j] = 0.5;
                z[j] = Math.max(c[j], 0) + 1;
                s[j] = Math.max(-c[j], 0) + 1;
            }
        }

        private double mu() {
            double sum = 0;
            for (int j = 0; j < variables; j++) {
                sum += w[j] * z[j] + v[j] * s[j];
            }
            return sum / (2.0 * variables);
        }

        private void residuals() {
            System.arraycopy(b, 0, rp, 0, rows);
            for (int j = 0; j < variables; j++) {
                double aty = 0;
                for (int t = start[j]; t < start[j + 1]; t++) {
                    rp[rowOf[t]] -= factor[t] * w[j];
                    aty += factor[t] * y[rowOf[t]];
                }
                rd[j] = c[j] - aty - z[j] + s[j];
            }
        }

        /** By weak duality, in the units of the programme. */
        private double dualBound() {
            double least = 0;
            for (int i = 0; i < rows; i++) {
                least += y[i] * b[i];
            }
            for (int j = 0; j < variables; j++) {
                double reduced = c[j];
                for (int t = start[j]; t < start[j + 1]; t++) {
                    reduced -= factor[t] * y[rowOf[t]];
                }
                least += Math.min(0, reduced);
            }
            return constant - least * worthScale;
        }

        private double value() {
            double sum = 0;
            for (int j = 0; j < variables; j++) {
                sum += c[j] * w[j];
            }
            return constant - sum * worthScale;
        }

        private double missed() {
            double most = 0;
            for (double residual : rp) {
                most = Math.max(most, Math.abs(residual));
            }
            return most;
        }

        /** One predictor and one corrector with the same factors. */
        private void step() {
            double mu = mu();
            factorise();
            for (int j = 0; j < variables; j++) {
                rwz[j] = -w[j] * z[j];
                rvs[j] = -v[j] * s[j];
            }
            direction();
            double primal = primalStep(1);
            double dual = dualStep(1);
            double after = 0;
            for (int j = 0; j < variables; j++) {
                after += (w[j] + primal * dw[j]) * (z[j] + dual * dz[j]);
                after += (v[j] - primal * dw[j]) * (s[j] + dual * ds[j]);
            }
            double ratio = after / (2.0 * variables) / mu;
            double aim = ratio * ratio * ratio * mu;
            for (int j = 0; j < variables; j++) {
                rwz[j] = aim - w[j] * z[j] - dw[j] * dz[j];
                rvs[j] = aim - v[j] * s[j] + dw[j] * ds[j];
            }
            direction();
            move(primalStep(STEP_SHARE), dualStep(STEP_SHARE));
        }

        private void factorise() {
            normal.clear();
            for (int j = 0; j < variables; j++) {
                theta[j] = 1 / (z[j] / w[j] + s[j] / v[j]);
                for (int t = start[j]; t < start[j + 1]; t++) {
                    for (int u = start[j]; u < start[j + 1]; u++) {
                        if (rowOf[u] <= rowOf[t]) {
                            normal.add(rowOf[t], rowOf[u], theta[j] * factor[t] * factor[u]);
                        }
                    }
                }
            }
            normal.factorise(REGULARISATION);
        }

        private void direction() {
            System.arraycopy(rp, 0, rhs, 0, rows);
            for (int j = 0; j < variables; j++) {
                g[j] = rd[j] - rwz[j] / w[j] + rvs[j] / v[j];
                for (int t = start[j]; t < start[j + 1]; t++) {
                    rhs[rowOf[t]] += factor[t] * theta[j] * g[j];
                }
            }
            System.arraycopy(rhs, 0, dy, 0, rows);
            normal.solve(dy);
            for (int j = 0; j < variables; j++) {
                double aty = 0;
                for (int t = start[j]; t < start[j + 1]; t++) {
                    aty += factor[t] * dy[rowOf[t]];
                }
                dw[j] = theta[j] * (aty - g[j]);
                dz[j] = (rwz[j] - z[j] * dw[j]) / w[j];
                ds[j] = (rvs[j] + s[j] * dw[j]) / v[j];
            }
        }

        private double primalStep(double share) {
            double longest = 1 / share;
            for (int j = 0; j < variables; j++) {
                longest = dw[j] < 0 ? Math.min(longest, -w[j] / dw[j]) : longest;
                longest = dw[j] > 0 ? Math.min(longest, v[j] / dw[j]) : longest;
            }
            return share * longest;
        }

        private double dualStep(double share) {
            double longest = 1 / share;
            for (int j = 0; j < variables; j++) {
                longest = dz[j] < 0 ? Math.min(longest, -z[j] / dz[j]) : longest;
                longest = ds[j] < 0 ? Math.min(longest, -s[j] / ds[j]) : longest;
            }
            return share * longest;
        }

        private void move(double primal, double dual) {
            for (int j = 0; j < variables; j++) {
                w[j] = Math.max(NEAREST, w[j] + primal * dw[j]);
                v[j] = Math.max(NEAREST, v[j] - primal * dw[j]);
                z[j] = Math.max(TINY, z[j] + dual * dz[j]);
                s[j] = Math.max(TINY, s[j] + dual * ds[j]);
            }
            for (int i = 0; i < rows; i++) {
                y[i] += dual * dy[i];
            }
        }
    }
}
