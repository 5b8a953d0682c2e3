package org.dawnline.tools.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.FlightStatus;

/** The satellite on one screen of 80 by 24 characters, redrawn in place. */
final class LiveView implements FlightListener, AutoCloseable {
    private static final int GAUGE_WIDTH = 24;
    private static final int SPARK_WIDTH = 26;
    private static final int EVENTS = 6;
    private static final int WIDTH = 79;
    private static final long REDRAW_NANOS = 250_000_000L;
    private static final double SPARK_INTERVAL_S = 10;
    private static final double MAX_W = 1e9;
    private static final double MAX_K = 1e3;
    /** Where the scale of heat ends for a vehicle without chips. */
    private static final double WARM_K = 358.15;

    private static final double COLD_GAUGE_K = 253.15;
    /** Below this a vehicle's powers are shown with a digit more. */
    private static final double SMALL_W = 20_000;

    private static final double LOW_SOC_RATIO = 0.5;
    private static final double IDLE_RATIO = 1e-3;
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double W_PER_KW = 1000;

    private final Terminal terminal;
    private final String title;
    private final String hint;
    private final Repainter repainter;
    private final Gauge gauge = new Gauge(GAUGE_WIDTH, true);
    private final double fullPowerW;
    private final double hotK;
    private final Sparkline compute;
    private final Sparkline charge = new Sparkline(SPARK_WIDTH, 0, 1);
    private final Deque<FlightEvent> events = new ArrayDeque<>();
    private long drawnNanos = Long.MIN_VALUE;
    private double nextSparkS;

    /** The vehicle's array and chips give the scales. */
    LiveView(Terminal terminal, VehicleProfile vehicle, String title, String hint) {
        this.terminal = terminal;
        fullPowerW = vehicle.number("array.powerAt1AuW", 1, MAX_W);
        hotK = vehicle.numberOr(WARM_K, "gpu.maxOperatingTempK", COLD_GAUGE_K + 1, MAX_K);
        compute = new Sparkline(SPARK_WIDTH, 0, fullPowerW);
        this.title = title;
        this.hint = hint;
        repainter = new Repainter(terminal);
    }

