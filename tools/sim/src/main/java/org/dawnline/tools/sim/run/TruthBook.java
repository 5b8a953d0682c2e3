package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;

/** Extremes of a flight as they really were, looked at in every step. */
final class TruthBook {
    private static final double JOULES_PER_KWH = 3.6e6;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double WATTS_PER_KILOWATT = 1e3;

    private final WorldState world;
    private final OrbitBook orbits;
    private double minSoc = Double.POSITIVE_INFINITY;
    private double maxGpuTempK = Double.NEGATIVE_INFINITY;
    private double minCoolantTempK = Double.POSITIVE_INFINITY;
    private double minRadiatorTempK = Double.POSITIVE_INFINITY;
    private double maxRackW = Double.NEGATIVE_INFINITY;
    private double maxDischargeW = Double.NEGATIVE_INFINITY;

    TruthBook(SimWorld simWorld) {
        world = simWorld.state();
        orbits = new OrbitBook(world);
    }

    /** Takes note of the present step. Comparisons are written so that an unknown value changes nothing. */
    void look() {
        orbits.look(world);
        minSoc = least(minSoc, world.socRatio());
        maxGpuTempK = most(maxGpuTempK, world.hottestGpuTempK());
        minCoolantTempK = least(minCoolantTempK, world.supplyTempK());
        minRadiatorTempK = least(minRadiatorTempK, world.radiatorTempK());
        maxRackW = most(maxRackW, world.rackPowerW());
        maxDischargeW = most(maxDischargeW, world.batteryPowerW());
    }

    private static double least(double least, double value) {
        return value < least ? value : least;
    }

    private static double most(double most, double value) {
        return value > most ? value : most;
    }

    private static double known(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    OrbitBook orbits() {
        return orbits;
    }

    double computeEnergyKWh() {
        return world.computeEnergyJ() / JOULES_PER_KWH;
    }

    double computeEnergyKWhPerDay() {
        return computeEnergyKWh() * SECONDS_PER_DAY / world.timeS();
    }

    double leastComputeEnergyKWhPerOrbit() {
        return least(orbits.computeEnergyKWh());
    }

    double idleEnergyKWh() {
        return world.idleEnergyJ() / JOULES_PER_KWH;
    }

    double arrayEnergyKWh() {
        return world.arrayEnergyJ() / JOULES_PER_KWH;
    }

    double workGpuHours() {
        return world.workDoneGpuS() / SECONDS_PER_HOUR;
    }

    double minSocRatio() {
        return known(minSoc);
    }

    double leastRecoveredSocRatio() {
        return least(orbits.highestSoc());
    }

    double endSocRatio() {
        return world.socRatio();
    }

    double maxGpuTempC() {
        return known(maxGpuTempK) - ZERO_CELSIUS_K;
    }

    double minCoolantTempC() {
        return known(minCoolantTempK) - ZERO_CELSIUS_K;
    }

    double minRadiatorTempC() {
        return known(minRadiatorTempK) - ZERO_CELSIUS_K;
    }

    double maxRackPowerKW() {
        return known(maxRackW) / WATTS_PER_KILOWATT;
    }

    double maxRackRampKWPerS() {
        return world.maxRackRampWPerS() / WATTS_PER_KILOWATT;
    }

    double maxDischargeKW() {
        return known(maxDischargeW) / WATTS_PER_KILOWATT;
    }

    double maxRackPeakKW() {
        return world.maxRackPeakPowerW() / WATTS_PER_KILOWATT;
    }

    double jobDeaths() {
        return world.jobDeaths();
    }

    double workLostGpuHours() {
        return world.workLostGpuS() / SECONDS_PER_HOUR;
    }

    double checkpointsWritten() {
        return world.checkpointsWritten();
    }

    double corruptionsPlanted() {
        return world.corruptionsPlanted();
    }

    double corruptionsUndetected() {
        return world.corruptionsUndetected();
    }

    double thermalSlowdowns() {
        return world.slowdownCount();
    }
}
