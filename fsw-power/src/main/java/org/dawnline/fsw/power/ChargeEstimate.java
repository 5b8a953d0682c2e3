package org.dawnline.fsw.power;

import java.util.Arrays;
import org.dawnline.fsw.core.sense.Doubt;
import org.dawnline.fsw.core.sense.SensorGroup;
import org.dawnline.fsw.core.sense.SensorRules;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * State of charge, capacity and resistance of the connected strings, from all that speaks of them: the power through the terminals,
 * which is exact but drifts when added up and says nothing of the capacity; the voltage, which tells the charge at rest; the gauge,
 * which is noisy and may be wrong; and a battery that takes no more although the array has plenty, which is full. Each is weighed by
 * its errors as the data sheet has them; a gauge that does not fit the others is left out.
 */
final class ChargeEstimate {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MAX_V = 1e5;
    private static final double MAX_WH = 1e7;
    private static final double MAX_OHM = 1000;

    // Data sheet errors where the profile has none, as ratios.
    private static final double GAUGE_ERROR = 0.01;
    private static final double VOLTAGE_NOISE = 0.001;
    private static final double VOLTAGE_BIAS = 0.002;
    /** A bias is anywhere up to its greatest. */
    private static final double EVEN = 0.577;

    /** Witnesses are heard once a second, and noise of neighbouring readings is not quite independent. */
    private static final double HEARD_S = 1;

    private static final double CORRELATION = 5;

    /** What is not known at first: half a worn battery, and a resistance that nobody measured. */
    private static final double FIRST_WEAR_SIGMA = 0.15;

    private static final double FIRST_RESISTANCE_SIGMA = 0.4;
    private static final double WEAR_WALK = 2e-4;
    private static final double MOST_WEAR_SIGMA = 0.03;
    private static final double RESISTANCE_WALK = 1e-3;
    private static final double MOST_RESISTANCE_SIGMA = 0.15;
    private static final double BIAS_WALK = 2e-5;
    private static final double RATIO_WALK = 5e-6;

    /** Efficiencies of a data sheet are right to this, one sigma; what cells lose to current is in their resistance. */
    private static final double LOSS_SIGMA = 0.02;

    private static final double CELL_LOSS_SIGMA = 0.002;
    private static final double LOSS_WALK = 1e-5;

    /** The resistance of cells changes with charge, temperature and time by so much of the voltage that it takes. */
    private static final double CELL_RESISTANCE_ERROR = 0.25;
    /** That error lasts for minutes: so many readings are worth one. */
    private static final double CELL_CORRELATION = 100;

    /** A full battery is full to within this. */
    private static final double FULL_SIGMA = 0.001;
    /** No battery is full that both voltage and gauge call emptier than this. */
    private static final double LEAST_FULL_RATIO = 0.85;

    /** Beyond these the gauge's noise is cut off by its ends. */
    private static final double GAUGE_TOP = 0.97;

    private static final double GAUGE_BOTTOM = 0.03;
    private static final double GAUGE_FILTER_S = 20;
    private static final double GAUGE_TOLERANCE = 0.025;
    private static final double GAUGE_MAX_RATIO = 1.02;
    /** At the start gauge and voltage contradict each other by more than this. */
    private static final double CONTRADICTION = 0.05;
    /** Gauge and voltage agree with each other, and not with the sum: the sum is wrong after this time. */
    private static final double OVERRULED_S = 60;

    /** Less certain than this is unknown. */
    private static final double UNKNOWN_SIGMA = 0.15;

    /** Only an estimate that is better than this may accuse the gauge. */
    private static final double SURE_SIGMA = 0.01;
    /** A battery whose power nobody knows is emptied in about this time. */
    private static final double UNKNOWN_POWER_S = 600;

    private static final double STRING_OPENED_SIGMA = 0.015;
    private static final double STRING_CLOSED_SIGMA = 0.03;
    private static final double STRING_WEAR_SIGMA = 0.05;

    private final PowerHal eps;
    private final BatterySensors sensors;
    private final RestVoltage rest;
    private final boolean cells;
    private final double resistanceOhm;
    private final double stringCapacityWh;
    private final double chargeEfficiency;
    private final double dischargeEfficiency;
    private final double meanV;
    private final double gaugeNoise;
    private final double gaugeBias;
    private final double voltageNoise;
    private final double voltageBias;
    private final ChargeFilter filter = new ChargeFilter();
    private final SensorGroup gauge;
    private final boolean[] wasConnected;
    private final double[] leftAtRatio;
    private int strings;
    private boolean begun;
    private double gaugeOff;
    private double voltageOff;
    private double lastGauge = Double.NaN;
    private double sinceHeardS;
    private double contradictedS;

