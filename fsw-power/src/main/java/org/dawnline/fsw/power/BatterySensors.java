package org.dawnline.fsw.power;

import java.util.Arrays;
import org.dawnline.fsw.core.sense.SensorGroup;
import org.dawnline.fsw.core.sense.SensorRules;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.fsw.core.sense.Vote;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * The battery's sensors, held against each other: the shunts of a string against each other and what the other strings leave of the
 * terminal power, strings' voltages against each other and the bus, the terminal meter against all shunts and the balance of the
 * bus, the thermometer against the heat of what flows.
 */
final class BatterySensors {
    private static final double MAX_W = 1e8;
    private static final double MAX_V = 1e5;
    private static final double LOWEST_K = 180;
    private static final double HIGHEST_K = 400;

    /** Shunts err by a per cent and are noisy by as much; the rest is for small currents. */
    private static final double SHUNT_RATIO = 0.1;

    private static final double SHUNT_OF_RATING = 0.03;
    private static final double SHUNT_MODEL_OF_RATING = 0.15;
    private static final double HIGHEST_OF_RATING = 5;

    /** Strings of cells share one voltage; strings behind regulators of their own may hold different charges. */
    private static final double CELL_VOLTAGE_RATIO = 0.04;

    private static final double REGULATED_VOLTAGE_RATIO = 0.15;
    private static final double LOWEST_VOLTAGE_RATIO = 0.3;
    private static final double HIGHEST_VOLTAGE_RATIO = 1.6;

    private static final double METER_RATIO = 0.05;
    private static final double METER_OF_RATING = 0.02;

    private static final double THERMOMETER_K = 3;

    private static final String CURRENT_NOISE = "sensors.currentNoiseRatio";
    private static final String VOLTAGE_NOISE = "sensors.voltageNoiseRatio";
    private static final String POWER_NOISE = "sensors.powerNoiseRatio";

    private final PowerHal eps;
    private final SensorGroup[] shunts;
    private final double[] rawA;
    private final SensorGroup voltages;
    private final SensorGroup meter;
    private final SensorGroup thermometer;
    private final Vote witnesses = new Vote(3);
    private final double nominalV;
    private final BatteryHeat heat;
    private double shuntPowerW;
    private double powerW = Double.NaN;

    BatterySensors(PowerHal eps, VehicleProfile vehicle) {
        this.eps = eps;
        nominalV = vehicle.numberOr(1, "battery.nominalVoltageV", 1, MAX_V);
        double ratingW = vehicle.number("battery.maxDischargeW", 1, MAX_W);
        double ratingA = ratingW / Math.max(1, eps.stringCount()) / nominalV;
        SensorRules shunt = SensorRules.of(
                        -HIGHEST_OF_RATING * ratingA, HIGHEST_OF_RATING * ratingA, SHUNT_OF_RATING * ratingA)
                .andRatio(SHUNT_RATIO)
                .model(SHUNT_MODEL_OF_RATING * ratingA)
                .noisy(SensorRules.noisy(vehicle, CURRENT_NOISE, "sensors.currentQuantumA"));
        shunts = new SensorGroup[eps.stringCount()];
        Arrays.setAll(shunts, string -> new SensorGroup(eps.shuntsPerString(), shunt));
        rawA = new double[shunts.length];
        boolean cells = vehicle.numberOr(0, "battery.cellsInSeries", 0, MAX_V) > 0;
        double voltageRatio = cells ? CELL_VOLTAGE_RATIO : REGULATED_VOLTAGE_RATIO;
        voltages = new SensorGroup(
                eps.stringCount(),
                SensorRules.of(
                                LOWEST_VOLTAGE_RATIO * nominalV,
                                HIGHEST_VOLTAGE_RATIO * nominalV,
                                voltageRatio * nominalV)
                        .model(voltageRatio * nominalV)
                        .noisy(SensorRules.noisy(vehicle, VOLTAGE_NOISE, "sensors.voltageQuantumV")));
        meter = new SensorGroup(
                1,
                SensorRules.of(-HIGHEST_OF_RATING * ratingW, HIGHEST_OF_RATING * ratingW, METER_OF_RATING * ratingW)
                        .andRatio(METER_RATIO)
                        .model(METER_OF_RATING * ratingW)
                        .noisy(SensorRules.noisy(vehicle, POWER_NOISE, "sensors.powerQuantumW")));
        thermometer = new SensorGroup(
                1,
                SensorRules.of(LOWEST_K, HIGHEST_K, THERMOMETER_K)
                        .model(THERMOMETER_K)
                        .noisy(SensorRules.noisy(vehicle, "sensors.tempNoiseK", "sensors.tempQuantumK")));
        heat = new BatteryHeat(vehicle);
    }

    /** The sensors, by their names in the simulator and on the ground. */
    void enlist(SensorWatch.Roster roster) {
        for (int string = 0; string < shunts.length; string++) {
            roster.add("shunt" + string, shunts[string]);
        }
        roster.add("voltage", voltages).add("battery.power", meter).add("battery.temp", thermometer);
    }

    /** Reads all sensors; {@code lossW} is the heat that the cells set free. */
    void read(double lossW, double stepS) {
        readVoltages(stepS);
        readShunts(stepS);
        readMeter(stepS);
        readTemperature(lossW, stepS);
    }

