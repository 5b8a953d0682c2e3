package org.dawnline.tools.testkit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.ThermalHal;

/** Coolant loop that reads what the test sets and remembers what it was asked for. Starts warm, with all pumps running. */
public final class FakeThermal implements ThermalHal {
    private static final double INLET_K = 334.15;
    private static final double OUTLET_K = 345.15;
    private static final double RADIATOR_K = 334.15;
    private static final double ACCUMULATOR_LEVEL = 0.6;

    /** Per thermistor, in K. */
    public final double[] inletTempK;
    /** Per thermistor, in K. */
    public final double[] outletTempK;
    /** Per wing and thermistor, in K. */
    public final double[][] radiatorTempK;
    /** Per wing. */
    public final boolean[] wingConnected;
    /** Per meter, as a ratio of full flow. */
    public final double[] flowRatio;
    /** Per level sensor of the accumulator, as a ratio. */
    public double[] accumulatorLevelRatio = {ACCUMULATOR_LEVEL, ACCUMULATOR_LEVEL};
    /** Age of all readings, in s, but of those that have {@linkplain #age aged}. */
    public double readingAgeS;

    private final Map<Point, Map<Integer, Double>> aged = new EnumMap<>(Point.class);
    /** Per pump: whether it turns. Follows requests unless {@link #pumpBroken}. */
    public final boolean[] pumpRunning;
    /** Per pump: whether it ignores requests and stands still. */
    public final boolean[] pumpBroken;
    /** Per heater; follows requests. */
    public final boolean[] heaterOn;
    /** Valve position; follows requests unless {@link #valveStuck}. */
    public double bypassRatio;
    /** Whether the valve ignores requests. */
    public boolean valveStuck;
    /** The last position that was asked for; NaN before. */
    public double requestedBypassRatio = Double.NaN;

    /** A loop with that many of each. */
    public FakeThermal(int thermistors, int wings, int flowMeters, int pumps, int heaters) {
        inletTempK = filled(thermistors, INLET_K);
        outletTempK = filled(thermistors, OUTLET_K);
        radiatorTempK = new double[wings][];
        Arrays.setAll(radiatorTempK, wing -> filled(thermistors, RADIATOR_K));
        wingConnected = new boolean[wings];
        Arrays.fill(wingConnected, true);
        flowRatio = filled(flowMeters, 1);
        pumpRunning = new boolean[pumps];
        Arrays.fill(pumpRunning, true);
        pumpBroken = new boolean[pumps];
        heaterOn = new boolean[heaters];
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    /** Sets all inlet thermistors, in K. */
    public void setInletTempK(double tempK) {
        Arrays.fill(inletTempK, tempK);
    }

    /** Sets all outlet thermistors, in K. */
    public void setOutletTempK(double tempK) {
        Arrays.fill(outletTempK, tempK);
    }

    /** Sets all radiator thermistors, in K. */
    public void setRadiatorTempK(double tempK) {
        for (double[] wing : radiatorTempK) {
            Arrays.fill(wing, tempK);
        }
    }

    /** Gives one reading an age of its own, in s. */
    public void age(Point point, int index, double ageS) {
        aged.computeIfAbsent(point, any -> new TreeMap<>()).put(index, ageS);
    }

    /** Sets all flow meters. */
    public void setFlowRatio(double ratio) {
        Arrays.fill(flowRatio, ratio);
    }

    @Override
    public int thermistorsPerPoint() {
        return inletTempK.length;
    }

    @Override
    public double inletTempK(int thermistor) {
        return inletTempK[thermistor];
    }

    @Override
    public double outletTempK(int thermistor) {
        return outletTempK[thermistor];
    }

    @Override
    public int wingCount() {
        return radiatorTempK.length;
    }

    @Override
    public double radiatorTempK(int wing, int thermistor) {
        return radiatorTempK[wing][thermistor];
    }

    @Override
    public boolean wingConnected(int wing) {
        return wingConnected[wing];
    }

    @Override
    public int flowMeterCount() {
        return flowRatio.length;
    }

    @Override
    public double flowRatio(int meter) {
        return flowRatio[meter];
    }

    @Override
    public int accumulatorSensorCount() {
        return accumulatorLevelRatio.length;
    }

    @Override
    public double accumulatorLevelRatio(int sensor) {
        return accumulatorLevelRatio[sensor];
    }

    @Override
    public int nodeCount() {
        return 0;
    }

    @Override
    public String nodeName(int node) {
        throw new IndexOutOfBoundsException(node);
    }

    @Override
    public double nodeTempK(int node) {
        throw new IndexOutOfBoundsException(node);
    }

    @Override
    public double readingAgeS(Point point, int index) {
        return aged.isEmpty() ? readingAgeS : aged.getOrDefault(point, Map.of()).getOrDefault(index, readingAgeS);
    }

    @Override
    public int pumpCount() {
        return pumpRunning.length;
    }

    @Override
    public boolean pumpRunning(int pump) {
        return pumpRunning[pump] && !pumpBroken[pump];
    }

    @Override
    public void requestPump(int pump, boolean run) {
        pumpRunning[pump] = run;
    }

    @Override
    public double bypassRatio() {
        return bypassRatio;
    }

    @Override
    public void requestBypass(double ratio) {
        requestedBypassRatio = ratio;
        bypassRatio = valveStuck ? bypassRatio : ratio;
    }

    @Override
    public int heaterCount() {
        return heaterOn.length;
    }

    @Override
    public boolean heaterOn(int heater) {
        return heaterOn[heater];
    }

    @Override
    public void requestHeater(int heater, boolean on) {
        heaterOn[heater] = on;
    }
}
