package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/**
 * The pumped loop: every die with its cold plate, the coolant, and the radiator's wings. With equal dies and equal wings these are
 * the three lumped nodes of the vehicle's thermal model, term by term; the midpoint rule carries them forward.
 */
public final class CoolantLoop {
    /** Two faces of the panel. */
    private static final double FACES = 2.0;

    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double BIG = 1e9;

    private final int dies;
    private final double dieConductanceWPerK;
    private final double flowExponent;
    private final double fullFlowWPerK;
    private final double rackShareRatio;
    private final double busHeatW;
    private final double exchangeWPerK;
    private final double wingAreaM2;
    private final double emission;
    private final double absorbedWPerM2;
    private final double dieCapacityJPerK;
    private final double coolantCapacityJPerK;
    private final double wingCapacityJPerK;
    private final double heaterW;
    private final Plumbing plumbing;

    private final double[] dieTempK;
    private final double[] dieMidK;
    private final double[] dieRateKPerS;
    private final double[] wingTempK;
    private final double[] wingMidK;
    private final double[] wingRateKPerS;
    private double coolantTempK;
    private double coolantRateKPerS;

    // Conductances of the present flow; worked out again only when flow, valve or wings change.
    private double knownFlow = Double.NaN;
    private double knownBypass = Double.NaN;
    private int knownWings = -1;
    private double dieToCoolantWPerK;
    private double flowWPerK;
    private double wingExchangeWPerK;

    private double outletTempK;
    private double supplyTempK;
    private double radiatedW;

    public CoolantLoop(VehicleProfile truth, int gpuCount) {
        dies = truth.count("thermal.dieCount", 0, 1024);
        if (dies != gpuCount) {
            throw new IllegalArgumentException(
                    "thermal.dieCount is " + dies + " but the rack has " + gpuCount + " GPUs");
        }
        int wings = truth.count("thermal.wings", 1, 8);
        dieConductanceWPerK = 1.0 / truth.number("thermal.dieResistanceKPerW", 1e-6, 10.0);
        flowExponent = truth.number("thermal.flowExponent", 0.0, 2.0);
        fullFlowWPerK = truth.number("thermal.coolantWPerKAtFullFlow", 1.0, BIG);
        rackShareRatio = truth.number("thermal.rackShareToCoolantRatio", 0.0, 1.0);
        busHeatW = truth.number("thermal.busHeatW", 0.0, BIG);
        exchangeWPerK = truth.number("thermal.radiatorExchangeWPerK", 1.0, BIG);
        wingAreaM2 = truth.number("thermal.radiatorAreaM2", 0.01, 1e5) / wings;
        emission = FACES
                * truth.number("thermal.radiatorFinEfficiencyRatio", 0.0, 1.0)
                * truth.number("thermal.radiatorEmissivityRatio", 0.0, 1.0)
                * STEFAN_BOLTZMANN;
        absorbedWPerM2 = truth.number("thermal.radiatorAbsorbedWPerM2", 0.0, 1e4);
        dieCapacityJPerK = truth.number("thermal.dieHeatCapacityJPerK", 1.0, BIG) / Math.max(1, dies);
        coolantCapacityJPerK = truth.number("thermal.coolantHeatCapacityJPerK", 1.0, BIG);
        wingCapacityJPerK = truth.number("thermal.radiatorHeatCapacityJPerK", 1.0, BIG) / wings;
        heaterW = truth.number("thermal.heaterW", 0.0, BIG);
        plumbing = new Plumbing(truth, wings);
        dieTempK = new double[dies];
        dieMidK = new double[dies];
        dieRateKPerS = new double[dies];
        wingTempK = new double[wings];
        wingMidK = new double[wings];
        wingRateKPerS = new double[wings];
    }

    /** Pumps, valve, heaters and isolation valves. */
    public Plumbing plumbing() {
        return plumbing;
    }

    /** Sets the temperatures to which the loop would settle at this rack power with what turns and is connected now. */
    public void settle(double rackW) {
        refreshConductances();
        double heatW = rackW * (1.0 - rackShareRatio);
        double radiatedNowW = heatW + rackShareRatio * rackW + busHeatW;
        double areaM2 = wingAreaM2 * plumbing.wingsConnected();
        double radiatorK = StrictMath.sqrt(StrictMath.sqrt((radiatedNowW / areaM2 + absorbedWPerM2) / emission));
        double hotK = radiatorK + radiatedNowW / (wingExchangeWPerK * plumbing.wingsConnected());
        double coolantK = hotK - radiatedNowW / (2.0 * flowWPerK);
        double dieK = dies == 0 ? coolantK : coolantK + heatW / (dieToCoolantWPerK * dies);
        setTempsK(dieK, coolantK, radiatorK);
        observe(rackW);
    }

    /** Sets all temperatures. */
    public void setTempsK(double dieK, double coolantK, double radiatorK) {
        Arrays.fill(dieTempK, dieK);
        Arrays.fill(wingTempK, radiatorK);
        coolantTempK = coolantK;
        refreshConductances();
        observe(0.0);
    }

