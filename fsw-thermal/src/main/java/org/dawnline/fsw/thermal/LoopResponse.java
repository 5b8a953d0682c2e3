package org.dawnline.fsw.thermal;

/**
 * How dies, coolant and panels answer over a step of constant rack power, with the valve at rest. The loop's equations are linear but
 * for what panels radiate, so their linear part is solved exactly, whatever the step: the fast dies stay right in steps that
 * are long for them. Radiation is taken as a straight line through a temperature near which panels are when heat matters, and what
 * it is off that line as an input.
 *
 * <pre>
 * Cj dTj/dt = m P - h (Tj - Tc)                         m: share of the rack's power through the dies
 * Cc dTc/dt = q_in - q_r                                q_in = h (Tj - Tc) + (1 - m) P + Q
 * Cr dTr/dt = q_r - k Tr - q_s                          q_r = E (Tc + q_in/(2G) - Tr)
 * x(t + d) = F x(t) + B (P, Q, q_s)
 * </pre>
 */
final class LoopResponse {
    private static final int NODES = 3;
    private static final int COLUMNS = 2 * NODES;
    private static final int DIE = 0;
    private static final int COOLANT = 1;
    private static final int RADIATOR = 2;
    /** The first stretch is the step over 2 to this power, short beside every time constant; then stretches are doubled. */
    private static final int DOUBLINGS = 6;

    private static final int TAYLOR_TERMS = 5;
    /** Where the dies are looked at: after the last of these doublings. */
    private static final int SAMPLES = 4;

    private static final double STRAIGHT_LINE_AT_K = 320;

    /** Conditions that differ by less are the same. */
    private static final double SAME_RATIO = 2e-4;

    private final LoopFigures figures;
    private double stepS = Double.NaN;
    private double flowRatio;
    private double openRatio;
    private double areaRatio;
    private double panelRatio;
    private double contactRatio;
    /** Rates: what temperatures and inputs do to each node per second, one row a node. */
    private final double[] rates = new double[NODES * COLUMNS];
    /** State after a stretch by temperatures and inputs before it, one row a node. */
    private final double[] stretch = new double[NODES * COLUMNS];

    private final double[] term = new double[NODES * COLUMNS];
    private final double[] next = new double[NODES * COLUMNS];
    private final double[] dieRows = new double[SAMPLES * COLUMNS];
    private final double[] now = new double[NODES];

    private double emissionWPerK4;
    private double absorbedW;
    private double slopeWPerK;
    private boolean flowing;
    private double flowWPerK;
    private double dieWPerK;
    private double exchangeWPerK;
    private double radiatorJPerK;

    LoopResponse(LoopFigures figures) {
        this.figures = figures;
    }

    /** Works out the answer of the loop in that state of health over steps of that length, unless it is known well enough. */
    void refresh(LoopState loop, double newStepS) {
        boolean same = newStepS == stepS
                && near(loop.flowRatio, flowRatio)
                && near(loop.openRatio, openRatio)
                && near(loop.areaRatio, areaRatio)
                && near(loop.panelRatio, panelRatio)
                && near(loop.contactRatio, contactRatio);
        if (!same) {
            stepS = newStepS;
            flowRatio = loop.flowRatio;
            openRatio = loop.openRatio;
            areaRatio = loop.areaRatio;
            panelRatio = loop.panelRatio;
            contactRatio = loop.contactRatio;
            prepare(loop);
        }
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= SAME_RATIO;
    }

    private void prepare(LoopState loop) {
        flowing = figures.flows(loop.flowRatio);
        flowWPerK = flowing ? figures.flowWPerK(loop.flowRatio) : 0;
        dieWPerK = flowing ? figures.dieWPerK(loop.flowRatio) * loop.contactRatio : 0;
        boolean connected = loop.areaRatio > 0;
        exchangeWPerK = connected ? figures.exchangeWPerK(flowWPerK * loop.openRatio) : 0;
        radiatorJPerK = figures.radiatorJPerK * (connected ? loop.areaRatio : 1);
        double areaM2 = figures.areaM2 * loop.effectiveAreaRatio();
        emissionWPerK4 = areaM2 * figures.emittedWPerM2K4;
        absorbedW = areaM2 * figures.absorbedWPerM2;
        slopeWPerK = 4 * emissionWPerK4 * STRAIGHT_LINE_AT_K * STRAIGHT_LINE_AT_K * STRAIGHT_LINE_AT_K;
        setRates();
        firstStretch(stepS / (1 << DOUBLINGS));
        for (int doubling = 1; doubling <= DOUBLINGS; doubling++) {
            twice();
            int sample = doubling - (DOUBLINGS - SAMPLES) - 1;
            if (sample >= 0) {
                System.arraycopy(stretch, DIE * COLUMNS, dieRows, sample * COLUMNS, COLUMNS);
            }
        }
    }

    private void setRates() {
        double half =
                flowing ? exchangeWPerK / (2 * flowWPerK) : 0; // of what enters the coolant, what its own rise gives on
        double past = flowing ? 1 - figures.dieShareRatio : 0;
        rate(DIE, figures.dieJPerK, -dieWPerK, dieWPerK, 0, figures.dieShareRatio, 0, 0);
        double kept = 1 - half;
        rate(
                COOLANT,
                figures.coolantJPerK,
                kept * dieWPerK,
                -kept * dieWPerK - exchangeWPerK,
                exchangeWPerK,
                kept * past,
                kept,
                0);
        rate(
                RADIATOR,
                radiatorJPerK,
                half * dieWPerK,
                exchangeWPerK - half * dieWPerK,
                -exchangeWPerK - slopeWPerK,
                half * past,
                half,
                -1);
    }

