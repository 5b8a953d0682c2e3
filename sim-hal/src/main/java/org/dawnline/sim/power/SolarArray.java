package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Solar array of one or more equal wings, each with a drive of its own. It can deliver
 * {@code P0 (S / 1361) light age (1 - k (T - Tref)) cos(offset) cos(error)}, a wing's share each, where T follows from what
 * the wing absorbs, gives away as electricity and radiates from both sides.
 */
public final class SolarArray {
    /** Solar constant to which the profile's power belongs, in W/m². */
    public static final double REFERENCE_FLUX_W_PER_M2 = 1361.0;

    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double MAX_W = 1e8;
    private static final double HALF_TURN_RAD = StrictMath.PI;

    private final double powerAt1AuW;
    private final double areaM2;
    private final double tempLossRatioPerK;
    private final double referenceTempK;
    private final double absorbedRatio;
    private final double emissivityRatio;
    private final double heatCapacityJPerM2K;
    private final double driveRateRadPerS;
    private final double bodyRateRadPerS;
    private final double attitudeCosine;
    private final double ageRatio;
    private final Wing[] wings;
    private double degradationRatio = 1.0;
    private double fluxWPerM2;
    private double earthHeatWPerM2;
    private double capabilityW;
    private boolean settled;

    /** An array that faces the Sun; years in space have left {@code ageRatio} of its power, 0..1. */
    public SolarArray(VehicleProfile truth, double ageRatio) {
        this.ageRatio = ageRatio;
        powerAt1AuW = truth.number("array.powerAt1AuW", 0.0, MAX_W);
        areaM2 = truth.number("array.areaM2", 0.01, 1e6);
        tempLossRatioPerK = truth.number("array.tempLossRatioPerK", -0.1, 0.1);
        referenceTempK = truth.number("array.referenceTempK", 100.0, 500.0);
        absorbedRatio = truth.number("array.absorbedRatio", 0.0, 1.0);
        emissivityRatio = truth.number("array.frontEmissivityRatio", 0.01, 1.0)
                + truth.number("array.backEmissivityRatio", 0.0, 1.0);
        heatCapacityJPerM2K = truth.number("array.heatCapacityJPerM2K", 10.0, 1e6);
        driveRateRadPerS = truth.number("array.driveRateRadPerS", 0.0, 1.0);
        bodyRateRadPerS = truth.number("array.bodyRateRadPerS", 0.0, 1.0);
        attitudeCosine = Math.max(0.0, StrictMath.cos(truth.number("array.pointingErrorRad", 0.0, HALF_TURN_RAD)));
        wings = new Wing[truth.count("array.wings", 1, 16)];
        for (int i = 0; i < wings.length; i++) {
            wings[i] = new Wing(attitudeCosine);
        }
    }

    /** Lets the Earth glow on each side of the wings with infrared and reflected sunlight, in W/m². */
    public void glow(double infraredWPerM2, double albedoWPerM2) {
        earthHeatWPerM2 = emissivityRatio * infraredWPerM2 + 2.0 * absorbedRatio * albedoWPerM2;
    }

    /** Lets the Sun shine with a flux in W/m² on the part of the wings that is not in shadow; the first time settles the wings. */
    public void shine(double sunWPerM2, double illuminationRatio) {
        fluxWPerM2 = sunWPerM2 * illuminationRatio;
        if (!settled) {
            settle();
        }
        double outputRatio = 0.0;
        for (Wing wing : wings) {
            outputRatio += wing.lost ? 0.0 : outputRatio(wing);
        }
        outputRatio /= wings.length;
        capabilityW = powerAt1AuW
                * sunWPerM2
                / REFERENCE_FLUX_W_PER_M2
                * illuminationRatio
                * degradationRatio
                * (ageRatio * outputRatio);
    }

    private double outputRatio(Wing wing) {
        return Math.max(0.0, 1.0 - tempLossRatioPerK * (wing.tempK - referenceTempK)) * wing.cosine;
    }

    private void settle() {
        for (Wing wing : wings) {
            double absorbedWPerM2 = absorbedRatio * fluxWPerM2 * wing.cosine + earthHeatWPerM2;
            wing.tempK = StrictMath.sqrt(StrictMath.sqrt(absorbedWPerM2 / (emissivityRatio * STEFAN_BOLTZMANN)));
        }
        settled = true;
    }

