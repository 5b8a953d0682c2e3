package org.dawnline.tools.cli;

import java.util.Locale;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.FlightStatus;

/** The satellite in plain lines, one every few seconds and one for each event: for pipes, logs and CI. */
final class PlainView implements FlightListener, AutoCloseable {
    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double W_PER_KW = 1000;
    private static final double PERCENT = 100;

    private final Terminal terminal;
    private long writtenNanos = System.nanoTime() - INTERVAL_NANOS;

    PlainView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void event(FlightEvent event) {
        if (event.severity() != Severity.DIAGNOSTIC) {
            terminal.line("T+" + DurationText.of(event.timeS()) + " " + event.severity() + " " + event.name() + ": "
                    + event.text());
        }
    }

    @Override
    public void status(FlightStatus status) {
        long now = System.nanoTime();
        if (now - writtenNanos >= INTERVAL_NANOS) {
            writtenNanos = now;
            terminal.line(line(status));
        }
    }

    static String line(FlightStatus s) {
        return "T+" + DurationText.of(s.timeS()) + " " + (s.mode().isEmpty() ? "-" : s.mode())
                + "  soc " + number(PERCENT * s.socRatio()) + " %  array " + kilowatts(s.arrayPowerW())
                + "  bus " + kilowatts(s.busLoadW()) + "  compute " + kilowatts(s.rackPowerW())
                + " (power grant " + kilowatts(s.powerGrantW()) + ", heat grant " + kilowatts(s.heatGrantW())
                + ")  GPU " + celsius(s.hottestGpuTempK()) + "  coolant " + celsius(s.coolantInTempK())
                + "  radiator " + celsius(s.radiatorTempK()) + "  link "
                + (s.link().isEmpty() ? "-" : s.link())
                + (s.linkConnected() ? " connected" : "");
    }

    private static String kilowatts(double watts) {
        return number(watts / W_PER_KW) + " kW";
    }

    private static String celsius(double kelvin) {
        return number(kelvin - ZERO_CELSIUS_K) + " °C";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public void close() {}
}
