package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;

/**
 * The loop's three nodes as a linear programme can have them. Everything about them is linear but for what the panels give to space,
 * {@code area (e T^4 - absorbed)}: of that a plan gets anything between the tangents below and the chord above the curve.
 */
final class HeatLaw {
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double W_PER_KW = 1e3;
    private static final double MAX = 1e9;
    private static final double MAX_K = 500;

    /** How much hotter than in the hottest steady state panels may get; the chord ends there. */
    private static final double CHORD_MARGIN_K = 0.5;

    private static final int HALVINGS = 60;

    final double dieKJPerK;
    final double coolantKJPerK;
    final double panelKJPerK;
    final double coolantShareRatio;
    final double dieShareRatio;
    final double busHeatKW;
    final double heaterKW;
    final double idleRackKW;
    final double areaM2;

    private final double dieKWPerK;
    private final double flowExponent;
    private final double fullFlowKWPerK;
    private final double exchangeKWPerK;
    private final double emissionKWPerM2K4;
    private final double absorbedKWPerM2;

    HeatLaw(VehicleProfile truth) {
        int dies = truth.count("thermal.dieCount", 1, 1024);
        dieKJPerK = truth.number("thermal.dieHeatCapacityJPerK", 0, MAX) / W_PER_KW;
        coolantKJPerK = truth.number("thermal.coolantHeatCapacityJPerK", 0, MAX) / W_PER_KW;
        panelKJPerK = truth.number("thermal.radiatorHeatCapacityJPerK", 0, MAX) / W_PER_KW;
        coolantShareRatio = truth.number("thermal.rackShareToCoolantRatio", 0, 1);
        dieShareRatio = 1 - coolantShareRatio;
        busHeatKW = truth.number("thermal.busHeatW", 0, MAX) / W_PER_KW;
        heaterKW = truth.count("thermal.heaters", 0, 64) * truth.number("thermal.heaterW", 0, MAX) / W_PER_KW;
        idleRackKW = dies * truth.number("gpu.idleW", 0, MAX) / truth.number("rack.gpuShareRatio", 0, 1) / W_PER_KW;
        areaM2 = truth.number("thermal.radiatorAreaM2", 0, MAX);
        dieKWPerK = dies / truth.number("thermal.dieResistanceKPerW", 0, MAX) / W_PER_KW;
        flowExponent = truth.number("thermal.flowExponent", 0, 2);
        fullFlowKWPerK = truth.number("thermal.coolantWPerKAtFullFlow", 0, MAX) / W_PER_KW;
        exchangeKWPerK = truth.number("thermal.radiatorExchangeWPerK", 0, MAX) / W_PER_KW;
        emissionKWPerM2K4 = truth.number("thermal.radiatorFaces", 0, 2)
                * truth.number("thermal.radiatorFinEfficiencyRatio", 0, 1)
                * truth.number("thermal.radiatorEmissivityRatio", 0, 1)
                * STEFAN_BOLTZMANN
                / W_PER_KW;
        absorbedKWPerM2 = truth.number("thermal.radiatorAbsorbedWPerM2", 0, MAX) / W_PER_KW;
    }

    /** Whether a vehicle's loop is the one of three nodes; of others no thermal limit is known to bind. */
    static boolean fits(VehicleProfile truth) {
        return truth.countOr(0, "thermal.dieCount", 0, 1024) > 0
                && truth.countOr(0, "thermal.pumps", 0, 8) > 0
                && truth.namesBelow("thermalNodes").isEmpty()
                && truth.numberOr(0, "thermal.radiatorSideFaces", 0, 2) == 0
                && truth.numberOr(0, "thermal.radiatorSunViewRatio", 0, 2) == 0
                && truth.numberOr(0, "thermal.radiatorNadirFaces", 0, 2) == 0;
    }

    /** Dies to coolant, in kW/K. */
    double diesKWPerK(double flowRatio) {
        return flowRatio > 0 ? dieKWPerK * StrictMath.pow(flowRatio, flowExponent) : 0;
    }

    /** What the flow carries, in kW/K. */
    double flowKWPerK(double flowRatio) {
        return fullFlowKWPerK * flowRatio;
    }

    /** Outlet to panels with the bypass shut, in kW/K. */
    double exchangeKWPerK(double flowRatio) {
        double flow = flowKWPerK(flowRatio);
        return flow > 0 ? (1 - StrictMath.exp(-exchangeKWPerK / flow)) * flow : 0;
    }

    /** What panels give to space net, in kW for each m². */
    double emittedKWPerM2(double panelK) {
        return emissionKWPerM2K4 * panelK * panelK * panelK * panelK - absorbedKWPerM2;
    }

    /** Its slope, in kW/K for each m². */
    double slopeKWPerM2K(double panelK) {
        return 4 * emissionKWPerM2K4 * panelK * panelK * panelK;
    }

    /** Panels in the hottest steady state in which dies keep their limit at that rack power at most, and a little more, in K. */
    double hottestPanelK(double flowRatio, double panelM2, double dieMaxK, double mostKW) {
        double low = 0;
        double high = mostKW;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (steadyDieK(middle, flowRatio, panelM2) > dieMaxK) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return steadyPanelK(high, panelM2) + CHORD_MARGIN_K;
    }

    private double steadyPanelK(double rackKW, double panelM2) {
        double perM2 = (rackKW + busHeatKW) / panelM2 + absorbedKWPerM2;
        return Math.min(MAX_K, StrictMath.sqrt(StrictMath.sqrt(perM2 / emissionKWPerM2K4)));
    }

    /** Dies in the steady state under that rack power, in K. */
    double steadyDieK(double rackKW, double flowRatio, double panelM2) {
        double heatKW = rackKW + busHeatKW;
        double outletK = steadyPanelK(rackKW, panelM2) + heatKW / exchangeKWPerK(flowRatio);
        double coolantK = outletK - heatKW / (2 * flowKWPerK(flowRatio));
        return coolantK + dieShareRatio * rackKW / diesKWPerK(flowRatio);
    }
}
