package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;

/**
 * What a ground station receives from the radio: Eb/N0 = EIRP + G/T - free-space loss - other losses - k - rate, in dB, with air
 * that weakens more the lower the satellite stands. The way up is taken to be no worse.
 */
public final class RadioBudget {
    private static final double BOLTZMANN_J_PER_K = 1.380_649e-23;
    private static final double BIG = 1e15;

    private final double energyPerNoiseM2PerS;
    private final double zenithLossNepers;
    private final double neededRatio;

    /** Reads the radio's figures from a profile. */
    public RadioBudget(VehicleProfile truth) {
        double wavelengthM = Geometry.LIGHT_M_PER_S / truth.number("links.rfFrequencyHz", 1e6, BIG);
        double levelDb = truth.number("links.rfEirpDbW", -100.0, 100.0)
                + truth.number("links.rfStationGainToTempDbPerK", -100.0, 100.0)
                - truth.number("links.rfLossDb", 0.0, 100.0);
        double perRange = wavelengthM / (4.0 * StrictMath.PI);
        energyPerNoiseM2PerS = Decibel.ratio(levelDb) * perRange * perRange / BOLTZMANN_J_PER_K;
        zenithLossNepers = -StrictMath.log(Decibel.ratio(-truth.number("links.rfZenithLossDb", 0.0, 100.0)));
        neededRatio = Decibel.ratio(truth.number("links.rfNeededEbN0Db", -20.0, 60.0));
    }

    /** Carrier power over noise density, in 1/s (Hz), over a range in m at a sine of elevation above 0. */
    public double carrierToNoisePerS(double rangeM, double sinElevation) {
        double air = StrictMath.exp(-zenithLossNepers / sinElevation);
        return energyPerNoiseM2PerS * air / (rangeM * rangeM);
    }

    /** How many times more there is than the receiver needs at that rate. */
    public double marginRatio(double carrierToNoisePerS, double rateBitsPerS) {
        return carrierToNoisePerS / (rateBitsPerS * neededRatio);
    }
}
