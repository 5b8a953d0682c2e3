package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;

/**
 * Array, battery strings and bus. Every step balances to the watt: array + battery + shortage = load. The array follows load and
 * charging up to its capability; what nobody takes stays on it.
 */
public final class PowerPlant {
    private static final double MAX_W = 1e8;

    private final double brownOutW;
    private final double nominalV;
    private final SolarArray array;
    private final Battery battery;
    private final LoadBank loads;
    private double arrayW;
    private double loadW;
    private double shortageW;
    private double arrayJ;
    private double busJ;

    /** A plant with all loads on and all strings connected. */
    public PowerPlant(VehicleProfile truth, PlantStart start) {
        brownOutW = truth.number("bus.brownOutW", 0.0, MAX_W);
        nominalV = truth.number("battery.nominalVoltageV", 1.0, 1e5);
        array = new SolarArray(truth, start.arrayLeftRatio());
        battery = new Battery(truth, start);
        loads = new LoadBank(truth);
    }

    /** The battery. */
    public Battery battery() {
        return battery;
    }

    /** The array. */
    public SolarArray array() {
        return array;
    }

    /** The loads behind switches. */
    public LoadBank loads() {
        return loads;
    }

    /** Sets what the array can deliver from now on. */
    public void shine(double fluxWPerM2, double illuminationRatio) {
        array.shine(fluxWPerM2, illuminationRatio);
    }

    /** Serves a load for one step. */
    public void step(double wantedW, double dtS) {
        loadW = wantedW;
        double capabilityW = array.capabilityW();
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
        array.step(arrayW, dtS);
        loads.step(dtS);
    }

    /** What the array could deliver, in W. */
    public double capabilityW() {
        return array.capabilityW();
    }

    /** What the array delivers, in W. */
    public double arrayW() {
        return arrayW;
    }

    /** What was asked of the bus, in W. */
    public double loadW() {
        return loadW;
    }

    /** What of that it could not deliver, in W. */
    public double shortageW() {
        return shortageW;
    }

    /** Shortage that its capacitors do not carry, in W. */
    public double brownOutW() {
        return brownOutW;
    }

    /** Voltage of the bus, in V: the battery's, or the nominal one without a battery, less the part of the load that is not served. */
    public double busVoltageV() {
        double sourceV = battery.voltageV();
        double servedRatio = loadW > 0.0 ? 1.0 - shortageW / loadW : 1.0;
        return (Double.isNaN(sourceV) ? nominalV : sourceV) * servedRatio;
    }

    /** Energy that the array has delivered, in J. */
    public double arrayJ() {
        return arrayJ;
    }

    /** Energy that the bus has delivered, in J. */
    public double busJ() {
        return busJ;
    }
}
