package org.dawnline.tools.sim.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.orbit.Gravity;

/** What the simulator knows of the world at a moment, in the units of people; criteria and plots take it from here. */
public enum Truth {
    /** Illumination. */
    ILLUMINATION("illuminationRatio", "ratio", "part of the Sun's disc that is in view", WorldState::illuminationRatio),
    /** Array capability. */
    ARRAY_CAPABILITY(
            "arrayCapabilityKW", "kW", "what the array could deliver", world -> kilo(world.arrayCapabilityW())),
    /** Array power. */
    ARRAY_POWER("arrayPowerKW", "kW", "what the array delivers", world -> kilo(world.arrayPowerW())),
    /** Battery power. */
    BATTERY_POWER(
            "batteryPowerKW",
            "kW",
            "battery power at the bus, positive while it discharges",
            world -> kilo(world.batteryPowerW())),
    /** State of charge. */
    SOC("socRatio", "ratio", "state of charge of the connected strings", WorldState::socRatio),
    /** Array temperature. */
    ARRAY_TEMP("arrayTempC", "degC", "first wing of the array", world -> celsius(world.arrayTempK(0))),
    /** Battery losses. */
    BATTERY_LOSS(
            "batteryLossKWh",
            "kWh",
            "heat that the battery has set free since the start",
            world -> kilo(world.batteryLossJ()) / Truth.SECONDS_PER_HOUR),
    /** Bus voltage. */
    BUS_VOLTAGE("busVoltageV", "V", "main bus; it sinks when the bus is short of power", WorldState::busVoltageV),
    /** Brown-outs. */
    BROWN_OUTS(
            "brownOutCount",
            "1",
            "how often the bus was so short of power that it dropped loads",
            WorldState::brownOutCount),
    /** Bus load. */
    BUS_LOAD("busLoadKW", "kW", "total power taken from the bus", world -> kilo(world.busLoadW())),
    /** Rack power. */
    RACK_POWER(
            "rackPowerKW", "kW", "power at the rack's input, with or without jobs", world -> kilo(world.rackPowerW())),
    /** Compute power. */
    COMPUTE_POWER(
            "computePowerKW",
            "kW",
            "power at the rack's input while at least one job runs, else 0",
            world -> world.jobsRunning() > 0 ? kilo(world.rackPowerW()) : 0.0),
    /** Hottest die. */
    HOTTEST_GPU("hottestGpuTempC", "degC", "hottest die", world -> celsius(world.hottestGpuTempK())),
    /** Coolant in. */
    COOLANT_IN("coolantInTempC", "degC", "coolant supplied to the rack", world -> celsius(world.supplyTempK())),
    /** Coolant out. */
    COOLANT_OUT("coolantOutTempC", "degC", "coolant leaving the rack", world -> celsius(world.outletTempK())),
    /** Radiator. */
    RADIATOR("radiatorTempC", "degC", "coldest connected radiator wing", world -> celsius(world.radiatorTempK())),
    /** Battery temperature. */
    BATTERY_TEMP("batteryTempC", "degC", "battery", world -> celsius(world.batteryTempK())),
    /** Flow. */
    FLOW("flowRatio", "ratio", "coolant flow over the flow with all pumps", WorldState::flowRatio),
    COOLANT_CHARGE(
            "coolantChargeRatio", "ratio", "part of the coolant that has not leaked", WorldState::coolantChargeRatio),
    /** Valve. */
    VALVE("bypassRatio", "ratio", "bypass valve: 0 sends all flow through the radiator", WorldState::bypassRatio),
    /** Jobs. */
    JOBS_RUNNING("jobsRunning", "1", "jobs that run on at least one GPU", WorldState::jobsRunning),
    /** Work. */
    WORK(
            "workGpuHours",
            "h",
            "work done by all jobs and not lost, in GPU-hours at full rate",
            world -> world.workDoneGpuS() / Truth.SECONDS_PER_HOUR),
    /** Lost work. */
    WORK_LOST(
            "workLostGpuHours",
            "h",
            "work lost back to checkpoints or thrown away, in GPU-hours at full rate",
            world -> world.workLostGpuS() / Truth.SECONDS_PER_HOUR),
    /** Rack peak. */
    RACK_PEAK(
            "rackPeakPowerKW",
            "kW",
            "rack power with the transients that are shorter than a step",
            world -> kilo(world.rackPeakPowerW())),
    /** Anomaly. */
    IN_SAA("inSaa", "1", "1 over the South Atlantic Anomaly, else 0", world -> world.inSaa() ? 1 : 0),
    /** Beta. */
    BETA(
            "betaDeg",
            "deg",
            "angle between the Sun and the plane of the orbit",
            world -> Math.toDegrees(world.betaRad())),
    /** Altitude. */
    ALTITUDE("altitudeKm", "km", "height above a sphere of 6378.137 km", Truth::altitudeKm),
    /** Flux. */
    FLUX("solarFluxWPerM2", "W/m2", "solar flux outside the shadow", WorldState::solarFluxWPerM2),
    /** Earth's infrared. */
    EARTH_IR("earthIrWPerM2", "W/m2", "Earth's infrared on a plate that faces it", WorldState::earthIrWPerM2),
    /** Albedo. */
    ALBEDO(
            "albedoWPerM2",
            "W/m2",
            "sunlight reflected by the Earth on a plate that faces it",
            WorldState::albedoWPerM2);

    /** What a criterion's channel begins with when it means a truth. */
    public static final String PREFIX = "truth.";

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1e3;
    private static final double ZERO_CELSIUS_K = 273.15;

    private final String key;
    private final String unit;
    private final String description;
    private final ToDoubleFunction<WorldState> reader;

    Truth(String key, String unit, String description, ToDoubleFunction<WorldState> reader) {
        this.key = key;
        this.unit = unit;
        this.description = description;
        this.reader = reader;
    }

    /** Its name after {@link #PREFIX}. */
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

    /** Its value now. */
    public double read(WorldState world) {
        return reader.applyAsDouble(world);
    }

    /** The truth of that name, without prefix. */
    public static Optional<Truth> of(String key) {
        return Arrays.stream(values()).filter(truth -> truth.key.equals(key)).findFirst();
    }

    /** The truth of that name, with prefix. */
    public static Optional<Truth> named(String name) {
        return name.startsWith(PREFIX) ? of(name.substring(PREFIX.length())) : Optional.empty();
    }

    /** All names with prefix. */
    public static List<String> names() {
        return Arrays.stream(values()).map(truth -> PREFIX + truth.key).toList();
    }

    private static double altitudeKm(WorldState world) {
        double squared = 0.0;
        for (int axis = 0; axis < 3; axis++) {
            squared += world.positionM(axis) * world.positionM(axis);
        }
        return kilo(Math.sqrt(squared) - Gravity.EARTH_RADIUS_M);
    }

    private static double kilo(double watts) {
        return watts / WATTS_PER_KILOWATT;
    }

    private static double celsius(double kelvin) {
        return kelvin - ZERO_CELSIUS_K;
    }
}
