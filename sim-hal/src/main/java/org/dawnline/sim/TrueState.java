package org.dawnline.sim;

import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.LinkHal;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.compute.ResultLog;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.orbit.OrbitLog;
import org.dawnline.sim.radiation.Radiation;
import org.dawnline.sim.radiation.Upset;
import org.dawnline.sim.thermal.Plumbing;

/** Answers for the truth straight from the models. */
final class TrueState implements WorldState {
    private static final double S_PER_NANO = 1e-9;

    private final Models models;
    private final MainBus bus;
    private final OrbitLog orbitLog;
    private final Totals totals;
    private final Radiation radiation;
    private final long epochUtcNanos;
    private long timeNanos;

    TrueState(Models models, MainBus bus, OrbitLog orbitLog, Totals totals, Radiation radiation, long epochUtcNanos) {
        this.models = models;
        this.bus = bus;
        this.orbitLog = orbitLog;
        this.totals = totals;
        this.radiation = radiation;
        this.epochUtcNanos = epochUtcNanos;
    }

    void moveTo(long nanos) {
        timeNanos = nanos;
    }

    @Override
    public double timeS() {
        return timeNanos * S_PER_NANO;
    }

    @Override
    public long utcNanos() {
        return epochUtcNanos + timeNanos;
    }

    @Override
    public double illuminationRatio() {
        return models.sky.illuminationRatio();
    }

    @Override
    public boolean inUmbra() {
        return orbitLog.inUmbra();
    }

    @Override
    public boolean inSaa() {
        return models.sky.inSaa();
    }

    @Override
    public double earthIrWPerM2() {
        return models.sky.earthIrWPerM2();
    }

    @Override
    public double albedoWPerM2() {
        return models.sky.albedoWPerM2();
    }

    @Override
    public double betaRad() {
        return models.sky.betaRad();
    }

    @Override
    public double sunDistanceM() {
        return models.sky.sunDistanceM();
    }

    @Override
    public double solarFluxWPerM2() {
        return models.sky.fluxWPerM2();
    }

    @Override
    public double positionM(int axis) {
        return models.sky.positionM(axis);
    }

    @Override
    public double velocityMPerS(int axis) {
        return models.sky.velocityMPerS(axis);
    }

    @Override
    public int eventCount(OrbitEvent event) {
        return orbitLog.count(event);
    }

    @Override
    public double eventTimeS(OrbitEvent event, int nth) {
        return orbitLog.timeS(event, nth);
    }

    @Override
    public double arrayCapabilityW() {
        return models.plant.capabilityW();
    }

    @Override
    public double arrayPowerW() {
        return models.plant.arrayW();
    }

    @Override
    public double batteryPowerW() {
        return models.plant.battery().powerW();
    }

    @Override
    public double busLoadW() {
        return models.plant.loadW() - models.plant.shortageW();
    }

    @Override
    public double shortageW() {
        return models.plant.shortageW();
    }

    @Override
    public double arrayTempK(int wing) {
        return models.plant.array().tempK(wing);
    }

    @Override
    public double arrayOffsetRad(int wing) {
        return models.plant.array().offsetRad(wing);
    }

    @Override
    public double busVoltageV() {
        return models.plant.busVoltageV();
    }

    @Override
    public int brownOutCount() {
        return bus.brownOuts();
    }

    @Override
    public boolean loadOn(int load) {
        return models.plant.loads().on(load);
    }

    @Override
    public double stringFullCycles(int string) {
        return models.plant.battery().stringFullCycles(string);
    }

    @Override
    public double stringCapacityRatio(int string) {
        return models.plant.battery().stringCapacityRatio(string);
    }

    @Override
    public double socRatio() {
        return models.plant.battery().socRatio();
    }

    @Override
    public double stringSocRatio(int string) {
        return models.plant.battery().stringSocRatio(string);
    }

    @Override
    public boolean stringConnected(int string) {
        return models.plant.battery().stringConnected(string);
    }

    @Override
    public boolean batteryTripped() {
        return models.plant.battery().tripped();
    }

    @Override
    public double batteryTempK() {
        return models.plant.battery().tempK();
    }

    @Override
    public double hottestGpuTempK() {
        double hottestK = Double.NaN;
        for (int g = 0; g < models.rack.gpuCount(); g++) {
            double tempK = models.loop.dieTempK(g);
            hottestK = hottestK >= tempK ? hottestK : tempK;
        }
        return hottestK;
    }

    @Override
    public double gpuTempK(int gpu) {
        return models.loop.dieTempK(gpu);
    }

    @Override
    public double coolantTempK() {
        return models.loop.coolantTempK();
    }

    @Override
    public double supplyTempK() {
        return models.loop.supplyTempK();
    }

    @Override
    public double outletTempK() {
        return models.loop.outletTempK();
    }

    @Override
    public double radiatorTempK() {
        Plumbing plumbing = models.loop.plumbing();
        double coldestK = Double.POSITIVE_INFINITY;
        for (int wing = 0; wing < plumbing.wingCount(); wing++) {
            if (plumbing.wingConnected(wing) || plumbing.wingsConnected() == 0) {
                coldestK = Math.min(coldestK, models.loop.wingTempK(wing));
            }
        }
        return coldestK;
    }

    @Override
    public double wingTempK(int wing) {
        return models.loop.wingTempK(wing);
    }

