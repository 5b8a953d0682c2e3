package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/** The beam of one laser terminal: its budget, and where it points. The error has two axes, jitters from second to second, and may have a bias. */
final class LaserBeam {
    private final OpticalBudget budget;
    private final double neededW;
    private final double jitterRad;
    private final RandomStream luck;
    private double biasRad;

    LaserBeam(VehicleProfile truth, double receiverApertureM, double rateBitsPerS, RandomStream luck) {
        budget = new OpticalBudget(truth, receiverApertureM);
        neededW = budget.neededW(rateBitsPerS);
        jitterRad = truth.number("links.laserJitterRad", 0.0, 1.0);
        this.luck = luck;
    }

    void bias(double newBiasRad) {
        biasRad = newBiasRad;
    }

    /** Draws the pointing of this second and works out what arrives over that range through air that lets that part through. */
    void observe(double rangeM, double airRatio, Condition into) {
        double across = biasRad + jitterRad * luck.nextGaussian();
        double along = jitterRad * luck.nextGaussian();
        double errorRad = StrictMath.sqrt(across * across + along * along);
        into.rangeM = rangeM;
        into.pointingErrorRad = errorRad;
        into.marginAtFullRate = airRatio * budget.receivedW(rangeM, errorRad) / neededW;
    }
}
