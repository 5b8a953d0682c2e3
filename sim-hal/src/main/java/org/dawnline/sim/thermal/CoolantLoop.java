package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/**
 * The pumped loop: every die with its cold plate, the coolant, and the radiator's wings. With equal dies and equal wings these are
 * the three lumped nodes of the vehicle's thermal model, term by term; the midpoint rule carries them forward. Without pumps the
 * same chain is heat pipes: they always carry, and {@code coolantWPerKAtFullFlow} is a figure that is large beside the exchange.
 */
public final class CoolantLoop {
    private static final double BIG = 1e9;
    private static final double LEAST_CHARGE_RATIO = 0.02;

    private final int dies;
    private final double dieConductanceWPerK;
    private final double flowExponent;
    private final double fullFlowWPerK;
    private final double rackShareRatio;
    private final double busHeatW;
    private final double exchangeWPerK;
    private final double dieCapacityJPerK;
    private final double coolantCapacityJPerK;
    private final double wingCapacityJPerK;
    private final double heaterW;
    private final Panel[] panels;
    private final Plumbing plumbing;
    private final CoolantCharge charge;
    private final WingIce ice;
    private final ThermalNetwork network;
    private final boolean networked;
    private final boolean looksAround;

    private final double[] dieTempK;
    private final double[] dieMidK;
    private final double[] dieRateKPerS;
    private final double[] wingTempK;
    private final double[] wingMidK;
    private final double[] wingRateKPerS;
    private double coolantTempK;
    private double coolantRateKPerS;
    private double suppliedW;
    private double givenW;
    private double suppliedJ;
    private double givenJ;
    private double leakedJ;

    // Conductances of the present flow; worked out again only when flow, valve or wings change.
    private double knownFlow = Double.NaN;
    private double knownBypass = Double.NaN;
    private int knownWings = -1;
    private boolean wasIcy;
    private double dieToCoolantWPerK;
    private double flowWPerK;
    private final double[] wingExchangeWPerK;

    private double outletTempK;
    private double supplyTempK;
    private double radiatedW;

    public CoolantLoop(VehicleProfile truth, int gpuCount) {
        dies = truth.countOr(0, "thermal.dieCount", 0, 1024);
        if (dies != gpuCount) {
            throw new IllegalArgumentException(
                    "thermal.dieCount is " + dies + " but the rack has " + gpuCount + " GPUs");
        }
        int wings = truth.count("thermal.wings", 1, 8);
        dieConductanceWPerK = dies == 0 ? 0.0 : 1.0 / truth.number("thermal.dieResistanceKPerW", 1e-6, 10.0);
        flowExponent = dies == 0 ? 0.0 : truth.number("thermal.flowExponent", 0.0, 2.0);
        fullFlowWPerK = truth.number("thermal.coolantWPerKAtFullFlow", 1.0, BIG);
        rackShareRatio = dies == 0 ? 0.0 : truth.number("thermal.rackShareToCoolantRatio", 0.0, 1.0);
        busHeatW = truth.number("thermal.busHeatW", 0.0, BIG);
        exchangeWPerK = truth.number("thermal.radiatorExchangeWPerK", 1.0, BIG);
        dieCapacityJPerK = dies == 0 ? 0.0 : truth.number("thermal.dieHeatCapacityJPerK", 1.0, BIG) / dies;
        coolantCapacityJPerK = truth.number("thermal.coolantHeatCapacityJPerK", 1.0, BIG);
        wingCapacityJPerK = truth.number("thermal.radiatorHeatCapacityJPerK", 1.0, BIG) / wings;
        panels = new Panel[wings];
        Arrays.setAll(panels, wing -> Panel.wing(truth, wings));
        network = new ThermalNetwork(truth, wings);
        networked = !network.isEmpty();
        looksAround = panels[0].looksAround() || network.looksAround();
        plumbing = new Plumbing(truth, wings, network.heaterCount());
        heaterW = plumbing.loopHeaterCount() == 0 ? 0.0 : truth.number("thermal.heaterW", 0.0, BIG);
        charge = new CoolantCharge(truth);
        ice = new WingIce(truth, wings, wingCapacityJPerK);
        dieTempK = new double[dies];
        dieMidK = new double[dies];
        dieRateKPerS = new double[dies];
        wingTempK = new double[wings];
        wingMidK = new double[wings];
        wingRateKPerS = new double[wings];
        wingExchangeWPerK = new double[wings];
    }

