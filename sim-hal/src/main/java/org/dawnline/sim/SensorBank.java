package org.dawnline.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.sim.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Sensors that are read together. Each errs by a constant bias, drawn once, and by noise; each can be troubled by a scenario without
 * touching any other: troubles have luck of their own, and the noise of a troubled sensor is drawn all the same.
 */
final class SensorBank {
    private final List<String> names;
    private final long seed;
    private final boolean errors;
    private final RandomStream[] luck;
    private final boolean[] byRatio;
    private final double[] bias;
    private final double[] noise;
    private final double[] quantum;
    private final double[] reading;
    private final @Nullable SensorTrouble[] troubles;
    private int troubled;
    private double readAtS = Double.NaN;

    SensorBank(List<SensorSpec> specs, long seed, boolean errors) {
        this.seed = seed;
        this.errors = errors;
        names = specs.stream().map(SensorSpec::name).toList();
        int count = specs.size();
        luck = new RandomStream[count];
        byRatio = new boolean[count];
        bias = new double[count];
        noise = new double[count];
        quantum = new double[count];
        reading = new double[count];
        troubles = new @Nullable SensorTrouble[count];
        Map<String, RandomStream> noiseStreams = new TreeMap<>();
        Map<String, RandomStream> biasStreams = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            SensorSpec spec = specs.get(i);
            String stream = spec.stream();
            luck[i] = noiseStreams.computeIfAbsent(stream, name -> new RandomStream(seed, name + " noise"));
            bias[i] = biasStreams
                    .computeIfAbsent(stream, name -> new RandomStream(seed, name + " bias"))
                    .uniform(-spec.biasMax(), spec.biasMax());
            byRatio[i] = spec.byRatio();
            noise[i] = spec.noise();
            quantum[i] = spec.quantum();
            reading[i] = Double.NaN;
        }
    }

    /** Begins a round of readings. */
    void begin(double nowS) {
        readAtS = nowS;
    }

    /** Reads one sensor in this round. */
    void take(int i, double truth) {
        double value = truth;
        if (errors) {
            double error = bias[i] + noise[i] * luck[i].nextGaussian();
            value = byRatio[i] ? truth * (1.0 + error) : truth + error;
        }
        SensorTrouble trouble = troubles[i];
        if (trouble == null) {
            reading[i] = quantum[i] > 0.0 ? rounded(i, value) : value;
        } else if (!trouble.silent()) {
            double shown = trouble.reading(value, truth, reading[i], readAtS);
            reading[i] = quantum[i] > 0.0 ? rounded(i, shown) : shown;
        }
    }

    /** Lets a sensor miss this round; its noise is drawn all the same. */
    void miss(int i) {
        if (errors) {
            luck[i].nextGaussian();
        }
    }

    private double rounded(int i, double value) {
        return Math.rint(value / quantum[i]) * quantum[i];
    }

    /** Newest readings; not to be changed by others. */
    double[] readings() {
        return reading;
    }

    /** Shows something else than was read, for an instrument that knows its own ends. */
    void show(int i, double value) {
        reading[i] = value;
    }

    /** Whether a sensor gives no new readings. */
    boolean silent(int i) {
        SensorTrouble trouble = troubles[i];
        return trouble != null && trouble.silent();
    }

    /** Age of a reading, in s. */
    double ageS(int i, double nowS) {
        SensorTrouble trouble = troubles[i];
        return nowS - (trouble != null && trouble.silent() ? trouble.silentSinceS() : readAtS);
    }

    /** Copies the ages of all readings, in s. */
    void copyAges(double nowS, double[] agesS) {
        Arrays.fill(agesS, nowS - readAtS);
        for (int i = 0; troubled > 0 && i < agesS.length; i++) {
            agesS[i] = ageS(i, nowS);
        }
    }

    /** When the newest round was, in s. */
    double readAtS() {
        return readAtS;
    }

    List<String> names() {
        return names;
    }

    /** What is done to a sensor, to do more. */
    SensorTrouble trouble(int i) {
        SensorTrouble trouble = troubles[i];
        if (trouble == null) {
            trouble = new SensorTrouble(seed, names.get(i));
            troubles[i] = trouble;
            troubled++;
        }
        return trouble;
    }

    void heal(int i) {
        troubled -= troubles[i] == null ? 0 : 1;
        troubles[i] = null;
    }
}
