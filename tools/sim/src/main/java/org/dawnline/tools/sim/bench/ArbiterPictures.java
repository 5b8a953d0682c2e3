package org.dawnline.tools.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.report.TimePlot;
import org.dawnline.tools.sim.report.TimePlot.Line;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;

/** Draws the pictures of docs/arbiter.md: what the arbiter does, beside what the plain rules do. */
public final class ArbiterPictures {
    private static final String WITHOUT =
            "telecommands=[{command: parameters.SET, at: 1, arguments: {parameter: arbiter.enabled, value: \"0\"}}]";
    private static final String BLUE = "#1f6fb4";
    private static final String GREY = "#9aa7b4";
    private static final String GREEN = "#1a7f4b";
    private static final String ORANGE = "#d9822b";
    private static final String PURPLE = "#7b4fb5";
    private static final String RACK = "truth.rackPowerKW";
    private static final String ARRAY = "truth.arrayCapabilityKW";
    private static final String SOC = "truth.socRatio";
    private static final String DIE = "truth.hottestGpuTempC";
    private static final String SUPPLY = "truth.coolantInTempC";
    private static final String PANEL = "truth.radiatorTempC";
    private static final String BYPASS = "truth.bypassRatio";
    private static final String PRICE = "arbiter.pricePerWh";
    private static final String CREDIT = "arbiter.creditWh";
    private static final String HEAT = "thermal.heatGrantW";
    private static final List<String> KEPT = List.of(RACK, ARRAY, SOC, DIE, SUPPLY, PANEL, BYPASS, PRICE, CREDIT, HEAT);
    private static final Line DIES_AT_MOST = limit("dies at most", 85);
    private static final Line COOLANT_AT_LEAST = limit("coolant at least", -8);
    private static final double KILO = 1e-3;
    private static final double PERCENT = 100;
    private static final int TALL = 170;
    private static final int LOW = 110;
    private static final double S_PER_MIN = 60;

    private final Scenarios scenarios;
    private final RunOptions options;
    private final Path out;

    /** Pictures of the project's scenarios, written into a folder. */
    public ArbiterPictures(Path root, Path out) {
        scenarios = new Scenarios(root.resolve("scenarios"));
        options = RunOptions.of(root.resolve("vehicles"));
        this.out = out;
    }

    /** Flies and draws all of them. */
    public void draw(Consumer<String> progress) {
        june(progress);
        burst(progress);
        bursts(progress);
        inclined(progress);
    }

    private void june(Consumer<String> progress) {
        Trace with = fly("june-eclipse", 4, 10, List.of());
        Trace without = fly("june-eclipse", 4, 10, List.of(WITHOUT));
        WorldState world = with.flight().world().state();
        double fromS = world.eventTimeS(OrbitEvent.ECLIPSE_EXIT, 3) - 10 * S_PER_MIN;
        TimePlot plot = plot("An orbit in June, with the arbiter and with the plain rules", with, fromS, 120);
        power(plot, with, without);
        charge(plot, with, without);
        plot.panel("GPU-h per kWh", 0, 1, LOW, List.of(with.line(PRICE, "price of stored energy", PURPLE, 1 / KILO)));
        temperatures(plot, with, -20, List.of(DIES_AT_MOST), List.of(COOLANT_AT_LEAST));
        write("june.svg", plot, progress);
    }

    private void burst(Consumer<String> progress) {
        Trace with = fly("nominal-day", 0, 1, List.of("duration=5 h"));
        TimePlot plot = plot("A request for 150 kW that ends by forecast", with, 4 * 60 * S_PER_MIN - 180, 22);
        plot.panel(
                "kW",
                100,
                155,
                TALL,
                List.of(with.line(HEAT, "heat grant", GREY, KILO), with.line(RACK, "rack", BLUE)));
        plot.panel("°C", 74, 88, TALL, List.of(DIES_AT_MOST, with.line(DIE, "hottest die", ORANGE)));
        plot.panel(
                "°C",
                45,
                75,
                LOW,
                List.of(with.line(SUPPLY, "coolant supply", BLUE), with.line(PANEL, "panels", GREEN)));
        write("burst.svg", plot, progress);
    }

