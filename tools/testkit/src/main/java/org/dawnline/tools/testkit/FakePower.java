package org.dawnline.tools.testkit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.PowerHal;

/** Array, battery and bus that read what the test sets. Starts full, sunlit and balanced. */
public final class FakePower implements PowerHal {
    private static final double NOMINAL_V = 400;
    private static final double STRUCTURE_TEMP_K = 288.15;
    private static final double SUNLIT_W = 145_000;
    private static final double BASE_LOAD_W = 8_000;
    private static final double ARRAY_TEMP_K = 330;

    /** {@link PowerHal#arrayPowerW()}. */
    public double arrayPowerW = SUNLIT_W;
    /** {@link PowerHal#arrayCapabilityW()}. */
    public double arrayCapabilityW = SUNLIT_W;
    /** Per string. */
    public final boolean[] stringConnected;
    /** Per string, in V. */
    public final double[] stringVoltageV;
    /** Per string and shunt, in A; positive while discharging. */
    public final double[][] stringCurrentA;
    /** {@link PowerHal#socGaugeRatio()}. */
    public double socGaugeRatio = 1;
    /** {@link PowerHal#batteryTempK()}. */
    public double batteryTempK = STRUCTURE_TEMP_K;
    /** {@link PowerHal#batteryPowerW()}; positive while discharging. */
    public double batteryPowerW;
    /** {@link PowerHal#busLoadW()}. */
    public double busLoadW = BASE_LOAD_W;
    /** Age of all readings, in s, but of those that have {@linkplain #age aged}. */
    public double readingAgeS;

    private final Map<Meter, Map<Integer, Double>> aged = new EnumMap<>(Meter.class);
    /** {@link PowerHal#batteryTripped()}. */
    public boolean batteryTripped;
    /** Per array wing, in K. */
    public final double[] arrayTempK = {ARRAY_TEMP_K, ARRAY_TEMP_K};
    /** Per array wing, in rad; requests are obeyed at once. */
    public final double[] arrayOffsetRad = new double[2];
    /** {@link PowerHal#busVoltageV()}. */
    public double busVoltageV = NOMINAL_V;
    /** {@link PowerHal#brownOutCount()}. */
    public int brownOutCount;
    /** Names of the loads. */
    public final String[] loadName = {"attitude", "payload"};
    /** Per load; requests are obeyed at once. */
    public final boolean[] loadOn = {true, true};
    /** Per load. */
    public final boolean[] loadTripped = new boolean[2];
    /** Per load, in W while it is on. */
    public final double[] loadPowerW = {0.75 * BASE_LOAD_W, 0.25 * BASE_LOAD_W};
    /** How often the battery's protection was asked to close. */
    public int batteryResets;

    /** A battery of that many strings, all connected. */
    public FakePower(int strings, int shuntsPerString) {
        stringConnected = new boolean[strings];
        stringVoltageV = new double[strings];
        stringCurrentA = new double[strings][shuntsPerString];
        Arrays.fill(stringConnected, true);
        Arrays.fill(stringVoltageV, NOMINAL_V);
    }

    /** Gives one reading an age of its own, in s. */
    public void age(Meter meter, int index, double ageS) {
        aged.computeIfAbsent(meter, any -> new TreeMap<>()).put(index, ageS);
    }

    @Override
    public double arrayPowerW() {
        return arrayPowerW;
    }

    @Override
    public double arrayCapabilityW() {
        return arrayCapabilityW;
    }

    @Override
    public int stringCount() {
        return stringConnected.length;
    }

    @Override
    public boolean stringConnected(int string) {
        return stringConnected[string];
    }

    @Override
    public double stringVoltageV(int string) {
        return stringVoltageV[string];
    }

    @Override
    public int shuntsPerString() {
        return stringCurrentA.length == 0 ? 0 : stringCurrentA[0].length;
    }

    @Override
    public double stringCurrentA(int string, int shunt) {
        return stringCurrentA[string][shunt];
    }

    @Override
    public double socGaugeRatio() {
        return socGaugeRatio;
    }

    @Override
    public double batteryTempK() {
        return batteryTempK;
    }

    @Override
    public double batteryPowerW() {
        return batteryPowerW;
    }

    @Override
    public double busLoadW() {
        return busLoadW;
    }

    @Override
    public boolean batteryTripped() {
        return batteryTripped;
    }

    @Override
    public int arrayWingCount() {
        return arrayTempK.length;
    }

    @Override
    public double arrayTempK(int wing) {
        return arrayTempK[wing];
    }

    @Override
    public double arrayOffsetRad(int wing) {
        return arrayOffsetRad[wing];
    }

    @Override
    public void requestArrayOffset(int wing, double offsetRad) {
        arrayOffsetRad[wing] = offsetRad;
    }

    @Override
    public void requestString(int string, boolean closed) {
        stringConnected[string] = closed;
    }

    @Override
    public void requestBatteryReset() {
        batteryResets++;
    }

    @Override
    public double busVoltageV() {
        return busVoltageV;
    }

    @Override
    public int brownOutCount() {
        return brownOutCount;
    }

    @Override
    public int loadCount() {
        return loadName.length;
    }

    @Override
    public String loadName(int load) {
        return loadName[load];
    }

    @Override
    public boolean loadOn(int load) {
        return loadOn[load];
    }

    @Override
    public boolean loadTripped(int load) {
        return loadTripped[load];
    }

    @Override
    public double loadPowerW(int load) {
        return loadOn[load] ? loadPowerW[load] : 0;
    }

    @Override
    public void requestLoad(int load, boolean on) {
        loadOn[load] = on;
    }

    @Override
    public double readingAgeS(Meter meter, int index) {
        return aged.isEmpty() ? readingAgeS : aged.getOrDefault(meter, Map.of()).getOrDefault(index, readingAgeS);
    }
}
