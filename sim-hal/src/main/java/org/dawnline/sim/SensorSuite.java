package org.dawnline.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.thermal.CoolantLoop;

/**
 * The analogue sensors, read together: thermistors, flow meters, shunts, the battery's gauge, meters of power and
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
    private final int arrayWings;
    private final int loads;
    private final List<SensorSpec> specs = new ArrayList<>();
    private final SensorBank bank;

    SensorSuite(VehicleProfile profile, PowerPlant plant, List<String> nodeNames, long seed, boolean errors) {
        thermistors = profile.count("thermal.thermistorsPerPoint", 1, 16);
        wings = profile.count("thermal.wings", 1, 8);
        flowMeters = profile.countOr(0, "thermal.flowMeters", 0, 16);
        strings = profile.count("battery.strings", 1, 64);
        shunts = profile.count("battery.shuntsPerString", 1, 8);
        levels = profile.countOr(0, "thermal.accumulatorSensors", 0, 16);
        nodes = nodeNames.size();
        listFirst(profile);
        arrayWings = plant.array().wingCount();
        loads = plant.loads().count();
        listMeters(profile, nodeNames);
        listArrayAndLoads(profile, plant);
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

    private void listArrayAndLoads(VehicleProfile profile, PowerPlant plant) {
        double voltageNoise = profile.numberOr(0.0, "sensors.voltageNoiseRatio", 0.0, 1.0);
        double voltageBias = profile.numberOr(0.0, "sensors.voltageBiasMaxRatio", 0.0, 1.0);
        double stepV = quantum(profile, "sensors.voltageQuantumV");
        specs.add(SensorSpec.byRatio("bus.voltage", METERS, voltageNoise, voltageBias, stepV));
        double tempNoiseK = profile.number("sensors.tempNoiseK", 0.0, WIDEST_K);
        double tempBiasK = profile.number("sensors.tempBiasMaxK", 0.0, WIDEST_K);
        for (int wing = 0; wing < arrayWings; wing++) {
            double quantumK = quantum(profile, "sensors.tempQuantumK");
            specs.add(SensorSpec.byAmount("array" + wing + ".temp", METERS, tempNoiseK, tempBiasK, quantumK));
        }
        double noise = profile.numberOr(0.0, "sensors.powerNoiseRatio", 0.0, 1.0);
        double bias = profile.numberOr(0.0, "sensors.powerBiasMaxRatio", 0.0, 1.0);
        double step = quantum(profile, "sensors.powerQuantumW");
        for (int load = 0; load < loads; load++) {
            String name = "load." + plant.loads().name(load);
            specs.add(SensorSpec.byRatio(name, METERS, noise, bias, step));
        }
    }

    private static double quantum(VehicleProfile profile, String key) {
        return profile.numberOr(0.0, key, 0.0, BIG);
    }

    /** Takes new readings of the true state. */
    void sample(CoolantLoop loop, PowerPlant plant, Rack rack, double nowS) {
        double[] truth = bank.truth();
        lookAtLoop(loop, truth);
        lookAtPower(plant, truth);
        truth[rackAt()] = rack.inputW();
        bank.readAll(nowS);
        bank.show(socAt(), clampRatio(bank.readings()[socAt()]));
    }

    private void lookAtLoop(CoolantLoop loop, double[] truth) {
        Arrays.fill(truth, inletAt(0), outletAt(0), loop.supplyTempK());
        Arrays.fill(truth, outletAt(0), wingAt(0, 0), loop.outletTempK());
        for (int wing = 0; wing < wings; wing++) {
            Arrays.fill(truth, wingAt(wing, 0), wingAt(wing + 1, 0), loop.wingTempK(wing));
        }
        Arrays.fill(truth, flowAt(0), shuntAt(0, 0), loop.plumbing().flowRatio());
        if (levels > 0) {
            Arrays.fill(truth, levelAt(0), nodeAt(0), loop.charge().levelRatio(loop.coolantTempK()));
        }
        for (int i = 0; i < nodes; i++) {
            truth[nodeAt(i)] = loop.network().tempK(i);
        }
    }

    private void lookAtPower(PowerPlant plant, double[] truth) {
        Battery battery = plant.battery();
        for (int string = 0; string < strings; string++) {
            Arrays.fill(truth, shuntAt(string, 0), shuntAt(string + 1, 0), battery.stringCurrentA(string));
            truth[voltageAt(string)] = battery.stringVoltageV(string);
        }
        truth[socAt()] = battery.socRatio();
        truth[arrayAt()] = plant.arrayW();
        truth[capabilityAt()] = plant.capabilityW();
        truth[batteryPowerAt()] = battery.powerW();
        truth[busAt()] = plant.loadW() - plant.shortageW();
        truth[batteryTempAt()] = battery.tempK();
        truth[busVoltageAt()] = plant.busVoltageV();
        for (int wing = 0; wing < arrayWings; wing++) {
            truth[arrayTempAt(wing)] = plant.array().tempK(wing);
        }
        for (int load = 0; load < loads; load++) {
            truth[loadAt(load)] = plant.loads().powerW(load);
        }
    }

    /** A gauge shows nothing below empty and nothing above full; NaN stays NaN. */
    private static double clampRatio(double value) {
        return Math.max(0.0, Math.min(1.0, value));
    }

    SensorBank bank() {
        return bank;
    }

    /** Freezes readings and ages. */
    void latch(double nowS) {
        bank.latch(nowS);
    }

    /** A reading at the latch. */
    double reading(int at) {
        return bank.latched(at);
    }

    /** Age of a reading at the latch, in s. */
    double ageS(int at) {
        return bank.latchedAgeS(at);
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
        return arrayAt() + 1;
    }

    int batteryPowerAt() {
        return capabilityAt() + 1;
    }

    int busAt() {
        return batteryPowerAt() + 1;
    }

    int rackAt() {
        return busAt() + 1;
    }

    int voltageAt(int string) {
        return rackAt() + 1 + string;
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

    int busVoltageAt() {
        return nodeAt(nodes);
    }

    int arrayTempAt(int wing) {
        return busVoltageAt() + 1 + wing;
    }

    int loadAt(int load) {
        return arrayTempAt(arrayWings) + load;
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
