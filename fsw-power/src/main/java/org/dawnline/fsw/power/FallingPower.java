package org.dawnline.fsw.power;

import org.dawnline.fsw.core.sense.Vote;

/**
 * What a power that falls will have lost when those who are told now have obeyed: the middle one of its last steps goes on.
 * Penumbra takes a tenth of the array each second; noise, or a wing that is lost at once, is no fall that goes on.
 */
final class FallingPower {
    private static final int STEPS = 9;
    /** A fall by this part in each step is no noise. */
    private static final double NOISE_RATIO = 0.003;

    private final double[] fallsW = new double[STEPS];
    private final Vote middle = new Vote(STEPS);
    private final double obeyS;
    private double lastW = Double.NaN;
    private int at;

    /** For listeners that obey after that time, in s. */
    FallingPower(double obeyS) {
        this.obeyS = obeyS;
    }

    /** Takes the power of this step, in W, and says what it will have lost, in W; 0 while it does not fall. */
    double lossW(double powerW, double stepS) {
        fallsW[at] = lastW - powerW;
        at = (at + 1) % STEPS;
        lastW = powerW;
        middle.clear();
        for (double fallW : fallsW) {
            middle.add(fallW);
        }
        double fallW = middle.median();
        return fallW > powerW * NOISE_RATIO ? Math.min(powerW, fallW / stepS * obeyS) : 0;
    }
}
