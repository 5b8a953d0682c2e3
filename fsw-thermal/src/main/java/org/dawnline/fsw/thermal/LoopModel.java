package org.dawnline.fsw.thermal;

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
    private static final double MIN_AREA_RATIO = 0.05;
    private static final int BISECTIONS = 30;

    private final LoopFigures figures;

    LoopModel(LoopFigures figures) {
        this.figures = figures;
    }

    /** Most that the rack can ever draw, in W. */
    double peakW() {
        return figures.peakW;
    }

    /** Die temperature at which the loop carries {@code rackW} for ever, in K; NaN without flow or radiator. */
    double steadyDieTempK(double rackW, double flowRatio, double areaRatio) {
        if (!carries(flowRatio, areaRatio)) {
            return Double.NaN;
        }
        return dieTempK(rackW, flowRatio, areaRatio, figures.dieWPerK(flowRatio), exchange(flowRatio));
    }

    /** Rack input that the loop carries for ever with the dies at {@code dieTempK}, in W, up to the rack's peak; 0 without flow. */
    double capabilityW(double dieTempK, double flowRatio, double areaRatio) {
        return capabilityW(dieTempK, flowRatio, areaRatio, 1);
    }

    /** The same for the loop as it is by estimate. */
    double capabilityW(double dieTempK, LoopState loop) {
        return capabilityW(dieTempK, loop.flowRatio, loop.effectiveAreaRatio(), loop.contactRatio);
    }

    private double capabilityW(double dieTempK, double flowRatio, double areaRatio, double contactRatio) {
        if (!carries(flowRatio, areaRatio)) {
            return 0;
        }
        double conductance = figures.dieWPerK(flowRatio) * contactRatio;
        double exchange = exchange(flowRatio);
        double low = 0;
        double high = figures.peakW;
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
        return figures.flows(flowRatio) && areaRatio >= MIN_AREA_RATIO; // not when unknown
    }

    private double dieTempK(double rackW, double flowRatio, double areaRatio, double conductance, double exchange) {
        double loopW = rackW + figures.busHeatW;
        double hotK = radiatorTempK(loopW, areaRatio) + loopW / exchange;
        double coolantK = hotK - loopW / (2 * figures.flowWPerK(flowRatio));
        return coolantK + figures.dieShareRatio * rackW / conductance;
    }

    /** Panel temperature at which the connected radiator gives {@code powerW} to space, in K. */
    double radiatorTempK(double powerW, double areaRatio) {
        double perM2 = powerW / (figures.areaM2 * areaRatio) + figures.absorbedWPerM2;
        return Math.sqrt(Math.sqrt(perM2 / figures.emittedWPerM2K4));
    }

    private double exchange(double flowRatio) {
        return figures.exchangeWPerK(figures.flowWPerK(flowRatio));
    }
}
