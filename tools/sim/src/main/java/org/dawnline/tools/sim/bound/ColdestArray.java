package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.WorldState;

/**
 * What the array could deliver were it as cold as it can be: a wing that gives away all it can as electricity stays colder than one
 * that nobody asks. Without a temperature coefficient that makes no difference.
 *
 * <p>The idle wing obeys {@code c dT/dt = heat - e sigma T^4}, the one in use {@code c dT/dt = heat - power - e sigma T^4} with the
 * same heat, so that the colder one follows from the other without knowing the light.
 */
final class ColdestArray {
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double MAX = 1e9;

    private final double lossRatioPerK;
    private final double referenceK;
    private final double emission;
    private final double capacityJPerM2K;
    private final double wingM2;
    private double belowK;

    /**
     * The array of a vehicle.
     *
     * @param whole whether no wing can be lost, so that all of them share the power
     */
    ColdestArray(VehicleProfile truth, boolean whole) {
        lossRatioPerK = truth.numberOr(0, "array.tempLossRatioPerK", -1, 1);
        referenceK = truth.number("array.referenceTempK", 0, MAX);
        emission = STEFAN_BOLTZMANN
                * (truth.number("array.frontEmissivityRatio", 0, 1) + truth.number("array.backEmissivityRatio", 0, 1));
        capacityJPerM2K = truth.number("array.heatCapacityJPerM2K", 0, MAX);
        // Which wings are lost is not known here: then as if one alone carried all of the power.
        wingM2 = truth.number("array.areaM2", 0, MAX) / (whole ? 1 : truth.count("array.wings", 1, 16));
    }

    boolean loose() {
        return lossRatioPerK != 0;
    }

    /** Power at the coldest after a step of the idle world, in W. */
    double capabilityW(WorldState state, double dtS) {
        double idleW = state.arrayCapabilityW();
        if (!loose()) {
            return idleW;
        }
        double idleK = state.arrayTempK(0);
        double coldK = idleK - belowK;
        double coldW = idleW * outputRatio(coldK) / outputRatio(idleK);
        double netWPerM2 = coldW / wingM2 - emission * (fourth(idleK) - fourth(coldK));
        belowK = Math.max(0, belowK + dtS * netWPerM2 / capacityJPerM2K);
        return coldW;
    }

    private double outputRatio(double tempK) {
        return Math.max(0.01, 1 - lossRatioPerK * (tempK - referenceK));
    }

    private static double fourth(double tempK) {
        return tempK * tempK * tempK * tempK;
    }
}