    @Override
    public void event(FlightEvent event) {
        if (event.severity() == Severity.DIAGNOSTIC) {
            return;
        }
        if (events.size() == EVENTS) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    @Override
    public void status(FlightStatus status) {
        while (status.timeS() >= nextSparkS) {
            compute.add(status.rackPowerW());
            charge.add(status.socRatio());
            nextSparkS += Math.max(SPARK_INTERVAL_S, status.timeS() - nextSparkS);
        }
        long now = System.nanoTime();
        if (now - drawnNanos >= REDRAW_NANOS || drawnNanos == Long.MIN_VALUE) {
            drawnNanos = now;
            repainter.draw(lines(status));
        }
    }

    private List<String> lines(FlightStatus s) {
        List<String> lines = new ArrayList<>();
        lines.add(paint(Paint.BOLD, title));
        lines.add(paint(mode(s.mode()), s.mode()) + "   T+" + DurationText.of(s.timeS()) + "   "
                + UtcText.dayAndClock(s.utcNanos()) + " UTC");
        lines.add("");
        lines.add(row("sunlight", s.illuminationRatio(), percent(s.illuminationRatio()), ""));
        lines.add(row("array", s.arrayPowerW() / fullPowerW, kilowatts(s.arrayPowerW()), ""));
        lines.add(row("bus load", s.busLoadW() / fullPowerW, kilowatts(s.busLoadW()), battery(s.batteryPowerW())));
        lines.add(row("charge", s.socRatio(), paint(low(s.socRatio()), percent(s.socRatio())), charge.text(true)));
        lines.add(row("compute", s.rackPowerW() / fullPowerW, kilowatts(s.rackPowerW()), compute.text(true)));
        lines.add(row("  power grant", s.powerGrantW() / fullPowerW, kilowatts(s.powerGrantW()), ""));
        lines.add(row("  heat grant", s.heatGrantW() / fullPowerW, kilowatts(s.heatGrantW()), ""));
        lines.add(row(
                "hottest GPU",
                heat(s.hottestGpuTempK()),
                paint(hot(s.hottestGpuTempK()), celsius(s.hottestGpuTempK())),
                "limit " + celsius(hotK).strip()));
        lines.add(row(
                "coolant",
                heat(s.coolantInTempK()),
                celsius(s.coolantInTempK()),
                "out " + celsius(s.coolantOutTempK()).strip()));
        lines.add(row("radiator", heat(s.radiatorTempK()), celsius(s.radiatorTempK()), ""));
        lines.add(label("ground link")
                + paint(
                        s.linkConnected() ? Paint.GREEN : Paint.YELLOW,
                        s.linkConnected() ? "connected over " + s.link() : "not connected (carrier: " + s.link() + ")")
                + (s.slips() > 0 ? paint(Paint.YELLOW, "   " + s.slips() + " cycles slipped") : ""));
        lines.add("");
        for (FlightEvent event : events) {
            lines.add(eventLine(event));
        }
        for (int i = events.size(); i < EVENTS; i++) {
            lines.add("");
        }
        lines.add(paint(Paint.DIM, hint));
        return lines;
    }

    private String row(String name, double ratio, String value, String remark) {
        return label(name) + paint(Paint.CYAN, gauge.of(ratio)) + "  " + value + "  " + paint(Paint.DIM, remark);
    }

    private static String label(String name) {
        return String.format(Locale.ROOT, "%-14s", name);
    }

    private String eventLine(FlightEvent event) {
        String text = String.format(
                Locale.ROOT,
                "%-10s %-12s %s: %s",
                DurationText.of(event.timeS()),
                event.severity().name(),
                event.name(),
                event.text());
        String cut = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        return paint(colour(event.severity()), cut);
    }

    private String battery(double batteryW) {
        if (Double.isNaN(batteryW) || Math.abs(batteryW) < fullPowerW * IDLE_RATIO) {
            return "battery idle";
        }
        return "battery " + (batteryW > 0 ? "gives " : "takes ")
                + kilowatts(Math.abs(batteryW)).strip();
    }

    private static String percent(double ratio) {
        return Double.isNaN(ratio) ? "       -" : String.format(Locale.ROOT, "%6.1f %%", 100 * ratio);
    }

    private String kilowatts(double watts) {
        String format = fullPowerW < SMALL_W ? "%5.2f kW" : "%5.1f kW";
        return Double.isNaN(watts) ? "       -" : String.format(Locale.ROOT, format, watts / W_PER_KW);
    }

    private static String celsius(double kelvin) {
        return Double.isNaN(kelvin) ? "       -" : String.format(Locale.ROOT, "%5.1f °C", kelvin - ZERO_CELSIUS_K);
    }

    private double heat(double kelvin) {
        return (kelvin - COLD_GAUGE_K) / (hotK - COLD_GAUGE_K);
    }

    private Paint hot(double kelvin) {
        return kelvin > hotK ? Paint.RED : Paint.PLAIN;
    }

    private static Paint low(double ratio) {
        return ratio < LOW_SOC_RATIO ? Paint.YELLOW : Paint.PLAIN;
    }

    private static Paint mode(String mode) {
        return mode.equals("OPERATIONAL") ? Paint.GREEN : Paint.YELLOW;
    }

    private static Paint colour(Severity severity) {
        return switch (severity) {
            case FATAL, WARNING_HI -> Paint.RED;
            case WARNING_LO -> Paint.YELLOW;
            case COMMAND -> Paint.CYAN;
            case ACTIVITY_HI, ACTIVITY_LO, DIAGNOSTIC -> Paint.PLAIN;
        };
    }

    private String paint(Paint paint, String text) {
        return paint.on(text, terminal.colour());
    }

    @Override
    public void close() {
        repainter.close();
    }
}
