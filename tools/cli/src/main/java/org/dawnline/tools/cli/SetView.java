package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.TelemetryFrame;

/** Shows the reports of one housekeeping set as they come: only what its rules have sent. */
final class SetView {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Terminal terminal;
    private final boolean json;
    private final BlockingQueue<TelemetryFrame> reports = new LinkedBlockingQueue<>();

    SetView(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Shows one report, or all until it is stopped; says whether one came in time. */
    boolean show(GroundClient ground, int set, boolean watch, Duration timeout, StopSignal stop)
            throws InterruptedException {
        ground.sets(report -> {
            if (report.name().equals("set " + set)) {
                reports.add(report);
            }
        });
        TelemetryFrame report = reports.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (report == null) {
            terminal.note("dawnline: no report of set " + set + " came within " + timeout.toSeconds() + " s");
            return false;
        }
        show(report);
        while (watch && !stop.await(LOOK)) {
            for (report = reports.poll(); report != null; report = reports.poll()) {
                show(report);
            }
        }
        return true;
    }

    private void show(TelemetryFrame report) {
        if (json) {
            terminal.line(Json.line(document(report)));
        } else {
            terminal.line(UtcText.clock(report.utcNanos()) + "  " + report.name());
            for (ChannelValue value : report.values()) {
                String stale = value.stale() ? "  STALE" : "";
                terminal.line("  " + value.name() + " = " + Reading.of(value) + stale);
            }
        }
        terminal.out().flush();
    }

    private static ObjectNode document(TelemetryFrame report) {
        ObjectNode document = Json.object();
        document.put("name", report.name());
        document.put("utc", UtcText.iso(report.utcNanos()));
        ObjectNode values = document.putObject("values");
        for (ChannelValue value : report.values()) {
            ObjectNode entry = values.putObject(value.name());
            Json.put(entry, "value", value.value());
            entry.put("unit", value.unit());
            if (!value.state().isEmpty()) {
                entry.put("state", value.state());
            }
            entry.put("stale", value.stale());
        }
        return document;
    }
}
