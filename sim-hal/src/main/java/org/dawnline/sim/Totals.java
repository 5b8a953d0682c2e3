package org.dawnline.sim;

import java.util.Arrays;

/** Sums of what the rack took, and the fastest rise of its power. */
final class Totals {
    private final Models models;
    private final double[] lastSecondW;
    private int at;
    private double computeJ;
    private double idleJ;
    private double maxRampWPerS;

    Totals(Models models, int stepsPerSecond) {
        this.models = models;
        lastSecondW = new double[stepsPerSecond];
        Arrays.fill(lastSecondW, models.rack.inputW());
    }

    /** Adds one step. */
    void add(double dtS) {
        double rackW = models.rack.inputW();
        if (models.rack.board().running() > 0) {
            computeJ += rackW * dtS;
        } else {
            idleJ += rackW * dtS;
        }
        maxRampWPerS = Math.max(maxRampWPerS, rackW - lastSecondW[at]);
        lastSecondW[at] = rackW;
        at = at + 1 == lastSecondW.length ? 0 : at + 1;
    }

    double computeJ() {
        return computeJ;
    }

    double idleJ() {
        return idleJ;
    }

    double maxRampWPerS() {
        return maxRampWPerS;
    }
}
