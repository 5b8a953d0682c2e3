package org.dawnline.tools.sim.run;

import java.util.List;

/**
 * Energies and extremes of a flight, as they really were. What is not known is NaN.
 *
 * @param computeEnergyKWh rack input while at least one job ran
 * @param computeEnergyKWhPerOrbit the same for each complete orbit
 * @param idleEnergyKWh rack input while no job ran
 * @param arrayEnergyKWh energy delivered by the array
 * @param workGpuHours work of all jobs that was not lost, in GPU-hours at full rate
 * @param minSocRatio lowest state of charge
 * @param minSocRatioPerOrbit the same for each complete orbit
 * @param maxSocRatioPerOrbit the highest in each complete orbit
 * @param endSocRatio state of charge at the end
 * @param maxGpuTempC hottest die, °C
 * @param minCoolantTempC coldest coolant supplied to the rack, °C
 * @param minRadiatorTempC coldest connected radiator wing, °C
 * @param maxRackPowerKW highest power at the rack's input
 * @param maxDischargeKW highest battery power at the bus
 * @param thermalSlowdowns how often a GPU slowed itself down
 */
public record Totals(
        double computeEnergyKWh,
        List<Double> computeEnergyKWhPerOrbit,
        double idleEnergyKWh,
        double arrayEnergyKWh,
        double workGpuHours,
        double minSocRatio,
        List<Double> minSocRatioPerOrbit,
        List<Double> maxSocRatioPerOrbit,
        double endSocRatio,
        double maxGpuTempC,
        double minCoolantTempC,
        double minRadiatorTempC,
        double maxRackPowerKW,
        double maxDischargeKW,
        double thermalSlowdowns) {
    static Totals of(TruthBook truth) {
        OrbitBook orbits = truth.orbits();
        return new Totals(
                truth.computeEnergyKWh(),
                orbits.computeEnergyKWh(),
                truth.idleEnergyKWh(),
                truth.arrayEnergyKWh(),
                truth.workGpuHours(),
                truth.minSocRatio(),
                orbits.lowestSoc(),
                orbits.highestSoc(),
                truth.endSocRatio(),
                truth.maxGpuTempC(),
                truth.minCoolantTempC(),
                truth.minRadiatorTempC(),
                truth.maxRackPowerKW(),
                truth.maxDischargeKW(),
                truth.thermalSlowdowns());
    }
}
