package org.dawnline.tools.sim.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.sim.report.TimePlot;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Truth;

/** A flight of which some truths and channels are kept, every few seconds. */
final class Trace {
    private final Flight flight;
    private final double intervalS;
    private final List<Double> timesS = new ArrayList<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** Where values come from, and what came so far. */
    private record Kept(DoubleSupplier source, List<Double> values) {}

    private Trace(Scenario scenario, RunOptions options, double intervalS, List<String> names) {
        flight = new Flight(scenario, options);
        this.intervalS = intervalS;
        SimWorld world = flight.world();
        for (String name : names) {
            DoubleSupplier source = Truth.named(name)
                    .<DoubleSupplier>map(truth -> () -> truth.read(world.state()))
                    .orElseGet(() -> flight.channel(name));
            kept.put(name, new Kept(source, new ArrayList<>()));
        }
        world.schedule(Trigger.at(intervalS), this::look);
    }

    /** Flies and keeps. */
    static Trace of(Scenario scenario, RunOptions options, double intervalS, List<String> names) {
        Trace trace = new Trace(scenario, options, intervalS, names);
        trace.flight.fly(FlightListener.NONE);
        return trace;
    }

    private void look() {
        timesS.add(flight.world().state().timeS());
        kept.values().forEach(one -> one.values().add(one.source().getAsDouble()));
        flight.world().schedule(Trigger.at((timesS.size() + 1) * intervalS), this::look);
    }

    Flight flight() {
        return flight;
    }

    /** What was kept under a name, times a factor, as a line. */
    TimePlot.Line line(String name, String label, String colour, double factor) {
        Kept wanted = kept.get(name);
        if (wanted == null) {
            throw new IllegalArgumentException(name + " was not kept; expected one of " + kept.keySet());
        }
        double[] own =
                wanted.values().stream().mapToDouble(value -> value * factor).toArray();
        return new TimePlot.Line(
                label, colour, timesS.stream().mapToDouble(Double::doubleValue).toArray(), own);
    }

    TimePlot.Line line(String name, String label, String colour) {
        return line(name, label, colour, 1);
    }
}