    ChargeEstimate(PowerHal eps, BatterySensors sensors, VehicleProfile vehicle) {
        this.eps = eps;
        this.sensors = sensors;
        rest = RestVoltage.of(vehicle);
        cells = vehicle.numberOr(0, "battery.cellsInSeries", 0, MAX_V) > 0;
        resistanceOhm = vehicle.numberOr(0, "battery.stringResistanceOhm", 0, MAX_OHM);
        stringCapacityWh = vehicle.number("battery.stringCapacityWh", 0, MAX_WH);
        chargeEfficiency = vehicle.number("battery.chargeEfficiencyRatio", 0.1, 1);
        dischargeEfficiency = vehicle.number("battery.dischargeEfficiencyRatio", 0.1, 1);
        meanV = rest.known() ? rest.meanV() : vehicle.numberOr(1, "battery.nominalVoltageV", 1, MAX_V);
        gaugeNoise = vehicle.numberOr(GAUGE_ERROR, "sensors.currentNoiseRatio", 0, 1);
        gaugeBias = EVEN * vehicle.numberOr(GAUGE_ERROR, "sensors.currentBiasMaxRatio", 0, 1);
        voltageNoise = vehicle.numberOr(VOLTAGE_NOISE, "sensors.voltageNoiseRatio", 0, 1);
        voltageBias = EVEN * vehicle.numberOr(VOLTAGE_BIAS, "sensors.voltageBiasMaxRatio", 0, 1);
        wasConnected = new boolean[eps.stringCount()];
        leftAtRatio = new double[eps.stringCount()];
        Arrays.fill(leftAtRatio, Double.NaN);
        gauge = new SensorGroup(
                1,
                SensorRules.of(0, GAUGE_MAX_RATIO, GAUGE_TOLERANCE)
                        .model(GAUGE_TOLERANCE)
                        .noisy(SensorRules.noisy(vehicle, "sensors.currentNoiseRatio", "sensors.socQuantumRatio")));
    }

    /** The gauge, to be watched. */
    SensorGroup gauge() {
        return gauge;
    }

    /** Adds one step; {@code full} says whether the battery takes no more although it could. */
    void step(boolean full, double stepS) {
        followStrings();
        move(stepS);
        judgeGauge(stepS);
        sinceHeardS += stepS;
        if (!begun) {
            begin();
        } else if (sinceHeardS >= HEARD_S - stepS / 2) {
            sinceHeardS = 0;
            hearGauge();
            hearVoltage();
        }
        if (full && strings > 0 && plausiblyFull()) {
            fill();
        }
    }

    // A string that opens takes its share along; one that closes brings what it had.
    private void followStrings() {
        int before = strings;
        strings = 0;
        for (int i = 0; i < wasConnected.length; i++) {
            strings += eps.stringConnected(i) ? 1 : 0;
        }
        for (int i = 0; i < wasConnected.length; i++) {
            boolean now = eps.stringConnected(i);
            if (begun && now && !wasConnected[i]) {
                close(i, before);
            } else if (begun && !now && wasConnected[i]) {
                leftAtRatio[i] = filter.get(ChargeFilter.RATIO);
                blur(STRING_OPENED_SIGMA);
            }
            wasConnected[i] = now;
        }
    }

    private void close(int string, int before) {
        double ratio = filter.get(ChargeFilter.RATIO);
        double mixed = (ratio * before + leftAtRatio[string]) / (before + 1);
        boolean known = Double.isFinite(mixed);
        filter.set(ChargeFilter.RATIO, known ? mixed : ratio, known ? STRING_CLOSED_SIGMA : UNKNOWN_SIGMA);
        blur(STRING_OPENED_SIGMA);
    }

    private void blur(double sigma) {
        filter.blur(ChargeFilter.RATIO, sigma);
        filter.blur(ChargeFilter.WEAR, STRING_WEAR_SIGMA);
        filter.blur(ChargeFilter.VOLTAGE, voltageBias * meanV);
    }

    private void move(double stepS) {
        if (!begun || strings == 0) {
            return;
        }
        double powerW = sensors.powerW();
        double ratio = ratioPerS(powerW) * stepS;
        if (Double.isFinite(ratio)) {
            filter.move(ratio);
        } else {
            filter.drift(ChargeFilter.RATIO, UNKNOWN_SIGMA / UNKNOWN_POWER_S, 1, stepS);
        }
        filter.walk(ChargeFilter.RATIO, RATIO_WALK, UNKNOWN_SIGMA, stepS);
        filter.walk(ChargeFilter.WEAR, WEAR_WALK, MOST_WEAR_SIGMA, stepS);
        filter.walk(ChargeFilter.RESISTANCE, RESISTANCE_WALK, MOST_RESISTANCE_SIGMA, stepS);
        filter.walk(ChargeFilter.GAUGE, BIAS_WALK, gaugeBias, stepS);
        filter.walk(ChargeFilter.VOLTAGE, BIAS_WALK * meanV, voltageBias * meanV, stepS);
        filter.walk(ChargeFilter.LOSS, LOSS_WALK, lossSigma(), stepS);
    }

