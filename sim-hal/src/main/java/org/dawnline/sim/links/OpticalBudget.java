package org.dawnline.sim.links;

import org.dawnline.hal.VehicleProfile;

/**
 * What a laser terminal receives: P_rx = P_tx G_tx G_rx (λ/4πR)² L with G = (πD/λ)² and a pointing loss exp(-G_tx θ²), against what
 * its receiver needs: a number of photons per bit. The other end is like this one.
 */
public final class OpticalBudget {
    private static final double PLANCK_J_S = 6.626_070_15e-34;
    private static final double BIG = 1e15;

    private final double transmitterGain;
    private final double receivedWM2;
    private final double neededJPerBit;

    /** Reads the laser's figures from a profile, with a telescope of {@code receiverApertureM} at the other end. */
    public OpticalBudget(VehicleProfile truth, double receiverApertureM) {
        this(
                truth.number("links.laserTxPowerW", 0.0, BIG),
                truth.number("links.laserApertureM", 1e-3, 10.0),
                receiverApertureM,
                truth.number("links.laserWavelengthM", 1e-7, 1e-4),
                truth.number("links.laserLossDb", 0.0, 100.0),
                truth.number("links.laserPhotonsPerBit", 0.1, 1e9));
    }

    /**
     * A budget by its figures.
     *
     * @param txPowerW optical power sent, in W
     * @param txApertureM diameter of the sending telescope, in m
     * @param rxApertureM diameter of the receiving telescope, in m
     * @param wavelengthM wavelength, in m
     * @param lossDb all losses but those of distance and pointing, in dB
     * @param photonsPerBit received photons that the receiver needs for a bit
     */
    public OpticalBudget(
            double txPowerW,
            double txApertureM,
            double rxApertureM,
            double wavelengthM,
            double lossDb,
            double photonsPerBit) {
        transmitterGain = antennaGain(txApertureM, wavelengthM);
        double perRange = wavelengthM / (4.0 * StrictMath.PI);
        receivedWM2 = txPowerW
                * transmitterGain
                * antennaGain(rxApertureM, wavelengthM)
                * perRange
                * perRange
                * Decibel.ratio(-lossDb);
        neededJPerBit = photonsPerBit * PLANCK_J_S * Geometry.LIGHT_M_PER_S / wavelengthM;
    }

    /** Gain of a telescope, as a ratio: (πD/λ)². */
    public static double antennaGain(double apertureM, double wavelengthM) {
        double gain = StrictMath.PI * apertureM / wavelengthM;
        return gain * gain;
    }

    /** What is left of the power when the beam points past the other end by that angle, as a ratio: exp(-G θ²). */
    public static double pointingLoss(double gain, double pointingErrorRad) {
        return StrictMath.exp(-gain * pointingErrorRad * pointingErrorRad);
    }

    /** Received power, in W, over a range in m and with a pointing error in rad. */
    public double receivedW(double rangeM, double pointingErrorRad) {
        return receivedWM2 * pointingLoss(transmitterGain, pointingErrorRad) / (rangeM * rangeM);
    }

    /** Power that the receiver needs at a rate, in W. */
    public double neededW(double rateBitsPerS) {
        return neededJPerBit * rateBitsPerS;
    }
}
