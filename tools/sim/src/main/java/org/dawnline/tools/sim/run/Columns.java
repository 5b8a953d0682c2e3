package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.Truth;
import org.jspecify.annotations.Nullable;

/** The columns of telemetry.csv and of the plots: the truth, and beside it what flight software decided. */
final class Columns {
    /** Rack input that the plan allows, W. */
    static final String POWER_GRANT = "arbiter.grantW";

    /** Rack input that heat allows, W. */
    static final String HEAT_GRANT = "thermal.heatGrantW";

    /** What decides the grant. */
    static final String CONSTRAINT = "arbiter.binding_constraint";

    /** Mode of the satellite. */
    static final String MODE = "mode.current";

    /** What carries the link. */
    static final String LINK = "comms.link";

    private static final double WATTS_PER_KILOWATT = 1e3;
    private static final int RATIO_DIGITS = 5;
    private static final int POWER_DIGITS = 4;
    private static final int TEMP_DIGITS = 3;

    private final List<Column> columns = new ArrayList<>();
    private final WorldState world;
    private final Dictionary dictionary;

    private Columns(WorldState world, Dictionary dictionary) {
        this.world = world;
        this.dictionary = dictionary;
    }

    static List<Column> of(WorldState world, Dictionary dictionary) {
        Columns columns = new Columns(world, dictionary);
        columns.fill();
        return List.copyOf(columns.columns);
    }

    private void fill() {
        truth(Truth.ILLUMINATION, "illumination");
        truth(Truth.ARRAY_POWER, "array power");
        truth(Truth.ARRAY_CAPABILITY, "array capability");
        truth(Truth.BATTERY_POWER, "battery power");
        truth(Truth.SOC, "state of charge");
        truth(Truth.BUS_LOAD, "bus load");
        truth(Truth.COMPUTE_POWER, "compute power");
        truth(Truth.RACK_POWER, "rack power");
        grant("powerGrant", "power grant", POWER_GRANT);
        grant("heatGrant", "heat grant", HEAT_GRANT);
        truth(Truth.HOTTEST_GPU, "hottest GPU");
        truth(Truth.COOLANT_IN, "coolant in");
        truth(Truth.COOLANT_OUT, "coolant out");
        truth(Truth.RADIATOR, "radiator");
        truth(Truth.BATTERY_TEMP, "battery temperature");
        truth(Truth.FLOW, "coolant flow");
        truth(Truth.VALVE, "bypass valve");
        state("constraint", "constraint", CONSTRAINT);
        state("mode", "mode", MODE);
        state("link", "link", LINK);
    }

    private void truth(Truth truth, String title) {
        int digits = switch (truth.unit()) {
            case "kW" -> POWER_DIGITS;
            case "degC" -> TEMP_DIGITS;
            default -> RATIO_DIGITS;
        };
        columns.add(new Column(truth.key(), title, truth.unit(), digits, List.of(), () -> truth.read(world)));
    }

    private void grant(String key, String title, String name) {
        Channel channel = find(dictionary, name);
        DoubleSupplier source = channel == null ? () -> Double.NaN : () -> channel.value() / WATTS_PER_KILOWATT;
        columns.add(new Column(key, title, "kW", POWER_DIGITS, List.of(), source));
    }

    private void state(String key, String title, String name) {
        Channel channel = find(dictionary, name);
        List<String> states = channel == null ? List.of() : channel.states();
        columns.add(new Column(key, title, "", 0, states, channel == null ? () -> Double.NaN : channel::value));
    }

    /** The channel of that name; null when this vehicle's software has none. */
    static @Nullable Channel find(Dictionary dictionary, String name) {
        for (Dictionary.Frame frame : dictionary.frames()) {
            for (Channel channel : frame.channels()) {
                if (channel.name().equals(name)) {
                    return channel;
                }
            }
        }
        return null;
    }
}