    private void rate(
            int node,
            double joulePerK,
            double die,
            double coolant,
            double radiator,
            double rack,
            double heat,
            double space) {
        int row = node * COLUMNS;
        rates[row] = die / joulePerK;
        rates[row + 1] = coolant / joulePerK;
        rates[row + 2] = radiator / joulePerK;
        rates[row + 3] = rack / joulePerK;
        rates[row + 4] = heat / joulePerK;
        rates[row + 5] = space / joulePerK;
    }

    // Taylor series of the matrix exponential, inputs being states that do not change.
    private void firstStretch(double stretchS) {
        for (int i = 0; i < stretch.length; i++) {
            term[i] = rates[i] * stretchS;
            stretch[i] = term[i] + (i % COLUMNS == i / COLUMNS ? 1 : 0);
        }
        for (int order = 2; order <= TAYLOR_TERMS; order++) {
            for (int row = 0; row < NODES; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    double sum = 0;
                    for (int k = 0; k < NODES; k++) {
                        sum += rates[row * COLUMNS + k] * term[k * COLUMNS + column];
                    }
                    next[row * COLUMNS + column] = sum * stretchS / order;
                }
            }
            for (int i = 0; i < stretch.length; i++) {
                term[i] = next[i];
                stretch[i] += term[i];
            }
        }
    }

    private void twice() {
        for (int row = 0; row < NODES; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double sum = column < NODES ? 0 : stretch[row * COLUMNS + column];
                for (int k = 0; k < NODES; k++) {
                    sum += stretch[row * COLUMNS + k] * stretch[k * COLUMNS + column];
                }
                next[row * COLUMNS + column] = sum;
            }
        }
        System.arraycopy(next, 0, stretch, 0, stretch.length);
    }

    /** Leads the loop over a step with {@code rackW} from the rack and {@code heatW} from bus and heaters, in W. */
    void advance(LoopState loop, double rackW, double heatW) {
        double warmW = flowing ? heatW : 0;
        now[DIE] = loop.dieK;
        now[COOLANT] = loop.coolantK;
        now[RADIATOR] = loop.radiatorK;
        double before = offTheLineW(loop.radiatorK);
        double guessK = row(RADIATOR * COLUMNS, stretch, rackW, warmW, before);
        double mean = (before + offTheLineW(guessK)) / 2;
        loop.dieK = row(DIE * COLUMNS, stretch, rackW, warmW, mean);
        loop.coolantK = row(COOLANT * COLUMNS, stretch, rackW, warmW, mean);
        loop.radiatorK = row(RADIATOR * COLUMNS, stretch, rackW, warmW, mean);
    }

    private double row(int start, double[] matrix, double rackW, double warmW, double spaceW) {
        return matrix[start] * now[DIE]
                + matrix[start + 1] * now[COOLANT]
                + matrix[start + 2] * now[RADIATOR]
                + matrix[start + 3] * rackW
                + matrix[start + 4] * warmW
                + matrix[start + 5] * spaceW;
    }

    /** Most rack input with which the mean die stays at or below {@code dieK} for the whole step, in W; 0 without flow. */
    double mostW(LoopState loop, double heatW, double dieK) {
        if (!flowing) {
            return 0;
        }
        now[DIE] = loop.dieK;
        now[COOLANT] = loop.coolantK;
        now[RADIATOR] = loop.radiatorK;
        double spaceW = offTheLineW(loop.radiatorK);
        double most = figures.peakW;
        for (int sample = 0; sample < SAMPLES; sample++) {
            double freeK = row(sample * COLUMNS, dieRows, 0, heatW, spaceW);
            double rackW = (dieK - freeK) / dieRows[sample * COLUMNS + NODES];
            most = Math.min(most, rackW); // unknown stays unknown
        }
        return most > 0 ? most : 0; // also when unknown
    }

    private double offTheLineW(double radiatorK) {
        return toSpaceW(radiatorK) - slopeWPerK * radiatorK;
    }

    /** What the panels give to space, in W. */
    double toSpaceW(double radiatorK) {
        double squared = radiatorK * radiatorK;
        return emissionWPerK4 * squared * squared - absorbedW;
    }

    /** How fast that grows with their temperature, in W/K. */
    double toSpaceWPerK(double radiatorK) {
        return 4 * emissionWPerK4 * radiatorK * radiatorK * radiatorK;
    }

    /** Heat that enters the coolant, in W. */
    double intoCoolantW(LoopState loop, double rackW, double heatW) {
        double fromDiesW = dieWPerK * (loop.dieK - loop.coolantK);
        return flowing ? fromDiesW + (1 - figures.dieShareRatio) * rackW + heatW : fromDiesW;
    }

    /** Coolant that is supplied to the rack, in K. */
    double supplyK(LoopState loop, double intoCoolantW) {
        double hotK = hotK(loop.coolantK, intoCoolantW);
        return flowing ? hotK - exchangeWPerK * (hotK - loop.radiatorK) / flowWPerK : hotK;
    }

    /** Coolant that leaves the rack, in K. */
    double hotK(double coolantK, double intoCoolantW) {
        return flowing ? coolantK + intoCoolantW / (2 * flowWPerK) : coolantK;
    }

    boolean flowing() {
        return flowing;
    }

    double flowWPerK() {
        return flowWPerK;
    }

    double dieWPerK() {
        return dieWPerK;
    }

    /** From hot coolant to the panels with the valve at rest, in W/K. */
    double exchangeWPerK() {
        return exchangeWPerK;
    }

    /** Heat capacity of the connected panels, in J/K. */
    double radiatorJPerK() {
        return radiatorJPerK;
    }
}