    /** Pumps, valve, heaters and isolation valves. */
    public Plumbing plumbing() {
        return plumbing;
    }

    /** Amount and level of the coolant. */
    public CoolantCharge charge() {
        return charge;
    }

    /** The panel of a wing. */
    public Panel panel(int wing) {
        return panels[wing];
    }

    /** Nodes beside the loop. */
    public ThermalNetwork network() {
        return network;
    }

    /** Whether Sun and Earth make a difference to any panel; where not, {@link #see} need not be called. */
    public boolean looksAround() {
        return looksAround;
    }

    /** Shines on all panels from now on. */
    public void see(Light light) {
        for (Panel panel : panels) {
            panel.see(light);
        }
        network.see(light);
    }

    /**
     * Sets the temperatures to which the loop would settle at this rack power with what turns and is connected now. Nodes beside
     * it begin at their own start temperature, or at the coolant's.
     */
    public void settle(double rackW) {
        refreshConductances();
        double heatW = rackW * (1.0 - rackShareRatio);
        double radiatedNowW = heatW + rackShareRatio * rackW + busHeatW;
        int wing = 0;
        while (wing < panels.length - 1 && !plumbing.wingConnected(wing)) {
            wing++;
        }
        double radiatorK = panels[wing].balanceTempK(radiatedNowW / plumbing.wingsConnected());
        double hotK = radiatorK + radiatedNowW / (wingExchangeWPerK[wing] * plumbing.wingsConnected());
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
        network.start(coolantK);
        ice.thawAll();
        refreshConductances();
        observe(0.0);
    }