    /** Warms and turns the wings over one step while they deliver {@code deliveredW} together. */
    public void step(double deliveredW, double dtS) {
        double partOfCapability = capabilityW > 0.0 ? deliveredW / capabilityW : 0.0;
        double fullWPerM2 = powerAt1AuW / areaM2 / REFERENCE_FLUX_W_PER_M2 * fluxWPerM2 * degradationRatio * ageRatio;
        for (Wing wing : wings) {
            double electricWPerM2 = wing.lost ? 0.0 : partOfCapability * fullWPerM2 * outputRatio(wing);
            double squareK = wing.tempK * wing.tempK;
            double netWPerM2 = absorbedRatio * fluxWPerM2 * wing.cosine
                    + earthHeatWPerM2
                    - electricWPerM2
                    - emissivityRatio * STEFAN_BOLTZMANN * squareK * squareK;
            wing.tempK += dtS * netWPerM2 / heatCapacityJPerM2K;
            if (wing.stuck) {
                wing.drift(bodyRateRadPerS * dtS);
            } else if (wing.offsetRad != wing.wantedRad) {
                wing.turn(driveRateRadPerS * dtS);
            }
        }
    }

    /** Asks the drive of a wing for an angle between its normal and the Sun, in rad; beyond half a turn it goes half a turn. */
    public void requestOffset(int wing, double offsetRad) {
        if (!Double.isNaN(offsetRad)) {
            wings[wing].wantedRad = Math.max(-HALF_TURN_RAD, Math.min(HALF_TURN_RAD, offsetRad));
        }
    }

    /** Lets the drive of a wing stand still, so that the body's motion turns the wing away from the Sun, or frees it. */
    public void stick(int wing, boolean stuck) {
        wings[wing].stuck = stuck;
    }

    /** Adds an error across the drive's axis to every wing, in rad: the attitude is off. */
    public void mispoint(double errorRad) {
        for (Wing wing : wings) {
            wing.errorCosine = attitudeCosine * Math.max(0.0, StrictMath.cos(errorRad));
            wing.point();
        }
    }

    /** Cuts the strings of a wing off the bus, or brings them back. */
    public void lose(int wing, boolean lost) {
        wings[wing].lost = lost;
    }

    /** Leaves this part of its power, 0..1. */
    public void degrade(double ratio) {
        degradationRatio = ratio;
    }

    /** What it could deliver, in W. */
    public double capabilityW() {
        return capabilityW;
    }

    /** Number of wings. */
    public int wingCount() {
        return wings.length;
    }

    /** Temperature of a wing, in K. */
    public double tempK(int wing) {
        return wings[wing].tempK;
    }

    /** Angle of a wing to the Sun about its drive's axis, in rad. */
    public double offsetRad(int wing) {
        return wings[wing].offsetRad;
    }

    /** One wing and its drive. */
    private static final class Wing {
        /** A cosine is good enough for this long a way, in rad; a drive that has arrived has the exact one. */
        private static final double COSINE_STEP_RAD = 1e-3;

        private double errorCosine;
        private double offsetRad;
        private double wantedRad;
        private double pointedRad;
        private double cosine;
        private double tempK;
        private boolean stuck;
        private boolean lost;

        Wing(double errorCosine) {
            this.errorCosine = errorCosine;
            point();
        }

        void turn(double wayRad) {
            double leftRad = wantedRad - offsetRad;
            offsetRad = Math.abs(leftRad) <= wayRad ? wantedRad : offsetRad + Math.copySign(wayRad, leftRad);
            if (offsetRad == wantedRad || Math.abs(offsetRad - pointedRad) > COSINE_STEP_RAD) {
                point();
            }
        }

        void drift(double wayRad) {
            offsetRad += wayRad;
            offsetRad -= offsetRad > HALF_TURN_RAD ? 2.0 * HALF_TURN_RAD : 0.0;
            if (Math.abs(offsetRad - pointedRad) > COSINE_STEP_RAD) {
                point();
            }
        }

        void point() {
            pointedRad = offsetRad;
            cosine = errorCosine * Math.max(0.0, StrictMath.cos(offsetRad));
        }
    }
}
