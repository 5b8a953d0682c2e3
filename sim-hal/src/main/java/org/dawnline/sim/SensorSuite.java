package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.thermal.CoolantLoop;

/**
 * The analogue sensors, read together ten times a second: thermistors, flow meters, shunts, the battery's gauge, meters of power and
 * voltage, and the level of the accumulator. Temperatures and levels err by an amount, all others by a ratio of the value.
 */
final class SensorSuite {
    private static final double WIDEST_K = 50.0;
    private static final double BIG = 1e9;
    private static final String FIRST = "sensor";
    private static final String METERS = "meter";

    private final int thermistors;
    private final int wings;
    private final int flowMeters;
    private final int strings;
    private final int shunts;
    private final int levels;
    private final int nodes;
    private final List<SensorSpec> specs = new ArrayList<>();
    private final SensorBank bank;

    SensorSuite(VehicleProfile profile, List<String> nodeNames, long seed, boolean errors) {
        thermistors = profile.count("thermal.thermistorsPerPoint", 1, 16);
        wings = profile.count("thermal.wings", 1, 8);
        flowMeters = profile.countOr(0, "thermal.flowMeters", 0, 16);
        strings = profile.count("battery.strings", 1, 64);
        shunts = profile.count("battery.shuntsPerString", 1, 8);
        levels = profile.countOr(0, "thermal.accumulatorSensors", 0, 16);
        nodes = nodeNames.size();
        listFirst(profile);
        listMeters(profile, nodeNames);
        bank = new SensorBank(specs, seed, errors);
    }

    private void listFirst(VehicleProfile profile) {
        double tempNoiseK = profile.number("sensors.tempNoiseK", 0.0, WIDEST_K);
        double tempBiasK = profile.number("sensors.tempBiasMaxK", 0.0, WIDEST_K);
        double quantumK = quantum(profile, "sensors.tempQuantumK");
        for (int i = 0; i < 2 + wings; i++) {
            String point = i == 0 ? "inlet" : i == 1 ? "outlet" : "wing" + (i - 2);
            for (int sensor = 0; sensor < thermistors; sensor++) {
                specs.add(SensorSpec.byAmount(point + "." + sensor, FIRST, tempNoiseK, tempBiasK, quantumK));
            }
        }
        for (int i = 0; i < flowMeters; i++) {
            double flowNoise = profile.number("sensors.flowNoiseRatio", 0.0, 1.0);
            double flowBias = profile.number("sensors.flowBiasMaxRatio", 0.0, 1.0);
            double step = quantum(profile, "sensors.flowQuantumRatio");
            specs.add(SensorSpec.byRatio("flow." + i, FIRST, flowNoise, flowBias, step));
        }
        double currentNoise = profile.number("sensors.currentNoiseRatio", 0.0, 1.0);
        double currentBias = profile.number("sensors.currentBiasMaxRatio", 0.0, 1.0);
        for (int string = 0; string < strings; string++) {
            for (int i = 0; i < shunts; i++) {
                double step = quantum(profile, "sensors.currentQuantumA");
                specs.add(SensorSpec.byRatio("shunt" + string + "." + i, FIRST, currentNoise, currentBias, step));
            }
        }
        specs.add(SensorSpec.byRatio(
                "soc", FIRST, currentNoise, currentBias, quantum(profile, "sensors.socQuantumRatio")));
    }

