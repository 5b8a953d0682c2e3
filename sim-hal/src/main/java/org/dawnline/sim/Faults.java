package org.dawnline.sim;

import java.util.List;
import java.util.Locale;

/** The table of everything that a scenario can do to the world. */
public final class Faults {
    private static final String GPU = "gpu";
    private static final String LASER = "laser";
    private static final String NONE = "";
    private static final String PUMP = "pump";
    private static final String RADIO = "radio";
    private static final String SENSOR = "sensor";
    private static final String STRING = "string";
    private static final String TRAY = "tray";
    private static final String WING = "wing";
    private static final double ANY = 1e6;

    private static final List<Fault> CATALOGUE = List.of(
            with(
                    "array.degrade",
                    NONE,
                    "part that is left, ratio",
                    0.0,
                    1.0,
                    "The array delivers only this part from now on."),
            with("battery.capacity", NONE, "part that is left, ratio", 0.05, 1.5, "Every string holds only this part."),
            of("battery.reset", NONE, "The battery's protection closes again."),
            with("clock.jump", NONE, "shift, s", -1e9, 1e9, "The estimate of UTC jumps; monotonic time does not."),
            with("flow.block", NONE, "blocked part, ratio", 0.0, 1.0, "The common line is blocked; 0 clears it."),
            of("gpu.fail", GPU, "Falls off the bus: no readings, no work, idle power."),
            with("gpu.hang", GPU, "duration, s", 0.0, ANY, "Its readings stay as they are and grow old; it works on."),
            of("gpu.restore", GPU, "Comes back as after a reset, whatever it had."),
            of("gpu.sensor.nan", GPU, "Its temperatures read NaN."),
            of("laser.block", LASER, "Nothing in view until laser.clear."),
            of("laser.clear", LASER, "Ends laser.block."),
            of("laser.drop", LASER, "Loses its carrier and has to acquire again."),
            with(
                    "member.slow",
                    "member",
                    "charge per step, ms",
                    0.0,
                    60_000.0,
                    "Every step of that member of the flight software takes this much longer; 0 ends it."),
            of("nav.lost", NONE, "No valid fix until nav.restore."),
            of("nav.restore", NONE, "Ends nav.lost."),
            of("pump.restore", PUMP, "Can turn again."),
            of("pump.stop", PUMP, "Stops at once and cannot be started."),
            of("rf.block", RADIO, "No station in view until rf.clear, for example by clouds or interference."),
            of("rf.clear", RADIO, "Ends rf.block."),
            with("sensor.bias", SENSOR, "added, in the sensor's unit", -ANY, ANY, "Reads this much more."),
            with("sensor.drift", SENSOR, "per minute, in the sensor's unit", -ANY, ANY, "Its reading runs away."),
            of("sensor.nan", SENSOR, "Reads NaN."),
            of("sensor.restore", SENSOR, "Ends everything that was done to it."),
            of("sensor.stuck", SENSOR, "Keeps its present reading."),
            with("storage.fail", NONE, "count", 0.0, ANY, "The next so many writes to the store fail."),
            of("string.close", STRING, "Its contactor closes."),
            of("string.open", STRING, "Its contactor opens."),
            of("tray.cut", TRAY, "Loses its power at once and cannot be powered until tray.restore."),
            of("tray.restore", TRAY, "Ends tray.cut; the tray boots if it is wanted on."),
            of("valve.free", NONE, "Ends valve.stuck."),
            with("valve.stuck", NONE, "position, ratio; -1 where it is", -1.0, 1.0, "The bypass valve stays there."),
            of("wing.isolate", WING, "Its isolation valves close."),
            of("wing.restore", WING, "Its isolation valves open."));

    private Faults() {}

    /** All faults, sorted by name. */
    public static List<Fault> catalogue() {
        return CATALOGUE;
    }

    /** The fault of that name; refuses an unknown one and lists the known ones. */
    public static Fault named(String name) {
        StringBuilder known = new StringBuilder();
        for (Fault fault : CATALOGUE) {
            if (fault.name().equals(name)) {
                return fault;
            }
            known.append(known.length() == 0 ? "" : ", ").append(fault.name());
        }
        throw new IllegalArgumentException("no fault " + name + "; there are " + known);
    }

    /** Refuses a value that the fault cannot take. */
    static void requireValue(Fault fault, double value) {
        if (fault.hasValue() && !(value >= fault.min() && value <= fault.max())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "fault %s: value %s is out of range; expected %s from %s to %s",
                    fault.name(),
                    value,
                    fault.unit(),
                    fault.min(),
                    fault.max()));
        }
    }

    private static Fault of(String name, String target, String description) {
        return new Fault(name, target, "", 0.0, 0.0, description);
    }

    private static Fault with(String name, String target, String unit, double min, double max, String description) {
        return new Fault(name, target, unit, min, max, description);
    }
}
