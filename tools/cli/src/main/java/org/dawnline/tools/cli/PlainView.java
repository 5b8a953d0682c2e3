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
        return String.format(
                Locale.ROOT,
                "T+%s %s  soc %.1f %%  array %.1f kW  bus %.1f kW  compute %.1f kW (power grant %.1f, heat grant %.1f)"
                        + "  GPU %.1f °C  coolant %.1f °C  radiator %.1f °C  link %s%s",
                DurationText.of(s.timeS()),
                s.mode(),
                100 * s.socRatio(),
                s.arrayPowerW() / W_PER_KW,
                s.busLoadW() / W_PER_KW,
                s.rackPowerW() / W_PER_KW,
                s.powerGrantW() / W_PER_KW,
                s.heatGrantW() / W_PER_KW,
                s.hottestGpuTempK() - ZERO_CELSIUS_K,
                s.coolantInTempK() - ZERO_CELSIUS_K,
                s.radiatorTempK() - ZERO_CELSIUS_K,
                s.link(),
                s.linkConnected() ? " connected" : "");
    }

    @Override
    public void close() {}
}
