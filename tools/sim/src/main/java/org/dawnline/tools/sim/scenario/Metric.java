package org.dawnline.tools.sim.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of a whole flight that a criterion can ask for; all from what the simulator knows, not from what flight believes. */
public enum Metric {
    /** Energy. */
    COMPUTE_ENERGY("computeEnergyKWh", "kWh", "rack input while at least one job runs"),
    /** Energy per orbit. */
    COMPUTE_ENERGY_PER_ORBIT(
            "computeEnergyKWhPerOrbit", "kWh", "the same for each complete orbit; the worst one counts"),
    /** Energy per day. */
    COMPUTE_ENERGY_PER_DAY("computeEnergyKWhPerDay", "kWh", "computeEnergyKWh over the simulated days"),
    /** Energy over the electrical bound. */
    ENERGY_RATIO(
            "energyRatioToBound",
            "ratio",
            "computeEnergyKWh over the most that a plan could have reached that knows the whole flight of this very world,"
                    + " with electrical limits, see `./dawnline bench energy`"),
    /** Energy over the thermal bound. */
    ENERGY_RATIO_THERMAL(
            "energyRatioToThermalBound", "ratio", "the same over the bound with electrical and thermal limits"),
    /** Idle energy. */
    IDLE_ENERGY("idleEnergyKWh", "kWh", "rack input while no job runs"),
    /** Work. */
    WORK("workGpuHours", "h", "work done by all jobs and not lost, in GPU-hours at full rate"),
    /** Orbits. */
    COMPLETE_ORBITS(
            "completeOrbits", "1", "orbits from eclipse exit to eclipse exit, or periods when there is no eclipse"),
    /** Lowest charge. */
    MIN_SOC("minSocRatio", "ratio", "lowest state of charge"),
    /** Recovery. */
    RECOVERED_SOC(
            "recoveredSocRatioPerOrbit",
            "ratio",
            "highest state of charge in each complete orbit; the worst one counts"),
    /** Charge at the end. */
    END_SOC("endSocRatio", "ratio", "state of charge at the end"),
    /** Hottest die. */
    MAX_GPU_TEMP("maxGpuTempC", "degC", "highest temperature of any die"),
    /** Coldest coolant. */
    MIN_COOLANT_TEMP("minCoolantTempC", "degC", "lowest temperature of the coolant supplied to the rack"),
    /** Coldest panel. */
    MIN_RADIATOR_TEMP("minRadiatorTempC", "degC", "lowest temperature of a connected radiator wing"),
    /** Rack peak. */
    MAX_RACK_POWER("maxRackPowerKW", "kW", "highest power at the rack's input"),
    /** Rack ramp. */
    MAX_RACK_RAMP("maxRackRampKWPerS", "kW/s", "fastest rise of the rack's power over one second"),
    /** Battery peak. */
    MAX_DISCHARGE("maxDischargeKW", "kW", "highest battery power at the bus terminals"),
    /** Slowdowns. */
    THERMAL_SLOWDOWNS("thermalSlowdowns", "1", "how often a GPU began to slow itself down because of heat"),
    /** Rack peak with transients. */
    MAX_RACK_PEAK("maxRackPeakKW", "kW", "the highest power with the transients that are shorter than a step"),
    /** Job deaths. */
    JOB_DEATHS("jobDeaths", "1", "how often a job's processes died"),
    /** Lost work. */
    WORK_LOST("workLostGpuHours", "h", "work lost back to checkpoints or thrown away, in GPU-hours at full rate"),
    /** Checkpoints. */
    CHECKPOINTS("checkpointsWritten", "1", "checkpoints written, one for each GPU's part"),
    /** Planted corruptions. */
    CORRUPTIONS_PLANTED("corruptionsPlanted", "1", "silent corruptions"),
    /** Undetected corruptions. */
    CORRUPTIONS_UNDETECTED(
            "corruptionsUndetected", "1", "silent corruptions neither caught nor lost with the work that they were in"),
    /** Slips. */
    CYCLE_SLIPS("cycleSlips", "1", "cycles that the executive skipped"),
    /** Slip ratio. */
    CYCLE_SLIP_RATIO("cycleSlipRatio", "ratio", "the same over all cycles"),
    /** Alarms. */
    ALARMS("alarms", "1", "events of severity FATAL or WARNING_HI"),
    /** Executed telecommands. */
    TELECOMMANDS_COMPLETED("telecommandsCompleted", "1", "telecommands that were completed"),
    /** Refused telecommands. */
    TELECOMMANDS_REJECTED("telecommandsRejected", "1", "telecommands that were rejected, whatever the reason"),
    /** Failed telecommands. */
    TELECOMMANDS_FAILED("telecommandsFailed", "1", "telecommands that were begun but failed"),
    /** Repeated telecommands. */
    TELECOMMANDS_TWICE("telecommandsExecutedTwice", "1", "telecommands that were executed more than once"),
    /** Attack. */
    ATTACK_FRAMES("attackFrames", "1", "frames of attacks that were brought to the satellite"),
    /** Obeyed attack. */
    ATTACK_EXECUTED(
            "attackFramesExecuted", "1", "telecommands that the satellite took although the ground had not sent them"),
    /** Uncounted attack. */
    ATTACK_UNCOUNTED(
            "attackFramesUncounted", "1", "frames of attacks that are counted neither under a reason nor as dropped"),
    /** Heap. */
    HEAP_GROWTH(
            "heapGrowthMB",
            "MB",
            "live memory of the whole process at the end less that at the start, after garbage collection"),
    /** Starts. */
    BOOTS("boots", "1", "starts of the flight software, the first one included"),
    /** Lost jobs. */
    JOBS_LOST(
            "jobsLost",
            "1",
            "jobs that found no slot, or that lost their GPUs or their place without an event and never got on again"),
    /** Order of the downlink. */
    BACKLOG_INVERSIONS(
            "backlogInversions",
            "1",
            "events of a backlog that reached the ground before a more severe or an equally severe newer one"),
    /** Gap in the ground's telemetry. */
    TELEMETRY_GAP("telemetryGapS", "s", "longest time between two frames that the ground has, live or played back"),
    /** Flight recorder on the ground. */
    RECORDER_TIME(
            "recorderOnGroundS",
            "s",
            "time before the end of a process that its flight recorder covers, as played back; the shortest one counts");

    private final String key;
    private final String unit;
    private final String description;

    Metric(String key, String unit, String description) {
        this.key = key;
        this.unit = unit;
        this.description = description;
    }

    /** Its name in scenario files and reports. */
    public String key() {
        return key;
    }

    /** Unit of the value. */
    public String unit() {
        return unit;
    }

    /** What it is, in one sentence. */
    public String description() {
        return description;
    }

    /** The metric of that name. */
    public static Optional<Metric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    /** All names. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Metric::key).toList();
    }
}
