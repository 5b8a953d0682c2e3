package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;

/**
 * How often a campaign draws each fault of the simulator, how hard it strikes, and what may end it again. A fault that would break
 * an invariant whatever the software does is drawn only as hard as software can bear; the ends of faults are drawn with them.
 *
 * @param fault name in the simulator's catalogue
 * @param weight how often, relative to the others
 * @param minValue least value, in the unit of the catalogue
 * @param maxValue greatest value; 0 for a fault without value, or with one that is drawn in a way of its own
 * @param digits digits behind the point of the value
 * @param end fault that ends it, itself with value 0 included; empty when nothing does
 * @param endChance probability that it ends within the flight
 */
record FaultOdds(
        String fault, double weight, double minValue, double maxValue, int digits, String end, double endChance) {
    /** What nobody should draw, and why. */
    static final Map<String, String> NEVER_DRAWN = Map.ofEntries(
            Map.entry("array.free", "ends another"),
            Map.entry("array.restore", "ends another"),
            Map.entry("battery.reset", "a repair that only the ground could make"),
            Map.entry("cloud.clear", "ends another"),
            Map.entry("coolant.refill", "ends another"),
            Map.entry("gpu.restore", "ends others"),
            Map.entry("heater.free", "ends another"),
            Map.entry("laser.clear", "ends another"),
            Map.entry("load.on", "ends another"),
            Map.entry("load.repair", "ends another"),
            Map.entry("member.hang", "a wrong program, not a wrong world; no flight could hold its limits"),
            Map.entry("member.throw", "a wrong program, not a wrong world; no flight could hold its limits"),
            Map.entry("nav.restore", "ends another"),
            Map.entry("pump.restore", "ends another"),
            Map.entry("radiation.calm", "ends another"),
            Map.entry("radiator.restore", "ends others"),
            Map.entry("rf.clear", "ends another"),
            Map.entry("sensor.restore", "ends others"),
            Map.entry("string.close", "ends another"),
            Map.entry("tray.restore", "ends another"),
            Map.entry("valve.free", "ends another"),
            Map.entry("wing.restore", "ends another"));

    /** Error numbers of GPUs that call for different reactions. */
    static final List<Integer> XIDS = List.of(13, 31, 43, 46, 48, 62, 63, 64, 74, 79, 94, 95, 109, 119, 120, 136, 140);

    /** Figures without which a vehicle does not have what a group of faults breaks; a fault that is not here needs only its target. */
    private static final Map<String, String> NEEDS = Map.of(
            "coolant", "thermal.pumps",
            "filter", "thermal.pumps",
            "flow", "thermal.pumps",
            "wing", "thermal.pumps",
            "valve", "thermal.valveTravelS",
            "nvml", "rack.trays");

    /** All that can be drawn. */
    static final List<FaultOdds> TABLE = table();

    /** Whether a vehicle has what it breaks, its target apart. */
    boolean fits(VehicleProfile profile) {
        String key = NEEDS.get(fault.substring(0, fault.indexOf('.')));
        return key == null || (profile.has(key) && profile.number(key, 0, Double.MAX_VALUE) > 0);
    }

    private static List<FaultOdds> table() {
        List<FaultOdds> table = new ArrayList<>();
        addPower(table);
        addLoop(table);
        addRack(table);
        addSensors(table);
        addOthers(table);
        return List.copyOf(table);
    }

    private static void addPower(List<FaultOdds> table) {
        table.add(new FaultOdds("array.degrade", 2, 0.6, 0.97, 2, "", 0));
        table.add(new FaultOdds("array.lose", 2, 0, 0, 0, "array.restore", 0.5));
        table.add(new FaultOdds("array.pointing", 2, 0.05, 1.2, 2, "array.pointing", 0.8));
        table.add(new FaultOdds("array.stuck", 2, 0, 0, 0, "array.free", 0.5));
        table.add(new FaultOdds("battery.capacity", 2, 0.6, 0.97, 2, "", 0));
        table.add(new FaultOdds("load.off", 2, 0, 0, 0, "load.on", 0.5));
        table.add(new FaultOdds("load.short", 2, 1.2, 6, 1, "load.repair", 0.5));
        table.add(new FaultOdds("string.leak", 1, 5, 400, 0, "", 0));
        table.add(new FaultOdds("string.open", 4, 0, 0, 0, "string.close", 0.3));
        table.add(new FaultOdds("string.resistance", 1, 1.5, 5, 1, "", 0));
        table.add(new FaultOdds("string.weak", 2, 0.5, 0.95, 2, "", 0));
    }

    private static void addLoop(List<FaultOdds> table) {
        // A line that stays blocked cannot be survived.
        table.add(new FaultOdds("flow.block", 3, 0.1, 1, 2, "flow.block", 0.8));
        // The accumulator of a loop that leaks faster is empty before the flight ends.
        table.add(new FaultOdds("coolant.leak", 2, 0.005, 0.05, 3, "coolant.refill", 0.3));
        table.add(new FaultOdds("filter.clog", 2, 0.02, 0.3, 2, "filter.clog", 0.5));
        table.add(new FaultOdds("heater.stuck", 2, 0, 1, 0, "heater.free", 0.5));
        table.add(new FaultOdds("pump.degrade", 2, 0.3, 0.95, 2, "pump.restore", 0.3));
        table.add(new FaultOdds("radiator.area", 2, 0.7, 0.97, 2, "radiator.restore", 0));
        table.add(new FaultOdds("radiator.coating", 2, 0.7, 0.97, 2, "radiator.restore", 0));
        table.add(new FaultOdds("valve.slow", 2, 2, 20, 0, "valve.free", 0.5));
        table.add(new FaultOdds("pump.stop", 4, 0, 0, 0, "pump.restore", 0.3));
        table.add(new FaultOdds("valve.stuck", 3, 0, 1, 2, "valve.free", 0.5));
        table.add(new FaultOdds("wing.isolate", 3, 0, 0, 0, "wing.restore", 0.5));
    }

    private static void addRack(List<FaultOdds> table) {
        table.add(new FaultOdds("driver.unload", 1, 5, 120, 0, "", 0));
        table.add(new FaultOdds("gpu.dead", 1, 0, 0, 0, "gpu.restore", 0.3));
        table.add(new FaultOdds("gpu.ecc.corrected", 1, 1, 500, 0, "", 0));
        table.add(new FaultOdds("gpu.ecc.uncorrected", 2, 0, 0, 0, "", 0));
        table.add(new FaultOdds("gpu.fail", 2, 0, 0, 0, "gpu.restore", 0.5));
        table.add(new FaultOdds("gpu.hang", 2, 10, 600, 0, "", 0));
        table.add(new FaultOdds("gpu.latchup", 1, 0, 0, 0, "gpu.restore", 0.3));
        table.add(new FaultOdds("gpu.reset.fail", 1, 1, 3, 0, "", 0));
        table.add(new FaultOdds("gpu.row.remap", 1, 0, 0, 0, "", 0));
        table.add(new FaultOdds("gpu.row.wear", 1, 1, 8, 0, "", 0));
        table.add(new FaultOdds("gpu.sensor.nan", 2, 0, 0, 0, "gpu.restore", 0.3));
        table.add(new FaultOdds("gpu.xid", 3, 0, 0, 0, "", 0));
        table.add(new FaultOdds("job.corrupt", 1, 0, 0, 0, "", 0));
        table.add(new FaultOdds("job.kill", 2, 0, 0, 0, "", 0));
        table.add(new FaultOdds("nvml.hang", 2, 5, 120, 0, "", 0));
        table.add(new FaultOdds("tray.cut", 3, 0, 0, 0, "tray.restore", 0.5));
        table.add(new FaultOdds("tray.glitch", 2, 0.1, 20, 1, "", 0));
        table.add(new FaultOdds("tray.reboot", 1, 0, 0, 0, "", 0));
    }

    private static void addSensors(List<FaultOdds> table) {
        for (String kind : List.of("bias", "drift", "lie", "nan", "silent", "spike", "stuck")) {
            table.add(new FaultOdds("sensor." + kind, 2, 0, 0, 0, "sensor.restore", 0.5));
        }
        table.add(new FaultOdds("sensor.dropout", 1, 0.05, 0.9, 2, "sensor.restore", 0.5));
        table.add(new FaultOdds("sensor.scale", 1, 0.7, 1.3, 2, "sensor.restore", 0.5));
    }

    private static void addOthers(List<FaultOdds> table) {
        table.add(new FaultOdds("broker.restart", 1, 1, 120, 0, "", 0));
        table.add(new FaultOdds("cloud.set", 1, 0, 1, 0, "cloud.clear", 0.7));
        table.add(new FaultOdds("clock.jump", 1, -7200, 7200, 1, "", 0));
        table.add(new FaultOdds("flight.kill", 3, 0.5, 8, 1, "", 0));
        table.add(new FaultOdds("laser.block", 1, 0, 0, 0, "laser.clear", 0.7));
        table.add(new FaultOdds("laser.pointing", 1, 1, 50, 0, "laser.pointing", 0.7));
        table.add(new FaultOdds("laser.rate", 1, 0.05, 0.9, 2, "", 0));
        table.add(new FaultOdds("laser.drop", 1, 0, 0, 0, "", 0));
        // More than a period a step would be an overrun by definition.
        table.add(new FaultOdds("member.slow", 1, 5, 60, 1, "", 0));
        table.add(new FaultOdds("message.delay", 1, 1, 60, 0, "message.delay", 0.7));
        table.add(new FaultOdds("message.flip", 1, 0.001, 0.02, 3, "message.flip", 0.7));
        table.add(new FaultOdds("message.loss", 1, 0.05, 0.9, 2, "message.loss", 0.7));
        table.add(new FaultOdds("nav.bias", 1, -50_000, 50_000, 0, "nav.restore", 0.7));
        table.add(new FaultOdds("nav.drift", 1, -5000, 5000, 0, "nav.restore", 0.7));
        table.add(new FaultOdds("nav.lost", 2, 0, 0, 0, "nav.restore", 0.7));
        table.add(new FaultOdds("nav.nan", 1, 0, 0, 0, "nav.restore", 0.7));
        table.add(new FaultOdds("nav.stuck", 1, 0, 0, 0, "nav.restore", 0.7));
        table.add(new FaultOdds("radiation.state", 1, 1, 3, 0, "", 0));
        table.add(new FaultOdds("radiation.storm", 2, 10, 100, 0, "radiation.calm", 0.7));
        table.add(new FaultOdds("rf.block", 1, 0, 0, 0, "rf.clear", 0.7));
        table.add(new FaultOdds("rf.noise", 1, 1, 30, 0, "rf.noise", 0.7));
        table.add(new FaultOdds("storage.fail", 1, 1, 50, 0, "", 0));
        table.add(new FaultOdds("storage.flip", 1, 1, 3, 0, "", 0));
        table.add(new FaultOdds("storage.full", 1, 1000, 100_000, 0, "", 0));
        table.add(new FaultOdds("storage.torn", 1, 1, 3, 0, "", 0));
        table.add(new FaultOdds("store.tear", 1, 0, 0, 0, "", 0));
    }
}
