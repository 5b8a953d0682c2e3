package org.dawnline.fsw.thermal;

import org.dawnline.hal.VehicleProfile;

/** The figures of the loop as the profile has them, in SI units, and what follows from them for a flow. */
final class LoopFigures {
    /** Stefan-Boltzmann constant, in W/(m² K⁴), CODATA 2018. */
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;

    private static final double MAX_FACES = 2;
    private static final double LEAST_FLOW_RATIO = 0.01;
    private static final double MAX_W = 1e7;
    private static final double MAX_K_PER_W = 10;
    private static final double MAX_W_PER_K = 1e7;
    private static final double MAX_J_PER_K = 1e9;
    private static final double MAX_M2 = 1e5;
    private static final double MAX_W_PER_M2 = 1e4;
    private static final int MAX_DIES = 100_000;
    private static final int MAX_HEATERS = 64;

    /** Most that the rack can ever draw, in W. */
    final double peakW;
    /** Dies and cold plates to coolant at full flow, in W/K. */
    final double fullDieWPerK;
    /** Share of the rack's power that goes through dies. */
    final double dieShareRatio;
    /** Heat of the bus in the coolant, in W. */
    final double busHeatW;
    /** Heaters of the loop. */
    final int heaters;
    /** Heat of one of them, in W. */
    final double heaterW;
    /** Heat capacity of all dies, in J/K. */
    final double dieJPerK;
    /** Heat capacity of the coolant, in J/K. */
    final double coolantJPerK;
    /** Heat capacity of the whole radiator, in J/K. */
    final double radiatorJPerK;
    /** Area of the whole radiator, in m². */
    final double areaM2;
    /** What a square metre emits, over T⁴, in W/(m² K⁴). */
    final double emittedWPerM2K4;
    /** What a square metre absorbs, in W/m². */
    final double absorbedWPerM2;
    /** Least flow that carries anything. */
    final double minFlowRatio;

    private final double flowExponent;
    private final double fullFlowWPerK;
    private final double exchangeWPerK;

    LoopFigures(VehicleProfile vehicle) {
        int dies = vehicle.count("thermal.dieCount", 0, MAX_DIES);
        fullDieWPerK = dies / vehicle.number("thermal.dieResistanceKPerW", 1e-9, MAX_K_PER_W);
        flowExponent = vehicle.number("thermal.flowExponent", 0, 2);
        fullFlowWPerK = vehicle.number("thermal.coolantWPerKAtFullFlow", 1, MAX_W_PER_K);
        dieShareRatio = 1 - vehicle.number("thermal.rackShareToCoolantRatio", 0, 1);
        busHeatW = vehicle.number("thermal.busHeatW", 0, MAX_W);
        exchangeWPerK = vehicle.number("thermal.radiatorExchangeWPerK", 1, MAX_W_PER_K);
        areaM2 = vehicle.number("thermal.radiatorAreaM2", 1e-3, MAX_M2);
        emittedWPerM2K4 = vehicle.numberOr(MAX_FACES, "thermal.radiatorFaces", 0, MAX_FACES)
                * vehicle.number("thermal.radiatorFinEfficiencyRatio", 0, 1)
                * vehicle.number("thermal.radiatorEmissivityRatio", 0, 1)
                * STEFAN_BOLTZMANN;
        absorbedWPerM2 = vehicle.number("thermal.radiatorAbsorbedWPerM2", 0, MAX_W_PER_M2);
        minFlowRatio = vehicle.numberOr(1, "thermal.minFlowRatio", LEAST_FLOW_RATIO, 1); // heat pipes always carry
        dieJPerK = vehicle.number("thermal.dieHeatCapacityJPerK", 1, MAX_J_PER_K);
        coolantJPerK = vehicle.number("thermal.coolantHeatCapacityJPerK", 1, MAX_J_PER_K);
        radiatorJPerK = vehicle.number("thermal.radiatorHeatCapacityJPerK", 1, MAX_J_PER_K);
        heaters = vehicle.countOr(0, "thermal.heaters", 0, MAX_HEATERS);
        heaterW = vehicle.numberOr(0, "thermal.heaterW", 0, MAX_W);
        peakW = vehicle.numberOr(0, "rack.peakW", 0, MAX_W);
    }

    /** What the coolant carries at a flow, in W/K. */
    double flowWPerK(double flowRatio) {
        return fullFlowWPerK * flowRatio;
    }

    /** Dies and cold plates to coolant at a flow, in W/K. */
    double dieWPerK(double flowRatio) {
        return fullDieWPerK * StrictMath.exp(flowExponent * StrictMath.log(flowRatio));
    }

    /** From the coolant that enters the radiator to its panels, with so much flow through it, in W/K. */
    double exchangeWPerK(double throughWPerK) {
        return throughWPerK > 0 ? (1 - StrictMath.exp(-exchangeWPerK / throughWPerK)) * throughWPerK : 0;
    }

    /** What the whole radiator gives to space, in W. */
    double toSpaceW(double radiatorK) {
        double squared = radiatorK * radiatorK;
        return areaM2 * (emittedWPerM2K4 * squared * squared - absorbedWPerM2);
    }

    /** Whether so much flow cools anything; not when unknown. */
    boolean flows(double flowRatio) {
        return flowRatio >= minFlowRatio;
    }
}
