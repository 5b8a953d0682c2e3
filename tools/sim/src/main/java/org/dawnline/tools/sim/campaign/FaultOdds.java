package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often a campaign draws each fault of the simulator, how hard it strikes, and what may end it again. A fault that would break
 * an invariant whatever the software does is drawn only as hard as software can bear; the ends of faults are drawn with them.
 *
 * @param fault name in the simulator's catalogue
 * @param weight how often, relative to the others
 * @param minValue least value, in the unit of the catalogue
 * @param maxValue greatest value
 * @param end fault that ends it; empty when nothing does
 * @param endChance probability that it ends within the flight
 */
record FaultOdds(String fault, double weight, double minValue, double maxValue, String end, double endChance) {
    /** What nobody should draw, and why. */
    static final Map<String, String> NEVER_DRAWN = Map.ofEntries(
            Map.entry("battery.reset", "a repair that only the ground could make"),
            Map.entry("gpu.restore", "ends others"),
            Map.entry("laser.clear", "ends another"),
            Map.entry("nav.restore", "ends another"),
            Map.entry("pump.restore", "ends another"),
            Map.entry("rf.clear", "ends another"),
            Map.entry("sensor.restore", "ends others"),
            Map.entry("string.close", "ends another"),
            Map.entry("tray.restore", "ends another"),
            Map.entry("valve.free", "ends another"),
            Map.entry("wing.restore", "ends another"));

    private static final double LONG_CLOCK_JUMP_S = 7200;

    /** All that can be drawn, sorted by name. */
    static final List<FaultOdds> TABLE = table();

    private static List<FaultOdds> table() {
        List<FaultOdds> table = new ArrayList<>();
        add(table, "array.degrade", 2, 0.6, 0.97, "", 0);
        add(table, "battery.capacity", 2, 0.6, 0.97, "", 0);
        add(table, "clock.jump", 1, -LONG_CLOCK_JUMP_S, LONG_CLOCK_JUMP_S, "", 0);
        // Clears with value 0; a line that stays blocked cannot be survived.
        add(table, "flow.block", 3, 0.1, 1, "flow.block", 0.8);
        add(table, "gpu.fail", 2, 0, 0, "gpu.restore", 0.5);
        add(table, "gpu.hang", 2, 10, 600, "", 0);
        add(table, "gpu.sensor.nan", 2, 0, 0, "gpu.restore", 0.3);
        add(table, "laser.block", 1, 0, 0, "laser.clear", 0.7);
        add(table, "laser.drop", 1, 0, 0, "", 0);
        // More than a period per step would be an overrun by definition.
        add(table, "member.slow", 1, 5, 60, "", 0);
        add(table, "nav.lost", 2, 0, 0, "nav.restore", 0.7);
        add(table, "pump.stop", 4, 0, 0, "pump.restore", 0.3);
        add(table, "rf.block", 1, 0, 0, "rf.clear", 0.7);
        add(table, "sensor.bias", 3, 0, 0, "sensor.restore", 0.5);
        add(table, "sensor.drift", 3, 0, 0, "sensor.restore", 0.5);
        add(table, "sensor.nan", 3, 0, 0, "sensor.restore", 0.5);
        add(table, "sensor.stuck", 3, 0, 0, "sensor.restore", 0.5);
        add(table, "storage.fail", 1, 1, 50, "", 0);
        add(table, "string.open", 4, 0, 0, "string.close", 0.3);
        add(table, "tray.cut", 3, 0, 0, "tray.restore", 0.5);
        add(table, "valve.stuck", 3, 0, 1, "valve.free", 0.5);
        add(table, "wing.isolate", 3, 0, 0, "wing.restore", 0.5);
        return List.copyOf(table);
    }

    private static void add(
            List<FaultOdds> table, String fault, double weight, double min, double max, String end, double endChance) {
        table.add(new FaultOdds(fault, weight, min, max, end, endChance));
    }
}