    private void readVoltages(double stepS) {
        for (int string = 0; string < shunts.length; string++) {
            if (eps.stringConnected(string)) {
                voltages.take(string, eps.stringVoltageV(string), eps.readingAgeS(Meter.STRING_VOLTAGE, string));
            }
        }
        double busV = eps.busVoltageV();
        boolean up = busV > nominalV * (1 - REGULATED_VOLTAGE_RATIO) && !eps.batteryTripped();
        voltages.judge(up ? busV : Double.NaN, stepS);
    }

    private void readShunts(double stepS) {
        for (int string = 0; string < shunts.length; string++) {
            rawA[string] = rawA(string);
        }
        double meterW = meter.good(0) ? eps.batteryPowerW() : powerW;
        shuntPowerW = 0;
        for (int string = 0; string < shunts.length; string++) {
            if (eps.stringConnected(string)) {
                judgeShunts(string, (meterW - othersW(string)) / voltageV(string), stepS);
                shuntPowerW += voltageV(string) * shunts[string].value();
            }
        }
    }

    /** What the other strings give by their shunts, in W: known also while those of this string are silent. */
    private double othersW(int string) {
        double sumW = 0;
        for (int other = 0; other < shunts.length; other++) {
            sumW += other == string || !eps.stringConnected(other) ? 0 : rawA[other] * voltageV(other);
        }
        return sumW;
    }

    private void judgeShunts(int string, double byOthersA, double stepS) {
        SensorGroup group = shunts[string];
        for (int shunt = 0; shunt < group.count(); shunt++) {
            int index = string * group.count() + shunt;
            group.take(shunt, eps.stringCurrentA(string, shunt), eps.readingAgeS(Meter.STRING_CURRENT, index));
        }
        group.judge(byOthersA, stepS);
    }

    /** What the shunts of a string say that were believed so far, in the mean. */
    private double rawA(int string) {
        double sum = 0;
        int count = 0;
        for (int shunt = 0; shunt < shunts[string].count(); shunt++) {
            double currentA = eps.stringCurrentA(string, shunt);
            if (shunts[string].good(shunt) && Double.isFinite(currentA)) {
                sum += currentA;
                count++;
            }
        }
        return count > 0 ? sum / count : Double.NaN;
    }

    // Three witnesses of one power: whoever is alone against two is wrong.
    private void readMeter(double stepS) {
        double meterW = eps.batteryPowerW();
        witnesses.clear();
        witnesses.add(meterW);
        witnesses.add(sensed() ? shuntPowerW : Double.NaN);
        witnesses.add(
                fresh(Meter.BUS_LOAD) && fresh(Meter.ARRAY_POWER) ? eps.busLoadW() - eps.arrayPowerW() : Double.NaN);
        boolean decided = witnesses.count() == 3 || (witnesses.count() == 2 && !Double.isFinite(meterW));
        meter.take(0, meterW, eps.readingAgeS(Meter.BATTERY_POWER, 0));
        meter.judge(decided ? witnesses.median() : Double.NaN, stepS);
        powerW = Double.isNaN(meter.value()) ? witnesses.mean() : meter.value();
    }

    private boolean sensed() {
        boolean all = true;
        for (int string = 0; string < shunts.length; string++) {
            all &= shunts[string].sensed() || !eps.stringConnected(string);
        }
        return all;
    }

    private boolean fresh(Meter one) {
        return eps.readingAgeS(one, 0) <= 1;
    }

    private void readTemperature(double lossW, double stepS) {
        double seenK = eps.batteryTempK();
        boolean known = heat.move(lossW, powerW > 0, stepS);
        thermometer.take(0, seenK, eps.readingAgeS(Meter.BATTERY_TEMP, 0));
        thermometer.judge(known ? heat.tempK() : Double.NaN, stepS);
        if (!thermometer.good(0)) {
            return;
        }
        if (Double.isNaN(heat.tempK())) {
            heat.begin(seenK);
        } else {
            heat.hear(seenK, stepS);
        }
    }

    /** Current of a string, in A; positive while it discharges; NaN while unknown. */
    double currentA(int string) {
        return shunts[string].value();
    }

    /** Voltage of a string, in V: its own where that is believed, else the others'. */
    double voltageV(int string) {
        return voltages.good(string) && Double.isFinite(voltages.reading(string))
                ? voltages.reading(string)
                : voltages.value();
    }

    /** Lowest voltage of the connected strings that is believed, in V; infinite while none is known. */
    double lowestVoltageV() {
        double lowestV = Double.POSITIVE_INFINITY;
        for (int string = 0; string < shunts.length; string++) {
            double stringV = voltageV(string);
            if (eps.stringConnected(string) && stringV < lowestV) {
                lowestV = stringV;
            }
        }
        return lowestV;
    }

    /** Voltage of the connected strings, in V: the one in the middle, which one voltmeter cannot move; NaN while unknown. */
    double voltageV() {
        return voltages.sensed() ? voltages.value() : Double.NaN;
    }

    /** Power through all strings by their shunts, in W; NaN while unknown. */
    double shuntPowerW() {
        return shuntPowerW;
    }

    /** Power at the terminals, in W; positive while it discharges; NaN while unknown. */
    double powerW() {
        return powerW;
    }

    /** Temperature, in K; NaN while unknown. */
    double tempK() {
        return thermometer.value();
    }
}
