package org.dawnline.sim.power;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/** What is individual about each string of a battery, whatever law it follows: contactor, capacity, resistance, leakage. */
final class BatteryStrings {
    private static final double J_PER_WH = 3600.0;

    final int count;
    final boolean[] connected;
    /** Capacity of each string, in J at the nominal energy of its cells. */
    final double[] capacityJ;
    /** Resistance of each string over that of the profile. */
    final double[] resistanceRatio;
    /** Self-discharge of each string, in W. */
    final double[] leakW;

    private final double nominalJ;
    private final double[] madeRatio;
    private final double[] weakRatio;
    private final double[] fadeRatio;
    private final double[] madeResistanceRatio;
    private final double[] highResistanceRatio;
    private final double[] growthRatio;
    private double commonRatio = 1.0;

    /** Strings that differ in capacity and resistance by up to {@code battery.stringSpreadRatio} either way, by the seed. */
    BatteryStrings(VehicleProfile truth, long seed) {
        count = truth.count("battery.strings", 1, 64);
        nominalJ = truth.number("battery.stringCapacityWh", 0.1, 1e9) * J_PER_WH;
        double spread = truth.number("battery.stringSpreadRatio", 0.0, 0.5);
        connected = new boolean[count];
        capacityJ = new double[count];
        resistanceRatio = new double[count];
        leakW = new double[count];
        madeRatio = new double[count];
        weakRatio = new double[count];
        fadeRatio = new double[count];
        madeResistanceRatio = new double[count];
        highResistanceRatio = new double[count];
        growthRatio = new double[count];
        Arrays.fill(connected, true);
        Arrays.fill(weakRatio, 1.0);
        Arrays.fill(fadeRatio, 1.0);
        Arrays.fill(highResistanceRatio, 1.0);
        Arrays.fill(growthRatio, 1.0);
        RandomStream luck = new RandomStream(seed, "battery strings");
        for (int i = 0; i < count; i++) {
            madeRatio[i] = 1.0 + luck.uniform(-spread, spread);
            madeResistanceRatio[i] = 1.0 + luck.uniform(-spread, spread);
            set(i);
        }
    }

    private void set(int string) {
        capacityJ[string] = nominalJ * commonRatio * madeRatio[string] * weakRatio[string] * fadeRatio[string];
        resistanceRatio[string] = madeResistanceRatio[string] * highResistanceRatio[string] * growthRatio[string];
    }

    int connectedCount() {
        int closed = 0;
        for (boolean one : connected) {
            closed += one ? 1 : 0;
        }
        return closed;
    }

    void scale(double ratio) {
        commonRatio = ratio;
        for (int i = 0; i < count; i++) {
            set(i);
        }
    }

    void weaken(int string, double ratio) {
        weakRatio[string] = ratio;
        set(string);
    }

    void resist(int string, double ratio) {
        highResistanceRatio[string] = ratio;
        set(string);
    }

    void age(int string, double capacityRatio, double resistanceGrowthRatio) {
        fadeRatio[string] = capacityRatio;
        growthRatio[string] = resistanceGrowthRatio;
        set(string);
    }

    /** Capacity of a string over that of the profile. */
    double capacityRatio(int string) {
        return capacityJ[string] / nominalJ;
    }
}
