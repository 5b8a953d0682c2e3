package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.orbit.GroundStation;

/** What a vehicle has that a fault can strike. */
final class Target {
    private static final int MANY = 4096;
    /** One of the two copies of the saved state. */
    private static final String STATE_COPY = "state.a";

    private static final String LOADS = "loads.";

    /** Slots in which a campaign's jobs are, or may come to be. */
    private static final int USED_SLOTS = 6;

    /** Members that fly on every vehicle. */
    private static final List<String> MEMBERS = List.of("comms", "orbit", "power", "thermal");

    /** Instead of a number of sensors: there is just this one, and its name has no number. */
    private static final int ALONE = -1;

    /** Power meters that every vehicle has. */
    private static final List<String> METERS = List.of("array", "capability", "battery", "bus");

    private static final double METER_ERROR = 0.2;
    private static final double METER_DRIFT = 0.02;

    /** A measuring point: redundant sensors of one quantity, and how far such a sensor may be off. */
    private record Point(
            String name, int sensors, double maxBias, double maxDriftPerMin, double minReading, double maxReading) {}

    private final VehicleProfile profile;
    private final List<Point> points = new ArrayList<>();
    private final List<String> loads;
    private final int sites;

    Target(VehicleProfile profile) {
        this.profile = profile;
        loads = profile.keys().stream()
                .filter(key -> key.startsWith(LOADS))
                .map(key -> key.substring(LOADS.length(), key.lastIndexOf('.')))
                .distinct()
                .toList();
        sites = GroundStation.opticalSites(profile).size();
        int thermistors = count("thermal.thermistorsPerPoint");
        addTemperature("inlet", thermistors);
        addTemperature("outlet", thermistors);
        for (int wing = 0; wing < count("thermal.wings"); wing++) {
            addTemperature("wing" + wing, thermistors);
        }
        add(new Point("flow", count("thermal.flowMeters"), 0.5, 0.1, 0, 1));
        for (int string = 0; string < count("battery.strings"); string++) {
            add(new Point("shunt" + string, count("battery.shuntsPerString"), 40, 10, -40, 60));
        }
        add(new Point("soc", ALONE, 0.2, 0.03, 0.2, 1));
        double arrayW = profile.number("array.powerAt1AuW", 0, 1e8);
        for (String meter : METERS) {
            add(new Point(meter + ".power", ALONE, METER_ERROR * arrayW, METER_DRIFT * arrayW, 0, arrayW));
        }
        add(new Point("battery.temp", ALONE, 25, 5, 240, 340));
    }

    private void addTemperature(String name, int sensors) {
        add(new Point(name, sensors, 25, 5, 240, 370));
    }

    private void add(Point point) {
        if (point.sensors() != 0) {
            points.add(point);
        }
    }

    private int count(String key) {
        return profile.has(key) ? profile.count(key, 0, MANY) : 0;
    }

    /** How many there are of a kind of target; 1 for a fault that has none. */
    int count(Kind kind) {
        return switch (kind) {
            case NONE -> 1;
            case GPU -> count("rack.trays") * count("rack.gpusPerTray");
            case TRAY -> count("rack.trays");
            case LASER -> count("links.laserTerminals");
            case RADIO -> count("links.rfTerminals");
            case PUMP -> count("thermal.pumps");
            case WING -> count("thermal.wings");
            case STRING -> count("battery.strings");
            case ARRAY_WING -> count("array.wings");
            case HEATER -> count("thermal.heaters");
            case LOAD -> loads.size();
            case SITE -> sites;
            case SLOT -> count(Kind.GPU) > 0 ? USED_SLOTS : 0;
            case MEMBER -> MEMBERS.size();
            case FILE -> 1;
            case SENSOR -> points.size();
        };
    }

    /** What the simulator calls target number {@code index} of a kind; empty when the fault has none. */
    String name(Kind kind, int index, Dice dice) {
        return switch (kind) {
            case NONE -> "";
            case MEMBER -> MEMBERS.get(index);
            case FILE -> STATE_COPY;
            case LOAD -> loads.get(index);
            case SENSOR -> {
                Point point = points.get(index);
                yield point.sensors() == ALONE ? point.name() : point.name() + "." + dice.whole(0, point.sensors() - 1);
            }
            default -> Integer.toString(index);
        };
    }

    /** How far sensor point {@code index} is off, in its own unit. */
    BigDecimal sensorError(int index, Dice dice) {
        double most = points.get(index).maxBias();
        return dice.decimal(-most, most, 3);
    }

    /** How fast sensor point {@code index} runs away, in its own unit per minute. */
    BigDecimal sensorDrift(int index, Dice dice) {
        double most = points.get(index).maxDriftPerMin();
        return dice.decimal(-most, most, 3);
    }

    /** What sensor point {@code index} could read, in its own unit. */
    BigDecimal sensorReading(int index, Dice dice) {
        Point point = points.get(index);
        return dice.decimal(point.minReading(), point.maxReading(), 3);
    }

    /** Kinds of targets, as the simulator's catalogue calls them. */
    enum Kind {
        NONE,
        GPU,
        TRAY,
        LASER,
        RADIO,
        PUMP,
        WING,
        STRING,
        ARRAY_WING,
        HEATER,
        LOAD,
        SITE,
        SLOT,
        MEMBER,
        FILE,
        SENSOR;

        /** The kind that the catalogue means, such as {@code arrayWing}. */
        static Kind of(String catalogueTarget) {
            return catalogueTarget.isEmpty()
                    ? NONE
                    : valueOf(catalogueTarget.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        }
    }
}
