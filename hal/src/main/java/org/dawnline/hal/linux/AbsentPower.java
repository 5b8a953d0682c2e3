package org.dawnline.hal.linux;

import org.dawnline.hal.PowerHal;

/** No power system can be reached: nothing is known and there are no strings. */
public final class AbsentPower implements PowerHal {
    @Override
    public double arrayPowerW() {
        return Double.NaN;
    }

    @Override
    public double arrayCapabilityW() {
        return Double.NaN;
    }

    @Override
    public int stringCount() {
        return 0;
    }

    @Override
    public boolean stringConnected(int string) {
        return false;
    }

    @Override
    public double stringVoltageV(int string) {
        return Double.NaN;
    }

    @Override
    public int shuntsPerString() {
        return 0;
    }

    @Override
    public double stringCurrentA(int string, int shunt) {
        return Double.NaN;
    }

    @Override
    public double socGaugeRatio() {
        return Double.NaN;
    }

    @Override
    public double batteryTempK() {
        return Double.NaN;
    }

    @Override
    public double batteryPowerW() {
        return Double.NaN;
    }

    @Override
    public double busLoadW() {
        return Double.NaN;
    }

    @Override
    public boolean batteryTripped() {
        return false;
    }
}
