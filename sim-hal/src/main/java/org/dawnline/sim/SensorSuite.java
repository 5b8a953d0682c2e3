package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.random.RandomStream;
import org.dawnline.sim.thermal.CoolantLoop;

/**
 * The analogue sensors, read together ten times a second: thermistors, flow meters, shunts and the battery's gauge. Temperatures
 * err by an amount, all others by a ratio of the value: a constant bias, drawn once, and noise. A sensor can be stuck, dead, off or
 * drifting, which scenarios choose by its name.
 */
final class SensorSuite {
    private static final double S_PER_MINUTE = 60.0;

    private final int thermistors;
    private final int wings;
    private final int flowMeters;
    private final int strings;
    private final int shunts;
    private final List<String> names = new ArrayList<>();
    private final double[] reading;
    private final double[] truth;
    private final boolean[] byRatio;
    private final double[] bias;
    private final double[] noise;
    private final double[] addedBias;
    private final double[] driftPerS;
    private final boolean[] stuck;
    private final boolean[] dead;
    private final RandomStream luck;
    private final boolean errors;

    SensorSuite(VehicleProfile profile, long seed, boolean errors) {
        thermistors = profile.count("thermal.thermistorsPerPoint", 1, 16);
        wings = profile.count("thermal.wings", 1, 8);
        flowMeters = profile.countOr(0, "thermal.flowMeters", 0, 16);
        strings = profile.count("battery.strings", 1, 64);
        shunts = profile.count("battery.shuntsPerString", 1, 8);
        nameSensors();
        int count = names.size();
        reading = new double[count];
        truth = new double[count];
        byRatio = new boolean[count];
        bias = new double[count];
        noise = new double[count];
        addedBias = new double[count];
        driftPerS = new double[count];
        stuck = new boolean[count];
        dead = new boolean[count];
        luck = new RandomStream(seed, "sensor noise");
        this.errors = errors;
        drawErrors(profile, new RandomStream(seed, "sensor bias"));
    }

    private void nameSensors() {
        nameGroup("inlet", thermistors);
        nameGroup("outlet", thermistors);
        for (int wing = 0; wing < wings; wing++) {
            nameGroup("wing" + wing, thermistors);
        }
        nameGroup("flow", flowMeters);
        for (int string = 0; string < strings; string++) {
            nameGroup("shunt" + string, shunts);
        }
        names.add("soc");
    }

    private void nameGroup(String group, int count) {
        for (int i = 0; i < count; i++) {
            names.add(group + "." + i);
        }
    }

    private void drawErrors(VehicleProfile profile, RandomStream biasLuck) {
        double tempNoiseK = profile.number("sensors.tempNoiseK", 0.0, 50.0);
        double flowNoise = profile.number("sensors.flowNoiseRatio", 0.0, 1.0);
        double currentNoise = profile.number("sensors.currentNoiseRatio", 0.0, 1.0);
        double tempBiasK = profile.number("sensors.tempBiasMaxK", 0.0, 50.0);
        double flowBias = profile.number("sensors.flowBiasMaxRatio", 0.0, 1.0);
        double currentBias = profile.number("sensors.currentBiasMaxRatio", 0.0, 1.0);
        for (int i = 0; i < reading.length; i++) {
            boolean temp = i < flowAt(0);
            boolean flow = !temp && i < shuntAt(0, 0);
            byRatio[i] = !temp;
            noise[i] = temp ? tempNoiseK : flow ? flowNoise : currentNoise;
            double widest = temp ? tempBiasK : flow ? flowBias : currentBias;
            bias[i] = biasLuck.uniform(-widest, widest);
        }
    }

    /** Takes new readings of the true state, {@code dtS} seconds after the last ones. */
    void sample(CoolantLoop loop, Battery battery, double dtS) {
        for (int i = 0; i < thermistors; i++) {
            truth[inletAt(i)] = loop.supplyTempK();
            truth[outletAt(i)] = loop.outletTempK();
            for (int wing = 0; wing < wings; wing++) {
                truth[wingAt(wing, i)] = loop.wingTempK(wing);
            }
        }
        for (int i = 0; i < flowMeters; i++) {
            truth[flowAt(i)] = loop.plumbing().flowRatio();
        }
        for (int string = 0; string < strings; string++) {
            double currentA = battery.stringCurrentA(string);
            for (int i = 0; i < shunts; i++) {
                truth[shuntAt(string, i)] = currentA;
            }
        }
        truth[socAt()] = battery.socRatio();
        for (int i = 0; i < reading.length; i++) {
            read(i, dtS);
        }
        reading[socAt()] = clampRatio(reading[socAt()]);
    }

    private void read(int i, double dtS) {
        double value = truth[i];
        if (errors) {
            double error = bias[i] + noise[i] * luck.nextGaussian();
            value = byRatio[i] ? value * (1.0 + error) : value + error;
        }
        addedBias[i] += driftPerS[i] * dtS;
        if (dead[i]) {
            reading[i] = Double.NaN;
        } else if (!stuck[i]) {
            reading[i] = value + addedBias[i];
        }
    }

    /** A gauge shows nothing below empty and nothing above full; NaN stays NaN. */
    private static double clampRatio(double value) {
        return Math.max(0.0, Math.min(1.0, value));
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Index of a sensor by its name or by its number as text; refuses others. */
    int find(String target) {
        int index = names.indexOf(target);
        if (index < 0 && target.matches("\\d{1,4}")) {
            index = Integer.parseInt(target);
        }
        if (index < 0 || index >= names.size()) {
            throw new IllegalArgumentException("no sensor " + target + "; there are " + names);
        }
        return index;
    }

    double[] readings() {
        return reading;
    }

    int inletAt(int thermistor) {
        return thermistor;
    }

    int outletAt(int thermistor) {
        return thermistors + thermistor;
    }

    int wingAt(int wing, int thermistor) {
        return (2 + wing) * thermistors + thermistor;
    }

    int flowAt(int meter) {
        return (2 + wings) * thermistors + meter;
    }

    int shuntAt(int string, int shunt) {
        return flowAt(flowMeters) + string * shunts + shunt;
    }

    int socAt() {
        return shuntAt(strings, 0);
    }

    int thermistors() {
        return thermistors;
    }

    int flowMeters() {
        return flowMeters;
    }

    int shunts() {
        return shunts;
    }

    void stick(int sensor) {
        stuck[sensor] = true;
    }

    void kill(int sensor) {
        dead[sensor] = true;
    }

    /** Adds a constant, in the sensor's own unit. */
    void offset(int sensor, double amount) {
        addedBias[sensor] = amount;
    }

    /** Lets the reading run away, in the sensor's own unit per minute. */
    void drift(int sensor, double perMinute) {
        driftPerS[sensor] = perMinute / S_PER_MINUTE;
    }

    void heal(int sensor) {
        stuck[sensor] = false;
        dead[sensor] = false;
        addedBias[sensor] = 0.0;
        driftPerS[sensor] = 0.0;
    }
}
