package org.dawnline.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

    /** Where the sensors of another stream begin. */
    private final int[] streamFrom;

    private final double[] truth;
    private final double[] value;
    private final double[] latched;
    private final double[] latchedAgeS;
    private final boolean[] byRatio;
    private final double[] bias;
    private final double[] noise;
    private final double[] quantum;
    private final boolean coarse;
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
        truth = new double[count];
        value = new double[count];
        latched = new double[count];
        latchedAgeS = new double[count];
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
        coarse = specs.stream().anyMatch(spec -> spec.quantum() > 0.0);
        streamFrom = IntStream.range(0, count)
                .filter(i -> i == 0 || luck[i] != luck[i - 1])
                .toArray();
    }

    /** What is true now, one value for each sensor; to be filled before {@link #readAll}. */
    double[] truth() {
        return truth;
    }

    /** Reads all sensors. */
    void readAll(double nowS) {
        readAtS = nowS;
        boolean plain = troubled == 0 && !coarse;
        double[] shown = plain ? reading : value;
        for (int s = 0; s < streamFrom.length; s++) {
            int to = s + 1 < streamFrom.length ? streamFrom[s + 1] : shown.length;
            err(shown, streamFrom[s], to);
        }
        if (!plain) {
            for (int i = 0; i < shown.length; i++) {
                finish(i, value[i], truth[i]);
            }
        }
    }

    private void err(double[] shown, int from, int to) {
        if (!errors) {
            System.arraycopy(truth, from, shown, from, to - from);
            return;
        }
        RandomStream stream = luck[from];
        for (int i = from; i < to; i++) {
            double error = bias[i] + noise[i] * stream.nextGaussian();
            shown[i] = byRatio[i] ? truth[i] * (1.0 + error) : truth[i] + error;
        }
    }

    private void finish(int i, double erring, double trueValue) {
        SensorTrouble trouble = troubles[i];
        if (trouble == null) {
            reading[i] = quantum[i] > 0.0 ? rounded(i, erring) : erring;
        } else if (!trouble.silent()) {
            double shown = trouble.reading(erring, trueValue, reading[i], readAtS);
            reading[i] = quantum[i] > 0.0 ? rounded(i, shown) : shown;
        }
    }

    /** Begins a round of readings. */
    void begin(double nowS) {
        readAtS = nowS;
    }

    /** Reads one sensor in this round. */
    void take(int i, double trueValue) {
        double erring = trueValue;
        if (errors) {
            double error = bias[i] + noise[i] * luck[i].nextGaussian();
            erring = byRatio[i] ? trueValue * (1.0 + error) : trueValue + error;
        }
        finish(i, erring, trueValue);
    }

    /** Lets a sensor miss this round; its noise is drawn all the same. */
    void miss(int i) {
        if (errors) {
            luck[i].nextGaussian();
        }
    }

    private double rounded(int i, double fine) {
        return Math.rint(fine / quantum[i]) * quantum[i];
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

    /** Freezes readings and ages. */
    void latch(double nowS) {
        System.arraycopy(reading, 0, latched, 0, latched.length);
        Arrays.fill(latchedAgeS, nowS - readAtS);
        for (int i = 0; troubled > 0 && i < latched.length; i++) {
            SensorTrouble trouble = troubles[i];
            if (trouble != null && trouble.silent()) {
                latchedAgeS[i] = nowS - trouble.silentSinceS();
            }
        }
    }

    /** A reading at the latch. */
    double latched(int i) {
        return latched[i];
    }

    /** Age of a reading at the latch, in s. */
    double latchedAgeS(int i) {
        return latchedAgeS[i];
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