    private double lossSigma() {
        return cells ? CELL_LOSS_SIGMA : LOSS_SIGMA;
    }

    /** How fast the terminals' power changes the charge of a battery of nominal capacity. */
    private double ratioPerS(double powerW) {
        double capacityWs = strings * stringCapacityWh * SECONDS_PER_HOUR;
        if (cells) {
            double voltageV = sensors.voltageV();
            return -powerW / (voltageV > 0 ? voltageV : meanV) * meanV / capacityWs;
        }
        return (powerW > 0 ? -powerW / dischargeEfficiency : -powerW * chargeEfficiency) / capacityWs;
    }

    /** Heat that the cells set free at the present power, in W. */
    double lossW() {
        double powerW = sensors.powerW();
        if (cells) {
            double amperes = meanA();
            return amperes * amperes * filter.get(ChargeFilter.RESISTANCE) * resistanceOhm * strings;
        }
        return powerW > 0 ? powerW * (1 / dischargeEfficiency() - 1) : -powerW * (1 - chargeEfficiency());
    }

    private void judgeGauge(double stepS) {
        double reading = eps.socGaugeRatio();
        gauge.take(0, reading, eps.readingAgeS(Meter.SOC_GAUGE, 0));
        boolean sure = begun && filter.sigma(ChargeFilter.RATIO) < SURE_SIGMA && inRange(reading);
        if (!sure) {
            gauge.judge(stepS);
            return;
        }
        double off = reading - filter.get(ChargeFilter.RATIO);
        double follow = Math.min(1, stepS / GAUGE_FILTER_S);
        double byVoltage = voltageOff();
        gaugeOff += (off - gaugeOff) * follow;
        voltageOff = Double.isFinite(byVoltage) ? voltageOff + (byVoltage - voltageOff) * follow : 0;
        boolean backed = Math.abs(voltageOff - gaugeOff) < Math.abs(gaugeOff) / 2;
        contradictedS = backed && Math.abs(gaugeOff) > GAUGE_TOLERANCE ? contradictedS + stepS : 0;
        gauge.judge(backed ? Double.NaN : reading - gaugeOff, stepS);
        if (contradictedS > OVERRULED_S) {
            contradictedS = 0;
            filter.set(ChargeFilter.RATIO, clamp(filter.get(ChargeFilter.RATIO) + gaugeOff), STRING_CLOSED_SIGMA);
        }
    }

    private static boolean inRange(double gaugeRatio) {
        return gaugeRatio >= 0 && gaugeRatio <= GAUGE_MAX_RATIO;
    }

    /** What the voltage says beyond the estimate, as a ratio; NaN where it says nothing. */
    private double voltageOff() {
        return rest.known() ? rest.ratioAt(restV()) - filter.get(ChargeFilter.RATIO) : Double.NaN;
    }

    /** Voltage that the strings would have at rest, in V. */
    private double restV() {
        double ohm = filter.get(ChargeFilter.RESISTANCE) * resistanceOhm;
        return sensors.voltageV() + ohm * meanA() - filter.get(ChargeFilter.VOLTAGE);
    }

    private double meanA() {
        return sensors.powerW() / sensors.voltageV() / strings;
    }

    private void begin() {
        double byVoltage = rest.known() && strings > 0 ? rest.ratioAt(restV()) : Double.NaN;
        double byGauge = gauge.good(0) && inRange(eps.socGaugeRatio()) ? eps.socGaugeRatio() : Double.NaN;
        double gaugeSigma = StrictMath.hypot(gaugeNoise, gaugeBias);
        if (Double.isFinite(byVoltage)) {
            boolean fit = !(Math.abs(byVoltage - byGauge) > CONTRADICTION);
            begin(clamp(byVoltage), fit ? voltageSigma() : CONTRADICTION / 2);
            gaugeOff = fit ? 0 : byGauge - filter.get(ChargeFilter.RATIO);
        } else if (Double.isFinite(byGauge)) {
            begin(clamp(byGauge), gaugeSigma);
        }
    }

    private void begin(double ratio, double sigma) {
        filter.set(ChargeFilter.RATIO, ratio, sigma);
        filter.set(ChargeFilter.WEAR, 1, FIRST_WEAR_SIGMA);
        filter.set(ChargeFilter.RESISTANCE, 1, FIRST_RESISTANCE_SIGMA);
        filter.set(ChargeFilter.GAUGE, 0, gaugeBias);
        filter.set(ChargeFilter.VOLTAGE, 0, voltageBias * meanV / Math.sqrt(strings));
        filter.set(ChargeFilter.LOSS, 0, lossSigma());
        gaugeOff = 0;
        voltageOff = 0;
        begun = true;
    }

