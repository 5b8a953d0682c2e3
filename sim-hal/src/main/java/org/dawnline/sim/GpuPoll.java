package org.dawnline.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.GpuMemory;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.thermal.CoolantLoop;

/**
 * What the driver of the GPUs last said about each of them: one sweep after the other, kept with its time, like a poller of the vendor's
 * library would. A GPU that hangs keeps its old readings, which grow old; one that has failed has none. A single sensor that is
 * silent inside a GPU that answers is one that the driver calls not available.
 */
final class GpuPoll {
    private static final String TEMPS = "gpu";
    private static final String METERS = "gpu meter";
    private static final int SENSORS = 3;

    private final SensorBank bank;
    private final double memoryRiseRatio;
    private final boolean[] noTemp;
    private final double[] hungUntilS;
    private double silentUntilS;

    final GpuState[] state;
    final double[] tempK;
    final double[] memoryTempK;
    final double[] powerW;
    final double[] limitW;
    final boolean[] slow;
    final double[] readAtS;
    final double[] drawnW;
    final double[] demandW;
    private final double[] readJ;
    final double[] corrected;
    final double[] uncorrected;
    final double[] correctedEver;
    final double[] uncorrectedEver;
    final double[] remapped;
    final boolean[] remapPending;
    final boolean[] remapFailed;
    final RecoveryAction[] advice;

    /** Sweeps so far, so that a reader knows a new one. */
    long sweeps;

    GpuPoll(VehicleProfile profile, int gpus, long seed, boolean errors) {
        memoryRiseRatio = profile.numberOr(0.0, "gpu.memoryRiseRatio", 0.0, 2.0);
        bank = new SensorBank(sensors(profile, gpus), seed, errors);
        noTemp = new boolean[gpus];
        hungUntilS = new double[gpus];
        state = new GpuState[gpus];
        tempK = new double[gpus];
        memoryTempK = new double[gpus];
        powerW = new double[gpus];
        limitW = new double[gpus];
        slow = new boolean[gpus];
        readAtS = new double[gpus];
        drawnW = new double[gpus];
        demandW = new double[gpus];
        readJ = new double[gpus];
        corrected = new double[gpus];
        uncorrected = new double[gpus];
        correctedEver = new double[gpus];
        uncorrectedEver = new double[gpus];
        remapped = new double[gpus];
        remapPending = new boolean[gpus];
        remapFailed = new boolean[gpus];
        advice = new RecoveryAction[gpus];
        Arrays.fill(advice, RecoveryAction.UNKNOWN);
        Arrays.fill(state, GpuState.UNKNOWN);
        Arrays.fill(readAtS, Double.NaN);
    }

    private static List<SensorSpec> sensors(VehicleProfile profile, int gpus) {
        List<SensorSpec> specs = new ArrayList<>();
        if (gpus == 0) {
            return specs;
        }
        double noiseK = profile.number("sensors.tempNoiseK", 0.0, 50.0);
        double biasK = profile.number("sensors.tempBiasMaxK", 0.0, 50.0);
        double stepK = profile.numberOr(0.0, "sensors.gpuTempQuantumK", 0.0, 50.0);
        double noise = profile.numberOr(0.0, "sensors.gpuPowerNoiseRatio", 0.0, 1.0);
        double bias = profile.numberOr(0.0, "sensors.gpuPowerBiasMaxRatio", 0.0, 1.0);
        for (int g = 0; g < gpus; g++) {
            String gpu = "gpu" + g;
            specs.add(SensorSpec.byAmount(gpu + ".die", TEMPS, noiseK, biasK, stepK));
            specs.add(SensorSpec.byAmount(gpu + ".memory", TEMPS, noiseK, biasK, stepK));
            specs.add(SensorSpec.byRatio(gpu + ".power", METERS, noise, bias, 0.0));
        }
        return specs;
    }

    /** Asks every GPU that answers; nothing while a call to the library does not return, since one thread asks them all. */
    void sweep(Rack rack, CoolantLoop loop, double nowS) {
        if (silent(nowS)) {
            return;
        }
        sweeps++;
        bank.begin(nowS);
        for (int g = 0; g < state.length; g++) {
            if (nowS < hungUntilS[g] || rack.health().muted(g)) {
                miss(g);
                continue;
            }
            state[g] = rack.state(g);
            boolean answers = state[g] != GpuState.UNKNOWN && state[g] != GpuState.OFF && state[g] != GpuState.BOOTING;
            boolean hasTemp = answers && !noTemp[g];
            double riseK = loop.dieTempK(g) - loop.coolantTempK();
            double memoryK = loop.coolantTempK() + memoryRiseRatio * riseK;
            double watts = answers ? meter(rack, g, nowS) : state[g] == GpuState.OFF ? 0.0 : Double.NaN;
            tempK[g] = read(SENSORS * g, hasTemp ? loop.dieTempK(g) : Double.NaN);
            memoryTempK[g] = read(SENSORS * g + 1, hasTemp ? memoryK : Double.NaN);
            powerW[g] = read(SENSORS * g + 2, watts);
            limitW[g] = answers ? rack.limitW(g) : Double.NaN;
            slow[g] = rack.slow(g);
            readAtS[g] = nowS;
            askHealth(g, rack, answers);
        }
    }

    /** Power of the moment, or the mean since the GPU was last asked where the driver gives that. */
    private double meter(Rack rack, int g, double nowS) {
        double sinceS = nowS - readAtS[g];
        boolean mean = rack.metersMean() && sinceS > 0.0;
        return mean ? (rack.energyJ(g) - readJ[g]) / sinceS : rack.powerW(g);
    }

    private void askHealth(int g, Rack rack, boolean answers) {
        GpuMemory memory = rack.memory();
        boolean tells = answers && rack.mishaps().vendorEvents();
        drawnW[g] = answers ? rack.powerW(g) : Double.NaN;
        demandW[g] = rack.demandW(g);
        readJ[g] = rack.metersMean() ? rack.energyJ(g) : 0.0;
        corrected[g] = tells ? memory.corrected(g) : Double.NaN;
        uncorrected[g] = tells ? memory.uncorrected(g) : Double.NaN;
        correctedEver[g] = tells ? memory.correctedEver(g) : Double.NaN;
        uncorrectedEver[g] = tells ? memory.uncorrectedEver(g) : Double.NaN;
        remapped[g] = tells ? memory.remapped(g) : Double.NaN;
        remapPending[g] = tells && memory.remapPending(g);
        remapFailed[g] = tells && memory.remapFailed(g);
        advice[g] = tells ? rack.health().advice(g) : RecoveryAction.UNKNOWN;
    }

    /** Whether the whole library does not answer. */
    boolean silent(double nowS) {
        return nowS < silentUntilS;
    }

    /** Lets a call to the library not return before that time. */
    void silence(double untilS) {
        silentUntilS = untilS;
    }

    private double read(int sensor, double truth) {
        bank.take(sensor, truth);
        return Double.isNaN(truth) || bank.silent(sensor) ? Double.NaN : bank.readings()[sensor];
    }

    private void miss(int gpu) {
        for (int i = 0; i < SENSORS; i++) {
            bank.miss(SENSORS * gpu + i);
        }
    }

    /** The GPUs' own sensors. */
    SensorBank bank() {
        return bank;
    }

    void loseTemp(int gpu, boolean lost) {
        noTemp[gpu] = lost;
    }

    void hang(int gpu, double untilS) {
        hungUntilS[gpu] = untilS;
    }

    void heal(int gpu) {
        noTemp[gpu] = false;
        hungUntilS[gpu] = 0.0;
    }
}