    private void bursts(Consumer<String> progress) {
        List<String> demand = List.of("jobs[0].demandW=1771");
        List<String> both = new ArrayList<>(demand);
        both.add(WITHOUT);
        Trace with = fly("june-eclipse", 4, 10, demand);
        Trace without = fly("june-eclipse", 4, 10, both);
        double fromS = with.flight().world().state().eventTimeS(OrbitEvent.ECLIPSE_EXIT, 3) - 10 * S_PER_MIN;
        TimePlot plot = plot("Jobs that ask for 150 kW all the time, in June", with, fromS, 120);
        power(plot, with, without);
        charge(plot, with, without);
        plot.panel("kWh", 0, 22, LOW, List.of(with.line(CREDIT, "burst credit", PURPLE, KILO)));
        temperatures(plot, with, -20, List.of(DIES_AT_MOST), List.of());
        write("june-150.svg", plot, progress);
    }

    private void inclined(Consumer<String> progress) {
        Trace with = fly("inclined-eclipse", 4, 10, List.of());
        Trace without = fly("inclined-eclipse", 4, 10, List.of(WITHOUT));
        double fromS = with.flight().world().state().eventTimeS(OrbitEvent.ECLIPSE_EXIT, 3) - 10 * S_PER_MIN;
        TimePlot plot = plot("An inclined orbit: 35 minutes of every 96 in the shadow", with, fromS, 120);
        power(plot, with, without);
        charge(plot, with, without);
        plot.panel("bypass, %", 0, 100, LOW, List.of(with.line(BYPASS, "bypass valve", PURPLE, PERCENT)));
        temperatures(plot, with, -65, List.of(), List.of(COOLANT_AT_LEAST, limit("panels at least", -60)));
        write("inclined.svg", plot, progress);
    }

    private static void power(TimePlot plot, Trace with, Trace without) {
        plot.panel(
                "kW",
                0,
                160,
                TALL,
                List.of(
                        with.line(ARRAY, "array could give", ORANGE),
                        without.line(RACK, "rack, plain rules", GREY),
                        with.line(RACK, "rack, arbiter", BLUE)));
    }

    private static void charge(TimePlot plot, Trace with, Trace without) {
        plot.panel(
                "charge, %",
                55,
                100,
                LOW,
                List.of(
                        limit("routine reserve", 60),
                        without.line(SOC, "plain rules", GREY, PERCENT),
                        with.line(SOC, "arbiter", BLUE, PERCENT)));
    }

    /** Temperatures between upper and lower limits, of which any may be left out; lines are drawn in this order. */
    private static void temperatures(TimePlot plot, Trace with, double leastC, List<Line> upper, List<Line> lower) {
        List<Line> lines = new ArrayList<>(upper);
        lines.add(with.line(DIE, "hottest die", ORANGE));
        lines.add(with.line(SUPPLY, "coolant supply", BLUE));
        lines.add(with.line(PANEL, "panels", GREEN));
        lines.addAll(lower);
        plot.panel("°C", leastC, 90, TALL, lines);
    }

    private static Line limit(String label, double value) {
        return new Line(label, "#c0282d", new double[0], new double[] {value});
    }

    private Trace fly(String scenario, int orbits, double intervalS, List<String> settings) {
        Scenario found = scenarios.find(scenario, settings);
        return Trace.of(orbits > 0 ? found.withLength(FlightLength.ofOrbits(orbits)) : found, options, intervalS, KEPT);
    }

    private static TimePlot plot(String title, Trace trace, double fromS, double minutes) {
        double toS = fromS + minutes * S_PER_MIN;
        TimePlot plot = new TimePlot(title, fromS, toS);
        Flight flight = trace.flight();
        WorldState world = flight.world().state();
        for (int nth = 1; nth <= world.eventCount(OrbitEvent.ECLIPSE_EXIT); nth++) {
            double exitS = world.eventTimeS(OrbitEvent.ECLIPSE_EXIT, nth);
            double entryS = entryBefore(world, exitS);
            if (exitS > fromS && entryS < toS) {
                plot.night(entryS, exitS);
            }
        }
        return plot;
    }

    private static double entryBefore(WorldState world, double exitS) {
        double entryS = 0;
        for (int nth = 1; nth <= world.eventCount(OrbitEvent.ECLIPSE_ENTRY); nth++) {
            double timeS = world.eventTimeS(OrbitEvent.ECLIPSE_ENTRY, nth);
            entryS = timeS < exitS ? timeS : entryS;
        }
        return entryS;
    }

    private void write(String name, TimePlot plot, Consumer<String> progress) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve(name), plot.svg());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + out, e);
        }
        progress.accept(out.resolve(name).toString());
    }
}
