package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.sim.scenario.Metric;

/** The figures of a whole flight. */
final class Metrics {
    private final TruthBook truth;
    private final FlightComputer computer;
    private final EventBook events;
    private final Ground ground;
    private final HeapMeter heap;
    private final List<Breach> breaches;
    private final EnergyYardstick yardstick;

    Metrics(
            TruthBook truth,
            FlightComputer computer,
            EventBook events,
            Ground ground,
            HeapMeter heap,
            List<Breach> breaches,
            EnergyYardstick yardstick) {
        this.truth = truth;
        this.computer = computer;
        this.events = events;
        this.ground = ground;
        this.heap = heap;
        this.breaches = breaches;
        this.yardstick = yardstick;
    }

    /** A figure in the unit of its metric; NaN when it is not known. */
    double value(Metric metric) {
        return switch (metric) {
            case COMPUTE_ENERGY -> truth.computeEnergyKWh();
            case COMPUTE_ENERGY_PER_ORBIT -> truth.leastComputeEnergyKWhPerOrbit();
            case COMPUTE_ENERGY_PER_DAY -> truth.computeEnergyKWhPerDay();
            case ENERGY_RATIO -> truth.computeEnergyKWh() / yardstick.electricalKWh();
            case ENERGY_RATIO_THERMAL -> truth.computeEnergyKWh() / yardstick.thermalKWh();
            case IDLE_ENERGY -> truth.idleEnergyKWh();
            case WORK -> truth.workGpuHours();
            case COMPLETE_ORBITS -> truth.orbits().complete();
            case MIN_SOC -> truth.minSocRatio();
            case RECOVERED_SOC -> truth.leastRecoveredSocRatio();
            case END_SOC -> truth.endSocRatio();
            case MAX_GPU_TEMP -> truth.maxGpuTempC();
            case MIN_COOLANT_TEMP -> truth.minCoolantTempC();
            case MIN_RADIATOR_TEMP -> truth.minRadiatorTempC();
            case MAX_RACK_POWER -> truth.maxRackPowerKW();
            case MAX_RACK_RAMP -> truth.maxRackRampKWPerS();
            case MAX_DISCHARGE -> truth.maxDischargeKW();
            case THERMAL_SLOWDOWNS -> truth.thermalSlowdowns();
            case CYCLE_SLIPS -> computer.slips();
            case CYCLE_SLIP_RATIO -> computer.slipRatio();
            case MAX_RACK_PEAK -> truth.maxRackPeakKW();
            case JOB_DEATHS -> truth.jobDeaths();
            case WORK_LOST -> truth.workLostGpuHours();
            case CHECKPOINTS -> truth.checkpointsWritten();
            case CORRUPTIONS_PLANTED -> truth.corruptionsPlanted();
            case CORRUPTIONS_UNDETECTED -> truth.corruptionsUndetected();
            case ALARMS -> events.count(Severity.FATAL) + events.count(Severity.WARNING_HI);
            case TELECOMMANDS_COMPLETED -> ground.telecommands().count(Stage.COMPLETED);
            case TELECOMMANDS_REJECTED -> ground.telecommands().count(Stage.REJECTED);
            case TELECOMMANDS_FAILED -> ground.telecommands().count(Stage.FAILED);
            case TELECOMMANDS_TWICE -> ground.figures().executedTwice();
            case ATTACK_FRAMES -> ground.figures().attackFrames();
            case ATTACK_EXECUTED -> ground.figures().executedUnsent();
            case ATTACK_UNCOUNTED -> ground.figures().attackUncounted();
            case BACKLOG_INVERSIONS -> ground.figures().backlogInversions();
            case TELEMETRY_GAP -> ground.figures().telemetryGapS();
            case RECORDER_TIME -> ground.figures().recorderS();
            case HEAP_GROWTH -> heap.growthMB();
            case BOOTS -> computer.outages().size() + 1;
            case JOBS_LOST ->
                breaches.stream()
                        .filter(breach -> breach.kind().equals("JOB_LOST"))
                        .count();
        };
    }
}
