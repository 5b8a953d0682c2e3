package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Array, battery strings and bus. Every step balances to the watt: array + battery + shortage = load. The array follows load and
 * charging up to its capability; what nobody takes stays on it.
 */
public final class PowerPlant {
    private static final double REFERENCE_FLUX_W_PER_M2 = 1361.0;
    private static final double MAX_W = 1e8;

    private final double arrayAt1AuW;
    private final double brownOutW;
    private final Battery battery;
    private double degradationRatio = 1.0;
    private double capabilityW;
    private double arrayW;
    private double loadW;
    private double shortageW;
    private double arrayJ;
    private double busJ;

    public PowerPlant(VehicleProfile truth, double socRatio, double batteryTempK) {
        arrayAt1AuW = truth.number("array.powerAt1AuW", 0.0, MAX_W);
        brownOutW = truth.number("bus.brownOutW", 0.0, MAX_W);
        battery = new Battery(truth, socRatio, batteryTempK);
    }

    public Battery battery() {
        return battery;
    }

    /** Sets what the array can deliver from now on. */
    public void shine(double fluxWPerM2, double illuminationRatio) {
        capabilityW = arrayAt1AuW * fluxWPerM2 / REFERENCE_FLUX_W_PER_M2 * illuminationRatio * degradationRatio;
    }

    /** Serves a load for one step. */
    public void step(double wantedW, double dtS) {
        loadW = wantedW;
        double missingW = wantedW - capabilityW;
        if (missingW > 0.0) {
            double fromBatteryW = Math.min(missingW, battery.availableW(dtS));
            battery.step(fromBatteryW, dtS);
            arrayW = capabilityW;
            shortageW = missingW - fromBatteryW;
        } else {
            double intoBatteryW = Math.min(-missingW, battery.acceptableW(dtS));
            battery.step(-intoBatteryW, dtS);
            arrayW = wantedW + intoBatteryW;
            shortageW = 0.0;
        }
        arrayJ += arrayW * dtS;
        busJ += (loadW - shortageW) * dtS;
    }

    public void degradeArray(double ratio) {
        degradationRatio = ratio;
    }

    public double capabilityW() {
        return capabilityW;
    }

    public double arrayW() {
        return arrayW;
    }

    public double loadW() {
        return loadW;
    }

    public double shortageW() {
        return shortageW;
    }

    public double brownOutW() {
        return brownOutW;
    }

    public double arrayJ() {
        return arrayJ;
    }

    public double busJ() {
        return busJ;
    }
}