    @Override
    public double radiatorAreaM2() {
        Plumbing plumbing = models.loop.plumbing();
        double sum = 0.0;
        for (int wing = 0; wing < plumbing.wingCount(); wing++) {
            sum += plumbing.wingConnected(wing) ? models.loop.panel(wing).areaM2() : 0.0;
        }
        return sum;
    }

    @Override
    public double flowRatio() {
        return models.loop.plumbing().flowRatio();
    }

    @Override
    public double bypassRatio() {
        return models.loop.plumbing().bypassRatio();
    }

    @Override
    public double radiatedW() {
        return models.loop.radiatedW();
    }

    @Override
    public double coolantChargeRatio() {
        return models.loop.charge().chargeRatio();
    }

    @Override
    public double wingFrozenRatio(int wing) {
        return models.loop.wingFrozenRatio(wing);
    }

    @Override
    public double heatSuppliedJ() {
        return models.loop.suppliedJ();
    }

    @Override
    public double heatRadiatedJ() {
        return models.loop.radiatedJ();
    }

    @Override
    public double heatLeakedJ() {
        return models.loop.leakedJ();
    }

    @Override
    public double heatStoredJ() {
        return models.loop.storedJ();
    }

    @Override
    public double rackPowerW() {
        return models.rack.inputW();
    }

    @Override
    public double maxRackRampWPerS() {
        return totals.maxRampWPerS();
    }

    @Override
    public double gpuPowerW(int gpu) {
        return models.rack.powerW(gpu);
    }

    @Override
    public GpuState gpuState(int gpu) {
        return models.rack.state(gpu);
    }

    @Override
    public int gpuJob(int gpu) {
        return models.rack.job(gpu);
    }

    @Override
    public boolean gpuThermalSlowdown(int gpu) {
        return models.rack.slow(gpu);
    }

    @Override
    public int slowdownCount() {
        return models.rack.slowdowns();
    }

    @Override
    public int jobsRunning() {
        return models.rack.board().running();
    }

    @Override
    public JobState jobState(int slot) {
        return models.rack.board().state(slot);
    }

    @Override
    public String jobName(int slot) {
        JobSpec job = models.rack.board().job(slot);
        return job == null ? "" : job.name();
    }

    @Override
    public int jobGpusRunning(int slot) {
        return models.rack.board().gpusRunning(slot);
    }

    @Override
    public double jobWorkGpuS(int slot) {
        return models.rack.board().workGpuS(slot);
    }

    @Override
    public boolean gpuUsable(int gpu) {
        return !models.rack.health().absent(gpu)
                && !models.rack.health().stopped(gpu)
                && models.rack.state(gpu) == GpuState.AWAKE;
    }

    @Override
    public double rackPeakPowerW() {
        return models.rack.peakInputW();
    }

    @Override
    public double maxRackPeakPowerW() {
        return models.rack.maxPeakInputW();
    }

    @Override
    public long xidCount() {
        return models.rack.mishaps().log().count();
    }

    @Override
    public long jobDeaths() {
        return models.rack.board().deaths();
    }

    @Override
    public double workLostGpuS() {
        return models.rack.board().lostGpuS();
    }

    @Override
    public long checkpointsWritten() {
        return models.rack.store().written();
    }

    @Override
    public long checkpointsRefused() {
        return models.rack.store().refused();
    }

    @Override
    public double checkpointBytesWritten() {
        return models.rack.store().writtenBytes();
    }

    @Override
    public long corruptionsPlanted() {
        return models.rack.results().planted();
    }

    @Override
    public long corruptionsCaught() {
        return models.rack.results().caught();
    }

    @Override
    public long corruptionsUndetected() {
        ResultLog results = models.rack.results();
        return results.planted() - results.caught() - results.undone();
    }

    @Override
    public LinkHal.State linkState(int terminal) {
        return models.terminals.state(terminal);
    }

    @Override
    public double linkRateBitsPerS(int terminal) {
        return models.terminals.rateBitsPerS(terminal);
    }

    @Override
    public double linkRangeM(int terminal) {
        return models.terminals.rangeM(terminal);
    }

    @Override
    public double linkMarginDb(int terminal) {
        return models.terminals.marginDb(terminal);
    }

    @Override
    public boolean siteCloudy(int site) {
        return models.terminals.weather().cloudy(site);
    }

    @Override
    public double bestElevationRad() {
        return orbitLog.bestElevationRad();
    }

    @Override
    public int upsets(Upset upset) {
        return radiation.drawn(upset);
    }

    @Override
    public int upsetsThatHit(Upset upset) {
        return radiation.hit(upset);
    }

    @Override
    public double stormFactor() {
        return radiation.stormFactor();
    }

    @Override
    public double arrayEnergyJ() {
        return models.plant.arrayJ();
    }

    @Override
    public double batteryInJ() {
        return models.plant.battery().inJ();
    }

    @Override
    public double batteryOutJ() {
        return models.plant.battery().outJ();
    }

    @Override
    public double batteryLossJ() {
        return models.plant.battery().lossJ();
    }

    @Override
    public double batteryStoredJ() {
        return models.plant.battery().storedJ();
    }

    @Override
    public double busEnergyJ() {
        return models.plant.busJ();
    }

    @Override
    public double computeEnergyJ() {
        return totals.computeJ();
    }

    @Override
    public double idleEnergyJ() {
        return totals.idleJ();
    }

    @Override
    public double workDoneGpuS() {
        return models.rack.board().totalWorkGpuS();
    }
}
