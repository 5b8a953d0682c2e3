package org.dawnline.tools.sim.scenario;

import java.util.List;
import org.dawnline.sim.WorldOptions;

/** The {@code start} and {@code world} of a scenario. */
final class StartEntry {
    private static final double WATTS_PER_KILOWATT = 1e3;
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final List<String> LOOP_TEMPS = List.of("dieTempC", "coolantTempC", "radiatorTempC");

    private StartEntry() {}

    static WorldOptions apply(Section root, WorldOptions defaults) {
        Section start = root.section("start");
        WorldOptions options = defaults.withLinks(start.flag("laserTracking", false), start.flag("radioOn", true));
        if (start.has("socRatio")) {
            options = options.withSocRatio(start.number("socRatio", 1));
        }
        if (start.has("batteryTempC")) {
            options = options.withBatteryTempK(start.number("batteryTempC", 0) + ZERO_CELSIUS_K);
        }
        return applyWorld(root.section("world"), applyLoop(start, options));
    }

    private static WorldOptions applyLoop(Section start, WorldOptions options) {
        List<String> given = LOOP_TEMPS.stream().filter(start::has).toList();
        if (start.has("steadyRackPowerKW")) {
            if (!given.isEmpty()) {
                throw start.refusal(given.get(0), "stands beside steadyRackPowerKW; expected one or the other");
            }
            return options.withSteadyRackW(start.number("steadyRackPowerKW", 0) * WATTS_PER_KILOWATT);
        }
        if (given.isEmpty()) {
            return options;
        }
        for (String name : LOOP_TEMPS) {
            if (!start.has(name)) {
                throw start.refusal(name, "is missing; expected all of " + String.join(", ", LOOP_TEMPS));
            }
        }
        return options.withTempsK(
                start.number("dieTempC", 0) + ZERO_CELSIUS_K,
                start.number("coolantTempC", 0) + ZERO_CELSIUS_K,
                start.number("radiatorTempC", 0) + ZERO_CELSIUS_K);
    }

    private static WorldOptions applyWorld(Section world, WorldOptions options) {
        WorldOptions changed = options.withSensorErrors(world.flag("sensorErrors", true))
                .withRadiation(world.flag("radiation", false))
                .withTruthSpreadRatio(world.number("truthSpreadRatio", 0))
                .withDelaySpreadRatio(world.number("delaySpreadRatio", 0))
                .withMissionYears(world.number("missionYears", 0));
        return world.has("solarFluxWPerM2") ? changed.withSolarFluxWPerM2(world.number("solarFluxWPerM2", 0)) : changed;
    }
}
