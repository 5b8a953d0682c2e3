package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.Operator;
import org.dawnline.tools.ground.Playback;
import org.dawnline.tools.ground.Unmet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows channels of the satellite. */
@Command(
        name = "tm",
        description = "Show telemetry: the newest value of each channel.",
        footer = {
            "",
            "For people temperatures are in °C, powers in kW and ratios in percent; with --json every",
            "value is in the unit of the dictionary, and --watch writes one document a line.",
            "Exit code 1 when a value, what --await waits for, or something that is stored does not come.",
            "",
            "Examples:",
            "  ./dawnline tm",
            "  ./dawnline tm power.soc 'thermal.*'",
            "  ./dawnline tm power.soc --watch",
            "  ./dawnline tm --set 1 --watch",
            "  ./dawnline tm power.soc --stored --from 90m",
            "  ./dawnline tm --await 'power.soc > 0.5' --timeout 60s && ./dawnline tc NOOP"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TmCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int MOST_LIVE_ROWS = 22;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Mixin
    private final StoredOptions stored = new StoredOptions();

    @Parameters(paramLabel = "CHANNEL", description = "Channels; * stands for any letters (default: all).")
    private List<String> channels = List.of();

    @Option(
            names = {"-w", "--watch"},
            description = "Go on showing, once a second, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--set",
            paramLabel = "N",
            description = "Show the reports of that housekeeping set instead, as they come.")
    private @Nullable Integer set;

    @Option(
            names = "--await",
            paramLabel = "CONDITION",
            description =
                    "Wait until it holds, such as 'power.soc > 0.5' or 'mode.current == SAFE', in the dictionary's unit;"
                            + " --timeout is then the satellite's time.")
    private @Nullable String condition;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            defaultValue = "10s",
            description =
                    "How long to wait for a value of each channel once the satellite is heard (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    TmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StopSignal stop = StopSignal.install();
                GroundClient ground = Contact.of(common, link).open(terminal)) {
            if (set != null) {
                boolean came = new SetView(terminal, common.json()).show(ground, set, watch, timeout, stop);
                return came ? Dawnline.FINE : Dawnline.FAILED;
            }
            if (condition != null) {
                return await(new Operator(ground), condition);
            }
            List<String> wanted =
                    Names.matching("channel", channels, ground.dictionary().channelNames());
            if (stored.stored()) {
                Playback.Result result = stored.fetch(terminal, ground, RecordKind.FRAME, LogRecord.LAST_PRIORITY);
                new StoredView(terminal, common.json()).show(result.book().frames(), wanted);
                return StoredOptions.exitCode(terminal, result);
            }
            boolean complete = waitForAll(ground, wanted, stop);
            if (watch) {
                watch(ground, wanted, stop);
            } else if (common.json()) {
                terminal.line(Json.pretty(json(ground, wanted)));
            } else {
                table(ground, wanted).forEach(terminal::line);
            }
            return complete || watch ? Dawnline.FINE : Dawnline.FAILED;
        }
    }

    private int await(Operator operator, String wanted) throws InterruptedException {
        try {
            ChannelValue value = operator.await(wanted, timeout);
            terminal.line(common.json() ? Json.pretty(json(value)) : value.name() + " = " + Reading.of(value));
            return Dawnline.FINE;
        } catch (Unmet e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private boolean waitForAll(GroundClient ground, List<String> wanted, StopSignal stop) throws InterruptedException {
        long looks = timeout.dividedBy(LOOK);
        for (long i = 0; i < looks; i++) {
            if (wanted.stream().allMatch(name -> ground.latest(name) != null) || stop.await(LOOK)) {
                return true;
            }
        }
        terminal.note("dawnline: not every channel came within " + timeout.toSeconds() + " s");
        return false;
    }

    private void watch(GroundClient ground, List<String> wanted, StopSignal stop) throws InterruptedException {
        if (terminal.live() && !common.json() && wanted.size() <= MOST_LIVE_ROWS) {
            try (Repainter screen = new Repainter(terminal)) {
                do {
                    screen.draw(table(ground, wanted));
                } while (!stop.await(PERIOD));
            }
            return;
        }
        do {
            terminal.line(common.json() ? Json.line(json(ground, wanted)) : plainLine(ground, wanted));
            terminal.out().flush();
        } while (!stop.await(PERIOD));
    }

    private static List<String> table(GroundClient ground, List<String> wanted) {
        int width = wanted.stream().mapToInt(String::length).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (String name : wanted) {
            Reading reading = reading(ground.latest(name));
            lines.add(String.format("%-" + width + "s  %12s %s", name, reading.value(), reading.unit())
                    .stripTrailing());
        }
        return lines;
    }

    private static String plainLine(GroundClient ground, List<String> wanted) {
        StringBuilder line = new StringBuilder(UtcText.clock(ground.satelliteUtcNanos()));
        for (String name : wanted) {
            line.append("  ").append(name).append('=').append(reading(ground.latest(name)));
        }
        return line.toString();
    }

    private static Reading reading(@Nullable ChannelValue value) {
        return value == null ? new Reading("-", "") : Reading.of(value);
    }

    private static ObjectNode json(GroundClient ground, List<String> wanted) {
        ObjectNode all = Json.object();
        for (String name : wanted) {
            ChannelValue value = ground.latest(name);
            if (value == null) {
                all.putObject(name).putNull("value");
            } else {
                all.set(name, json(value));
            }
        }
        return all;
    }

    /** A value for scripts, in the dictionary's unit. */
    static ObjectNode json(ChannelValue value) {
        ObjectNode entry = Json.object();
        Json.put(entry, "value", value.value());
        entry.put("unit", value.unit());
        if (!value.state().isEmpty()) {
            entry.put("state", value.state());
        }
        return entry.put("utc", UtcText.iso(value.utcNanos()));
    }
}
