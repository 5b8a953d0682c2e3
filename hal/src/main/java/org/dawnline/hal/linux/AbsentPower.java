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

    @Override
    public int arrayWingCount() {
        return 0;
    }

    @Override
    public double arrayTempK(int wing) {
        return Double.NaN;
    }

    @Override
    public double arrayOffsetRad(int wing) {
        return Double.NaN;
    }

    @Override
    public void requestArrayOffset(int wing, double offsetRad) {
        // Nothing is there that could obey.
    }

    @Override
    public void requestString(int string, boolean closed) {
        // Nothing is there that could obey.
    }

    @Override
    public void requestBatteryReset() {
        // Nothing is there that could obey.
    }

    @Override
    public double busVoltageV() {
        return Double.NaN;
    }

    @Override
    public int brownOutCount() {
        return 0;
    }

    @Override
    public int loadCount() {
        return 0;
    }

    @Override
    public String loadName(int load) {
        return "";
    }

    @Override
    public boolean loadOn(int load) {
        return false;
    }

    @Override
    public boolean loadTripped(int load) {
        return false;
    }

    @Override
    public double loadPowerW(int load) {
        return Double.NaN;
    }

    @Override
    public void requestLoad(int load, boolean on) {
        // Nothing is there that could obey.
    }

    @Override
    public double readingAgeS(Meter meter, int index) {
        return Double.NaN;
    }
}