    /** Carries the loop forward: heat of each die, in W, and the rack's whole power, in W, held over the step. */
    public void step(double dtS, double[] dieHeatW, double rackW) {
        plumbing.step(dtS);
        refreshConductances();
        rates(dieTempK, coolantTempK, wingTempK, dieHeatW, rackW);
        double halfS = 0.5 * dtS;
        for (int i = 0; i < dies; i++) {
            dieMidK[i] = dieTempK[i] + halfS * dieRateKPerS[i];
        }
        for (int i = 0; i < wingTempK.length; i++) {
            wingMidK[i] = wingTempK[i] + halfS * wingRateKPerS[i];
        }
        double coolantMidK = coolantTempK + halfS * coolantRateKPerS;
        rates(dieMidK, coolantMidK, wingMidK, dieHeatW, rackW);
        for (int i = 0; i < dies; i++) {
            dieTempK[i] += dtS * dieRateKPerS[i];
        }
        for (int i = 0; i < wingTempK.length; i++) {
            wingTempK[i] += dtS * wingRateKPerS[i];
        }
        coolantTempK += dtS * coolantRateKPerS;
        observe(rackW);
    }

    /** One die, in K. */
    public double dieTempK(int die) {
        return dieTempK[die];
    }

    /** All dies, in K; not to be changed. */
    public double[] dieTempsK() {
        return dieTempK;
    }

    /** Mean coolant in the rack, in K. */
    public double coolantTempK() {
        return coolantTempK;
    }

    /** Coolant leaving the rack, in K. */
    public double outletTempK() {
        return outletTempK;
    }

    /** Coolant supplied to the rack, in K. */
    public double supplyTempK() {
        return supplyTempK;
    }

    /** One wing, in K. */
    public double wingTempK(int wing) {
        return wingTempK[wing];
    }

    /** Net heat radiated by the connected wings, in W. */
    public double radiatedW() {
        return radiatedW;
    }

    /** Electrical power of the heaters, in W. */
    public double heaterPowerW() {
        return heaterW * plumbing.heatersOn();
    }

    /** Heat stored above 0 K, in J; for balances. */
    public double storedJ() {
        double sum = coolantCapacityJPerK * coolantTempK;
        for (double temp : dieTempK) {
            sum += dieCapacityJPerK * temp;
        }
        for (double temp : wingTempK) {
            sum += wingCapacityJPerK * temp;
        }
        return sum;
    }

    private void refreshConductances() {
        double flow = plumbing.flowRatio();
        double bypass = plumbing.bypassRatio();
        int wings = plumbing.wingsConnected();
        if (flow == knownFlow && bypass == knownBypass && wings == knownWings) {
            return;
        }
        knownFlow = flow;
        knownBypass = bypass;
        knownWings = wings;
        dieToCoolantWPerK = flow > 0.0 ? dieConductanceWPerK * StrictMath.pow(flow, flowExponent) : 0.0;
        flowWPerK = fullFlowWPerK * flow;
        double throughRadiatorWPerK = flowWPerK * (1.0 - bypass);
        wingExchangeWPerK = throughRadiatorWPerK > 0.0 && wings > 0
                ? (1.0 - StrictMath.exp(-exchangeWPerK / throughRadiatorWPerK)) * throughRadiatorWPerK / wings
                : 0.0;
    }

    private void rates(double[] dieK, double coolantK, double[] wingK, double[] dieHeatW, double rackW) {
        double fromDiesW = 0.0;
        for (int i = 0; i < dies; i++) {
            double dieToCoolantW = dieToCoolantWPerK * (dieK[i] - coolantK);
            dieRateKPerS[i] = (dieHeatW[i] - dieToCoolantW) / dieCapacityJPerK;
            fromDiesW += dieToCoolantW;
        }
        double intoLoopW = intoLoopW(fromDiesW, rackW);
        double hotK = flowWPerK > 0.0 ? coolantK + intoLoopW / (2.0 * flowWPerK) : coolantK;
        double toWingsW = 0.0;
        for (int i = 0; i < wingK.length; i++) {
            double toWingW = plumbing.wingConnected(i) ? wingExchangeWPerK * (hotK - wingK[i]) : 0.0;
            wingRateKPerS[i] = (toWingW - wingRadiatesW(wingK[i])) / wingCapacityJPerK;
            toWingsW += toWingW;
        }
        coolantRateKPerS = (intoLoopW - toWingsW) / coolantCapacityJPerK;
    }

    private double intoLoopW(double fromDiesW, double rackW) {
        return flowWPerK > 0.0 ? fromDiesW + rackShareRatio * rackW + busHeatW + heaterPowerW() : fromDiesW;
    }

    private double wingRadiatesW(double tempK) {
        double squared = tempK * tempK;
        return wingAreaM2 * (emission * squared * squared - absorbedWPerM2);
    }

    /** Works out the temperatures and heats that follow from the state at the end of the step. */
    private void observe(double rackW) {
        double fromDiesW = 0.0;
        for (int i = 0; i < dies; i++) {
            fromDiesW += dieToCoolantWPerK * (dieTempK[i] - coolantTempK);
        }
        double intoLoopW = intoLoopW(fromDiesW, rackW);
        outletTempK = flowWPerK > 0.0 ? coolantTempK + intoLoopW / (2.0 * flowWPerK) : coolantTempK;
        double toWingsW = 0.0;
        radiatedW = 0.0;
        for (int i = 0; i < wingTempK.length; i++) {
            if (plumbing.wingConnected(i)) {
                toWingsW += wingExchangeWPerK * (outletTempK - wingTempK[i]);
                radiatedW += wingRadiatesW(wingTempK[i]);
            }
        }
        supplyTempK = flowWPerK > 0.0 ? outletTempK - toWingsW / flowWPerK : coolantTempK;
    }
}
