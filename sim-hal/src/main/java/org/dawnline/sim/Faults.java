package org.dawnline.sim;

import java.util.List;
import java.util.Locale;

/** The table of everything that a scenario can do to the world. */
public final class Faults {
    private static final String ARRAY_WING = "arrayWing";
    private static final String GPU = "gpu";
    private static final String HEATER = "heater";
    private static final String LASER = "laser";
    private static final String LOAD = "load";
    private static final String NONE = "";
    private static final String PUMP = "pump";
    private static final String RADIO = "radio";
    private static final String SENSOR = "sensor";
    private static final String SITE = "site";
    private static final String STRING = "string";
    private static final String TRAY = "tray";
    private static final String WING = "wing";
    private static final String SLOT = "slot";
    private static final double ANY = 1e6;

    /** The last number in the table of error events. */
    private static final double MAX_XID = 172.0;

    private static final List<Fault> CATALOGUE = List.of(
            with(
                    "array.degrade",
                    NONE,
                    "part that is left, ratio",
                    0.0,
                    1.0,
                    "The array delivers only this part from now on."),
            of("array.free", ARRAY_WING, "Ends array.stuck."),
            of("array.lose", ARRAY_WING, "Its strings are cut off the bus."),
            with("array.pointing", NONE, "error, rad", 0.0, 3.2, "The attitude is off: all wings look past the Sun."),
            of("array.restore", ARRAY_WING, "Ends array.lose."),
            of("array.stuck", ARRAY_WING, "Its drive stands still, so that the body turns it from the Sun."),
            with("battery.capacity", NONE, "part that is left, ratio", 0.05, 1.5, "Every string holds only this part."),
            of("battery.reset", NONE, "The battery's protection closes again."),
            with("clock.jump", NONE, "shift, s", -1e9, 1e9, "The estimate of UTC jumps; monotonic time does not."),
            of("cloud.clear", SITE, "Ends cloud.set: the weather goes its own way again."),
            with("cloud.set", SITE, "1 clouded, 0 clear", 0.0, 1.0, "The sky over that optical site stays like that."),
            with(
                    "coolant.leak",
                    NONE,
                    "part of the charge per hour",
                    0.0,
                    3600.0,
                    "Coolant leaks; the accumulator gives, then the pumps draw vapour. 0 ends it."),
            of("coolant.refill", NONE, "Ends coolant.leak and fills the loop up."),
            with("driver.unload", TRAY, "duration, s", 0.0, ANY, "Jobs die, no readings; then limits are forgotten."),
            with(
                    "filter.clog",
                    NONE,
                    "part of the line per hour",
                    0.0,
                    3600.0,
                    "The filter clogs; 0 leaves it as it is."),
            with("flow.block", NONE, "blocked part, ratio", 0.0, 1.0, "The common line is blocked; 0 clears it."),
            of("gpu.dead", GPU, "Falls off the bus for good, whatever is done, until gpu.restore."),
            with("gpu.ecc.corrected", GPU, "errors", 1.0, ANY, "Memory errors that are corrected and counted."),
            of("gpu.ecc.uncorrected", GPU, "An error that is not corrected but contained: Xid 94, then 63 or 64."),
            of(
                    "gpu.fail",
                    GPU,
                    "Falls off the bus (Xid 79): no readings, no work, idle power, until its tray reboots."),
            with("gpu.hang", GPU, "duration, s", 0.0, ANY, "Its readings stay as they are and grow old; it works on."),
            of("gpu.latchup", GPU, "Off the bus and draws more, until its tray is off; too late, and it is dead."),
            with("gpu.reset.fail", GPU, "count", 0.0, ANY, "The next so many resets change nothing."),
            of("gpu.restore", GPU, "A new GPU in its place, as after a reset."),
            of("gpu.row.remap", GPU, "A row of its memory is replaced at the next reset: Xid 63, or 64 without spare."),
            with("gpu.row.wear", GPU, "spare rows used up in each bank", 0.0, ANY, "Fewer spare rows are left."),
            of("gpu.sensor.nan", GPU, "Its temperatures read NaN."),
            with(
                    "gpu.xid",
                    GPU,
                    "number",
                    1.0,
                    MAX_XID,
                    "An error event with that number and all that follows from it."),
            of("heater.free", HEATER, "Ends heater.stuck."),
            with("heater.stuck", HEATER, "1 on, 0 off", 0.0, 1.0, "Stays on or off, whatever is asked for."),
            of("job.corrupt", SLOT, "Its first GPU computes something wrong, without any sign."),
            of("job.kill", SLOT, "Its processes die and begin again from the last checkpoint."),
            of("laser.block", LASER, "Nothing in view until laser.clear."),
            of("laser.clear", LASER, "Ends laser.block."),
            of("laser.drop", LASER, "Loses its carrier and has to acquire again."),
            with("laser.pointing", LASER, "error, microrad", 0.0, 1000.0, "Points past the other end; 0 ends it."),
            with(
                    "laser.rate",
                    LASER,
                    "part that is left, ratio",
                    0.0,
                    1.0,
                    "Carries only this part of its rate; 1 ends it."),
            of("load.off", LOAD, "Its switch opens, as by a stray command; an essential load has none."),
            of("load.on", LOAD, "Its switch closes, unless it has tripped."),
            of("load.repair", LOAD, "Ends load.short; its switch stays as it is."),
            with(
                    "load.short",
                    LOAD,
                    "multiple of its power, ratio",
                    0.0,
                    100.0,
                    "Draws that much until its switch opens."),
            with(
                    "member.slow",
                    "member",
                    "charge per step, ms",
                    0.0,
                    60_000.0,
                    "Every step of that member of the flight software takes this much longer; 0 ends it."),
            with("message.delay", NONE, "added delay, s", 0.0, 3600.0, "Messages take this much longer; 0 ends it."),
            with("message.flip", NONE, "part of the bits, ratio", 0.0, 0.1, "So many bits flip on the way; 0 ends it."),
            with(
                    "message.loss",
                    NONE,
                    "part of the messages, ratio",
                    0.0,
                    1.0,
                    "So many get lost on the way; 0 ends it."),
            with("nav.bias", NONE, "ahead, m", -ANY, ANY, "Every fix is that far ahead along the orbit, and valid."),
            with("nav.drift", NONE, "m per minute", -ANY, ANY, "The fixes run ahead along the orbit, and are valid."),
            of("nav.lost", NONE, "No valid fix until nav.restore."),
            of("nav.nan", NONE, "Every fix reads NaN, and says that it is valid."),
            of("nav.restore", NONE, "Ends all that was done to navigation."),
            of("nav.stuck", NONE, "Gives its last fix again and again as a new one."),
            with("nvml.hang", NONE, "duration, s", 0.0, ANY, "One call does not return: no GPU gives anything new."),
            with("pump.degrade", PUMP, "part of its speed that is left, ratio", 0.0, 1.0, "Turns no faster than this."),
            of("pump.restore", PUMP, "Can turn again, at full speed."),
            of("pump.stop", PUMP, "Stops at once and cannot be started."),
            of("radiation.calm", NONE, "Ends radiation.storm."),
            with("radiation.state", NONE, "bits", 0.0, 1000.0, "So many bits flip in the flight computer's memory."),
            with(
                    "radiation.storm",
                    NONE,
                    "multiple of the mean rates of upsets",
                    1.0,
                    ANY,
                    "A solar proton event, until radiation.calm."),
            with("radiator.area", WING, "part that is left, ratio", 0.0, 1.0, "Debris takes the rest of the panel."),
            with(
                    "radiator.coating",
                    WING,
                    "part of the emissivity that is left, ratio",
                    0.0,
                    1.0,
                    "Its coating gives off less heat."),
            of("radiator.restore", WING, "Panel and coating are as new."),
            of("rf.block", RADIO, "No station in view until rf.clear, for example by clouds or interference."),
            of("rf.clear", RADIO, "Ends rf.block."),
            with(
                    "rf.noise",
                    RADIO,
                    "added noise, dB",
                    0.0,
                    100.0,
                    "Hears the other end through more noise; 0 ends it."),
            with("sensor.bias", SENSOR, "added, in the sensor's unit", -ANY, ANY, "Reads this much more."),
            with("sensor.drift", SENSOR, "per minute, in the sensor's unit", -ANY, ANY, "Its reading runs away."),
            with("sensor.dropout", SENSOR, "part of the readings, ratio", 0.0, 1.0, "That many readings are NaN."),
            with(
                    "sensor.lie",
                    SENSOR,
                    "in the sensor's unit",
                    -ANY,
                    ANY,
                    "Reads this with its usual noise, whatever is true."),
            of("sensor.nan", SENSOR, "Reads NaN."),
            of("sensor.restore", SENSOR, "Ends everything that was done to it."),
            with("sensor.scale", SENSOR, "factor", -1000.0, 1000.0, "Reads so many times the truth."),
            of(
                    "sensor.silent",
                    SENSOR,
                    "Gives no new readings: the last one stays and its age grows; a sensor of a GPU reads NaN."),
            with(
                    "sensor.spike",
                    SENSOR,
                    "added, in the sensor's unit",
                    -ANY,
                    ANY,
                    "One reading in twenty is off by this."),
            of("sensor.stuck", SENSOR, "Keeps its present reading."),
            with("storage.fail", NONE, "count", 0.0, ANY, "The next so many writes to the store fail."),
            with("storage.flip", NONE, "bits", 0.0, 1000.0, "So many bits flip in stored blobs, wherever luck has it."),
            with("storage.full", NONE, "room, bytes; -1 for all", -1.0, 1e15, "Writes that would need more room fail."),
            with(
                    "storage.torn",
                    NONE,
                    "count",
                    0.0,
                    ANY,
                    "The next so many writes keep only their first half, without a word."),
            of("string.close", STRING, "Its contactor closes."),
            with(
                    "string.leak",
                    STRING,
                    "self-discharge, W",
                    0.0,
                    1e4,
                    "Empties by itself, as by a soft short; 0 ends it."),
            of("string.open", STRING, "Its contactor opens."),
            with(
                    "string.resistance",
                    STRING,
                    "multiple of its resistance, ratio",
                    0.1,
                    100.0,
                    "Its inner resistance grows; 1 ends it."),
            with("string.weak", STRING, "part that is left, ratio", 0.05, 1.5, "Holds only this part; 1 ends it."),
            of("tray.cut", TRAY, "Loses its power at once and cannot be powered until tray.restore."),
            with(
                    "tray.glitch",
                    TRAY,
                    "duration, s",
                    0.0,
                    ANY,
                    "No power for this long; then it boots if it is wanted on."),
            of("tray.reboot", TRAY, "Loses its power and boots at once if it is wanted on."),
            of("tray.restore", TRAY, "Ends tray.cut; the tray boots if it is wanted on."),
            of("valve.free", NONE, "Ends valve.stuck and valve.slow."),
            with(
                    "valve.slow",
                    NONE,
                    "times its travel time",
                    1.0,
                    10_000.0,
                    "The bypass valve creeps; valve.free ends it."),
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