    /** Carries the loop forward: heat of each die, in W, and the rack's whole power, in W, held over the step. */
    public void step(double dtS, double[] dieHeatW, double rackW) {
        leak(dtS);
        plumbing.step(dtS, charge.movableRatio(coolantTempK));
        refreshConductances();
        if (networked) {
            network.step(dtS, coolantTempK, wingTempK, plumbing);
        }
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
            wingTempK[i] = ice.settle(i, wingTempK[i] + dtS * wingRateKPerS[i]);
        }
        coolantTempK += dtS * coolantRateKPerS;
        suppliedJ += dtS * suppliedW;
        givenJ += dtS * givenW;
        observe(rackW);
    }

    private void leak(double dtS) {
        double before = coolantHereJPerK();
        charge.step(dtS);
        leakedJ += (before - coolantHereJPerK()) * coolantTempK;
    }

    /** Heat capacity of the coolant that is left; a film always stays on the walls. */
    private double coolantHereJPerK() {
        return coolantCapacityJPerK * Math.max(LEAST_CHARGE_RATIO, charge.chargeRatio());
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

    /** Part of a wing's coolant that is frozen. */
    public double wingFrozenRatio(int wing) {
        return ice.frozenRatio(wing);
    }

    /** Net heat radiated by the connected wings, in W. */
    public double radiatedW() {
        return radiatedW;
    }

    /** Electrical power of all heaters, in W. */
    public double heaterPowerW() {
        return loopHeaterPowerW() + network.heaterPowerW();
    }

    private double loopHeaterPowerW() {
        return heaterW * plumbing.loopHeatersOn();
    }

    /** Heat stored above 0 K, in J; for balances. */
    public double storedJ() {
        double sum = coolantHereJPerK() * coolantTempK + ice.storedJ() + network.storedJ();
        for (double temp : dieTempK) {
            sum += dieCapacityJPerK * temp;
        }
        for (double temp : wingTempK) {
            sum += wingCapacityJPerK * temp;
        }
        return sum;
    }

    /** Heat that dies, bus, heaters and loads brought in so far, in J. */
    public double suppliedJ() {
        return suppliedJ + network.suppliedJ();
    }

    /** Net heat that all panels gave to space so far, in J. */
    public double radiatedJ() {
        return givenJ + network.radiatedJ();
    }

    /** Heat that left with leaking coolant so far, in J. */
    public double leakedJ() {
        return leakedJ;
    }

    private void refreshConductances() {
        double flow = plumbing.flowRatio();
        double bypass = plumbing.bypassRatio();
        int wings = plumbing.wingsConnected();
        boolean icy = ice.any();
        if (flow == knownFlow && bypass == knownBypass && wings == knownWings && !icy && !wasIcy) {
            return;
        }
        knownFlow = flow;
        knownBypass = bypass;
        knownWings = wings;
        wasIcy = icy;
        dieToCoolantWPerK = flow > 0.0 ? dieConductanceWPerK * StrictMath.pow(flow, flowExponent) : 0.0;
        flowWPerK = fullFlowWPerK * flow;
        shareExchange(flowWPerK * (1.0 - bypass), wings);
    }

    /** The connected wings share what flows through the radiator by what of each is not frozen; the rest bypasses it. */
    private void shareExchange(double throughRadiatorWPerK, int wings) {
        double open = 0.0;
        for (int i = 0; i < panels.length; i++) {
            open += plumbing.wingConnected(i) ? 1.0 - ice.frozenRatio(i) : 0.0;
        }
        double through = open < 1.0 ? throughRadiatorWPerK * open : throughRadiatorWPerK;
        double exchange = through > 0.0 ? (1.0 - StrictMath.exp(-exchangeWPerK / through)) * through : 0.0;
        for (int i = 0; i < panels.length; i++) {
            double frozen = ice.frozenRatio(i);
            if (!plumbing.wingConnected(i) || !(through > 0.0)) {
                wingExchangeWPerK[i] = 0.0;
            } else if (open == wings) {
                wingExchangeWPerK[i] = exchange / wings;
            } else {
                wingExchangeWPerK[i] = exchange * (1.0 - frozen) / open;
            }
            if (frozen > 0.0 && plumbing.wingConnected(i) && throughRadiatorWPerK > 0.0) {
                wingExchangeWPerK[i] += ice.conductanceWPerK() * frozen;
            }
        }
    }

    private void rates(double[] dieK, double coolantK, double[] wingK, double[] dieHeatW, double rackW) {
        double fromDiesW = 0.0;
        double heatW = 0.0;
        for (int i = 0; i < dies; i++) {
            double dieToCoolantW = dieToCoolantWPerK * (dieK[i] - coolantK);
            dieRateKPerS[i] = (dieHeatW[i] - dieToCoolantW) / dieCapacityJPerK;
            fromDiesW += dieToCoolantW;
            heatW += dieHeatW[i];
        }
        double intoLoopW = intoLoopW(fromDiesW, rackW);
        double hotK = flowWPerK > 0.0 ? coolantK + intoLoopW / (2.0 * flowWPerK) : coolantK;
        double toWingsW = 0.0;
        givenW = 0.0;
        for (int i = 0; i < wingK.length; i++) {
            double toWingW = wingExchangeWPerK[i] * (hotK - wingK[i]);
            double toSpaceW = panels[i].radiatesW(wingK[i]);
            wingRateKPerS[i] = (toWingW - toSpaceW + network.toWingW(i)) / wingCapacityJPerK;
            toWingsW += toWingW;
            givenW += toSpaceW;
        }
        coolantRateKPerS = (intoLoopW - toWingsW + network.toCoolantW()) / coolantHereJPerK();
        suppliedW = heatW + (intoLoopW - fromDiesW);
    }

    private double intoLoopW(double fromDiesW, double rackW) {
        return flowWPerK > 0.0 ? fromDiesW + rackShareRatio * rackW + busHeatW + loopHeaterPowerW() : fromDiesW;
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
                toWingsW += wingExchangeWPerK[i] * (outletTempK - wingTempK[i]);
                radiatedW += panels[i].radiatesW(wingTempK[i]);
            }
        }
        supplyTempK = flowWPerK > 0.0 ? outletTempK - toWingsW / flowWPerK : coolantTempK;
    }
}
