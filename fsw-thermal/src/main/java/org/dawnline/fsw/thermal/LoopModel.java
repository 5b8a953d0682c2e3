package org.dawnline.fsw.thermal;

import org.dawnline.hal.VehicleProfile;

/**
 * The coolant loop in balance: dies to coolant, coolant to radiator, radiator to space, with the rack's power P, the flow ratio
 * f and the share a of the radiator that is connected.
 *
 * <pre>
 * q_j   = 0.85 P = (n/R) f^0.8 (Tj - Tc)               dies and cold plates to coolant
 * q_in  = P + bus heat                                 into the loop while it flows
 * T_hot = Tc + q_in / (2 G f)                          coolant leaving the rack
 * q_r   = (1 - exp(-U / (G f))) G f (T_hot - Tr)       radiator, bypass closed
 * q_rad = A a (n eta eps sigma Tr^4 - absorbed)        to space, n faces
 * </pre>
 *
 * The mean coolant temperature is Tc, the supply to the rack T_hot - q_in / (G f).
 */
final class LoopModel {
    /** Stefan-Boltzmann constant, in W/(m² K⁴), CODATA 2018. */
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;

    private static final double MAX_FACES = 2;
    private static final double LEAST_FLOW_RATIO = 0.01;
    private static final double MIN_AREA_RATIO = 0.05;
    private static final int BISECTIONS = 30;
    private static final double MAX_W = 1e7;
    private static final double MAX_K_PER_W = 10;
    private static final double MAX_W_PER_K = 1e7;
    private static final double MAX_M2 = 1e5;
    private static final double MAX_W_PER_M2 = 1e4;
    private static final int MAX_DIES = 100_000;

    private final double dieConductanceWPerK;
    private final double flowExponent;
    private final double coolantWPerK;
    private final double dieShareRatio;
    private final double busHeatW;
    private final double exchangeWPerK;
    private final double areaM2;
    private final double emittedWPerM2K4;
    private final double absorbedWPerM2;
    private final double peakW;
    private final double minFlowRatio;

    LoopModel(VehicleProfile vehicle) {
        int dies = vehicle.count("thermal.dieCount", 0, MAX_DIES);
        dieConductanceWPerK = dies / vehicle.number("thermal.dieResistanceKPerW", 1e-9, MAX_K_PER_W);
        flowExponent = vehicle.number("thermal.flowExponent", 0, 2);
        coolantWPerK = vehicle.number("thermal.coolantWPerKAtFullFlow", 1, MAX_W_PER_K);
        dieShareRatio = 1 - vehicle.number("thermal.rackShareToCoolantRatio", 0, 1);
        busHeatW = vehicle.number("thermal.busHeatW", 0, MAX_W);
        exchangeWPerK = vehicle.number("thermal.radiatorExchangeWPerK", 1, MAX_W_PER_K);
        areaM2 = vehicle.number("thermal.radiatorAreaM2", 1e-3, MAX_M2);
        double faces = vehicle.has("thermal.radiatorFaces")
                ? vehicle.number("thermal.radiatorFaces", 0, MAX_FACES)
                : MAX_FACES;
        emittedWPerM2K4 = faces
                * vehicle.number("thermal.radiatorFinEfficiencyRatio", 0, 1)
                * vehicle.number("thermal.radiatorEmissivityRatio", 0, 1)
                * STEFAN_BOLTZMANN;
        absorbedWPerM2 = vehicle.number("thermal.radiatorAbsorbedWPerM2", 0, MAX_W_PER_M2);
        minFlowRatio = vehicle.numberOr(1, "thermal.minFlowRatio", LEAST_FLOW_RATIO, 1); // heat pipes always carry
        peakW = vehicle.has("rack.peakW") ? vehicle.number("rack.peakW", 0, MAX_W) : 0;
    }

    /** Most that the rack can ever draw, in W. */
    double peakW() {
        return peakW;
    }

    /** Die temperature at which the loop carries {@code rackW} for ever, in K; NaN without flow or radiator. */
    double steadyDieTempK(double rackW, double flowRatio, double areaRatio) {
        if (!carries(flowRatio, areaRatio)) {
            return Double.NaN;
        }
        return dieTempK(rackW, flowRatio, areaRatio, dieConductanceWPerK(flowRatio), exchange(flowRatio));
    }

    /** Rack input that the loop carries for ever with the dies at {@code dieTempK}, in W, up to the rack's peak; 0 without flow. */
    double capabilityW(double dieTempK, double flowRatio, double areaRatio) {
        if (!carries(flowRatio, areaRatio)) {
            return 0;
        }
        double conductance = dieConductanceWPerK(flowRatio);
        double exchange = exchange(flowRatio);
        double low = 0;
        double high = peakW;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (dieTempK(middle, flowRatio, areaRatio, conductance, exchange) <= dieTempK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean carries(double flowRatio, double areaRatio) {
        return flowRatio >= minFlowRatio && areaRatio >= MIN_AREA_RATIO; // not when unknown
    }

    private double dieTempK(double rackW, double flowRatio, double areaRatio, double conductance, double exchange) {
        double loopW = rackW + busHeatW;
        double hotK = radiatorTempK(loopW, areaRatio) + loopW / exchange;
        double coolantK = hotK - loopW / (2 * coolantWPerK * flowRatio);
        return coolantK + dieShareRatio * rackW / conductance;
    }

    /** Panel temperature at which the connected radiator gives {@code powerW} to space, in K. */
    double radiatorTempK(double powerW, double areaRatio) {
        double perM2 = powerW / (areaM2 * areaRatio) + absorbedWPerM2;
        return Math.sqrt(Math.sqrt(perM2 / emittedWPerM2K4));
    }

    private double dieConductanceWPerK(double flowRatio) {
        return dieConductanceWPerK * StrictMath.exp(flowExponent * StrictMath.log(flowRatio));
    }

    // W per K between the coolant that enters the radiator and the panels.
    private double exchange(double flowRatio) {
        double flowWPerK = coolantWPerK * flowRatio;
        return (1 - StrictMath.exp(-exchangeWPerK / flowWPerK)) * flowWPerK;
    }
}
