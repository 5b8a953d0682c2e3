package org.dawnline.tools.sim.run;

import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.sim.scenario.Metric;

/** The figures of a whole flight. */
final class Metrics {
    private final TruthBook truth;
    private final Executive executive;
    private final EventBook events;
    private final TelecommandBook telecommands;

    Metrics(TruthBook truth, Executive executive, EventBook events, TelecommandBook telecommands) {
        this.truth = truth;
        this.executive = executive;
        this.events = events;
        this.telecommands = telecommands;
    }

    /** A figure in the unit of its metric; NaN when it is not known. */
    double value(Metric metric) {
        return switch (metric) {
            case COMPUTE_ENERGY -> truth.computeEnergyKWh();
            case COMPUTE_ENERGY_PER_ORBIT -> truth.leastComputeEnergyKWhPerOrbit();
            case COMPUTE_ENERGY_PER_DAY -> truth.computeEnergyKWhPerDay();
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
            case CYCLE_SLIPS -> executive.slips();
            case CYCLE_SLIP_RATIO -> slipRatio(executive);
            case ALARMS -> events.count(Severity.FATAL) + events.count(Severity.WARNING_HI);
            case TELECOMMANDS_COMPLETED -> telecommands.count(Stage.COMPLETED);
            case TELECOMMANDS_REJECTED -> telecommands.count(Stage.REJECTED);
            case TELECOMMANDS_FAILED -> telecommands.count(Stage.FAILED);
        };
    }

    /** Skipped cycles over all that were due. */
    static double slipRatio(Executive executive) {
        double due = executive.cyclesRun() + (double) executive.slips();
        return due > 0 ? executive.slips() / due : 0.0;
    }
}