    private void listMeters(VehicleProfile profile, List<String> nodeNames) {
        double noise = profile.numberOr(0.0, "sensors.powerNoiseRatio", 0.0, 1.0);
        double bias = profile.numberOr(0.0, "sensors.powerBiasMaxRatio", 0.0, 1.0);
        double step = quantum(profile, "sensors.powerQuantumW");
        for (String meter : List.of("array", "capability", "battery", "bus", "rack")) {
            specs.add(SensorSpec.byRatio(meter + ".power", METERS, noise, bias, step));
        }
        double voltageNoise = profile.numberOr(0.0, "sensors.voltageNoiseRatio", 0.0, 1.0);
        double voltageBias = profile.numberOr(0.0, "sensors.voltageBiasMaxRatio", 0.0, 1.0);
        for (int string = 0; string < strings; string++) {
            double stepV = quantum(profile, "sensors.voltageQuantumV");
            specs.add(SensorSpec.byRatio("voltage" + string, METERS, voltageNoise, voltageBias, stepV));
        }
        double tempNoiseK = profile.number("sensors.tempNoiseK", 0.0, WIDEST_K);
        double tempBiasK = profile.number("sensors.tempBiasMaxK", 0.0, WIDEST_K);
        double quantumK = quantum(profile, "sensors.tempQuantumK");
        specs.add(SensorSpec.byAmount("battery.temp", METERS, tempNoiseK, tempBiasK, quantumK));
        for (int i = 0; i < levels; i++) {
            double levelNoise = profile.numberOr(0.0, "sensors.levelNoiseRatio", 0.0, 1.0);
            double levelBias = profile.numberOr(0.0, "sensors.levelBiasMaxRatio", 0.0, 1.0);
            specs.add(SensorSpec.byAmount("accumulator." + i, METERS, levelNoise, levelBias, 0.0));
        }
        for (String node : nodeNames) {
            specs.add(SensorSpec.byAmount("node." + node, METERS, tempNoiseK, tempBiasK, quantumK));
        }
    }

    private static double quantum(VehicleProfile profile, String key) {
        return profile.numberOr(0.0, key, 0.0, BIG);
    }

    /** Takes new readings of the true state. */
    void sample(CoolantLoop loop, PowerPlant plant, Rack rack, double nowS) {
        bank.begin(nowS);
        sampleLoop(loop);
        Battery battery = plant.battery();
        for (int string = 0; string < strings; string++) {
            double currentA = battery.stringCurrentA(string);
            for (int i = 0; i < shunts; i++) {
                bank.take(shuntAt(string, i), currentA);
            }
        }
        bank.take(socAt(), battery.socRatio());
        bank.show(socAt(), clampRatio(bank.readings()[socAt()]));
        bank.take(arrayAt(), plant.arrayW());
        bank.take(capabilityAt(), plant.capabilityW());
        bank.take(batteryPowerAt(), battery.powerW());
        bank.take(busAt(), plant.loadW() - plant.shortageW());
        bank.take(rackAt(), rack.inputW());
        for (int string = 0; string < strings; string++) {
            bank.take(voltageAt(string), battery.stringVoltageV(string));
        }
        bank.take(batteryTempAt(), battery.tempK());
        sampleVessels(loop);
    }

    private void sampleLoop(CoolantLoop loop) {
        for (int i = 0; i < thermistors; i++) {
            bank.take(inletAt(i), loop.supplyTempK());
        }
        for (int i = 0; i < thermistors; i++) {
            bank.take(outletAt(i), loop.outletTempK());
        }
        for (int wing = 0; wing < wings; wing++) {
            for (int i = 0; i < thermistors; i++) {
                bank.take(wingAt(wing, i), loop.wingTempK(wing));
            }
        }
        for (int i = 0; i < flowMeters; i++) {
            bank.take(flowAt(i), loop.plumbing().flowRatio());
        }
    }

    private void sampleVessels(CoolantLoop loop) {
        double levelRatio = levels > 0 ? loop.charge().levelRatio(loop.coolantTempK()) : 0.0;
        for (int i = 0; i < levels; i++) {
            bank.take(levelAt(i), levelRatio);
        }
        for (int i = 0; i < nodes; i++) {
            bank.take(nodeAt(i), loop.network().tempK(i));
        }
    }

    /** A gauge shows nothing below empty and nothing above full; NaN stays NaN. */
    private static double clampRatio(double value) {
        return Math.max(0.0, Math.min(1.0, value));
    }

    SensorBank bank() {
        return bank;
    }

    double[] readings() {
        return bank.readings();
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

    int arrayAt() {
        return socAt() + 1;
    }

    int capabilityAt() {
        return socAt() + 2;
    }

    int batteryPowerAt() {
        return socAt() + 3;
    }

    int busAt() {
        return socAt() + 4;
    }

    int rackAt() {
        return socAt() + 5;
    }

    int voltageAt(int string) {
        return socAt() + 6 + string;
    }

    int batteryTempAt() {
        return voltageAt(strings);
    }

    int levelAt(int sensor) {
        return batteryTempAt() + 1 + sensor;
    }

    int nodeAt(int node) {
        return levelAt(levels) + node;
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

    int levels() {
        return levels;
    }

    int nodes() {
        return nodes;
    }
}