    private double voltageSigma() {
        double slopeV = rest.slopeV(rest.ratioAt(restV()));
        double biasV = (voltageBias + voltageNoise) * meanV;
        double dropV = FIRST_RESISTANCE_SIGMA * resistanceOhm * meanA();
        return StrictMath.hypot(biasV, dropV) / slopeV;
    }

    private void hearGauge() {
        double reading = eps.socGaugeRatio();
        double ratio = filter.get(ChargeFilter.RATIO);
        boolean fresh = reading != lastGauge;
        lastGauge = reading;
        double expected = ratio * (1 + filter.get(ChargeFilter.GAUGE));
        boolean sure = filter.sigma(ChargeFilter.RATIO) < gaugeNoise / 2;
        boolean cut = (expected > GAUGE_TOP && sure) || expected < GAUGE_BOTTOM;
        if (fresh && !cut && gauge.good(0) && inRange(reading) && Math.abs(gaugeOff) < GAUGE_TOLERANCE) {
            filter.witness()
                    .with(ChargeFilter.RATIO, 1 + filter.get(ChargeFilter.GAUGE))
                    .with(ChargeFilter.GAUGE, ratio)
                    .take(reading - expected, gaugeNoise * Math.sqrt(CORRELATION));
        }
    }

    private void hearVoltage() {
        double voltageV = sensors.voltageV();
        double amperes = meanA();
        if (!rest.known() || !Double.isFinite(voltageV) || !Double.isFinite(amperes)) {
            return;
        }
        double ratio = filter.get(ChargeFilter.RATIO);
        double dropV = filter.get(ChargeFilter.RESISTANCE) * resistanceOhm * amperes;
        double expectedV = rest.voltageV(ratio) - dropV + filter.get(ChargeFilter.VOLTAGE);
        double noiseV = voltageNoise * meanV * Math.sqrt(CORRELATION / strings);
        double cellV = cells ? CELL_RESISTANCE_ERROR * dropV * Math.sqrt(CELL_CORRELATION) : 0;
        filter.witness()
                .with(ChargeFilter.RATIO, rest.slopeV(ratio))
                .with(ChargeFilter.RESISTANCE, -resistanceOhm * amperes)
                .with(ChargeFilter.VOLTAGE, 1)
                .take(voltageV - expectedV, StrictMath.hypot(noiseV, cellV));
    }

    // With a frozen gauge and no curve of voltage nothing contradicts.
    private boolean plausiblyFull() {
        double byVoltage = rest.known() ? rest.ratioAt(restV()) : Double.NaN;
        double byGauge = gauge.good(0) ? eps.socGaugeRatio() : Double.NaN;
        return !(byVoltage < LEAST_FULL_RATIO) && !(byGauge < LEAST_FULL_RATIO && !(byVoltage >= LEAST_FULL_RATIO));
    }

    private void fill() {
        boolean expected = begun
                && filter.witness().with(ChargeFilter.RATIO, 1).take(1 - filter.get(ChargeFilter.RATIO), FULL_SIGMA);
        if (!begun) {
            begin(1, FULL_SIGMA);
        } else if (!expected) {
            filter.set(ChargeFilter.RATIO, 1, FULL_SIGMA);
        }
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Whether the gauge says something that can be. */
    boolean gaugeValid() {
        return inRange(eps.socGaugeRatio()) && gauge.doubt(0) == Doubt.NONE;
    }

    /** State of charge, 0..1; NaN while unknown. */
    double ratio() {
        boolean known = begun && strings > 0 && filter.sigma(ChargeFilter.RATIO) < UNKNOWN_SIGMA;
        return known ? filter.get(ChargeFilter.RATIO) : Double.NaN;
    }

    /** One sigma of the state of charge; NaN while unknown. */
    double sigma() {
        return begun ? filter.sigma(ChargeFilter.RATIO) : Double.NaN;
    }

    /** Capacity that is left of the nominal one, as a ratio. */
    double healthRatio() {
        return 1 / filter.get(ChargeFilter.WEAR);
    }

    /** One sigma of that. */
    double healthSigma() {
        return filter.sigma(ChargeFilter.WEAR) * healthRatio() * healthRatio();
    }

    /** What is stored of what charging takes at the terminals, as learned. */
    double chargeEfficiency() {
        return Math.min(1, chargeEfficiency * (1 - filter.get(ChargeFilter.LOSS)));
    }

    /** What discharging gives at the terminals of what is taken from the store, as learned. */
    double dischargeEfficiency() {
        return Math.min(1, dischargeEfficiency / (1 + filter.get(ChargeFilter.LOSS)));
    }

    /** Resistance over the profile's, as a ratio. */
    double resistanceRatio() {
        return filter.get(ChargeFilter.RESISTANCE);
    }
}
