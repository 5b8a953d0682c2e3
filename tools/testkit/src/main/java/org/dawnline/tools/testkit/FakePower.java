package org.dawnline.tools.testkit;

import java.util.Arrays;
import org.dawnline.hal.PowerHal;

/** Array, battery and bus that read what the test sets. Starts full, sunlit and balanced. */
public final class FakePower implements PowerHal {
    private static final double NOMINAL_V = 400;
    private static final double STRUCTURE_TEMP_K = 288.15;
    private static final double SUNLIT_W = 145_000;
    private static final double BASE_LOAD_W = 8_000;

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
    /** {@link PowerHal#batteryTripped()}. */
    public boolean batteryTripped;

    /** A battery of that many strings, all connected. */
    public FakePower(int strings, int shuntsPerString) {
        stringConnected = new boolean[strings];
        stringVoltageV = new double[strings];
        stringCurrentA = new double[strings][shuntsPerString];
        Arrays.fill(stringConnected, true);
        Arrays.fill(stringVoltageV, NOMINAL_V);
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
}
