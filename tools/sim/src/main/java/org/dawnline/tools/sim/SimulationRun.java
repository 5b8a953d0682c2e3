package org.dawnline.tools.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawnline.tools.sim.bound.FlightBound;
import org.dawnline.tools.sim.report.HtmlReport;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;

/** Flies a scenario, judges it, and writes what is to be written. */
public final class SimulationRun {
    private final Flight flight;
    private final RunOptions options;
    private final FlightBound bound;

    private SimulationRun(Flight flight, RunOptions options, FlightBound bound) {
        this.flight = flight;
        this.options = options;
        this.bound = bound;
    }

    /** Prepares a run; refuses a scenario whose names fit neither vehicle nor flight software. */
    public static SimulationRun of(Scenario scenario, RunOptions options) {
        Flight flight = new Flight(scenario, options);
        FlightBound bound = new FlightBound(flight);
        flight.measureBy(bound);
        return new SimulationRun(flight, options, bound);
    }

    /** Flies to the end without telling anybody. */
    public Report fly() {
        return fly(FlightListener.NONE);
    }

    /** Flies to the end, or until {@link #stop()}; writes the reports if the options name a directory. Once only. */
    public Report fly(FlightListener listener) {
        flight.fly(listener);
        Report report = new Report(flight);
        Path out = options.out();
        if (out != null) {
            try {
                Files.writeString(out.resolve("report.json"), report.json());
                Files.writeString(out.resolve("report.html"), HtmlReport.of(report));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write into " + out, e);
            }
        }
        return report;
    }

    /** Ends the flight after the present cycle; from any thread. What was flown so far is judged. */
    public void stop() {
        flight.stop();
    }

    /** The flight: world, flight software and live state. */
    public Flight flight() {
        return flight;
    }

    /** The most energy that computing could have got; to be asked after the flight. */
    public FlightBound bound() {
        return bound;
    }
}
