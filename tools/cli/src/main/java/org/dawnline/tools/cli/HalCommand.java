package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dawnline.hal.linux.HardwareSurvey;
import org.dawnline.hal.linux.LinuxHal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** What hardware there is. */
@Command(
        name = "hal",
        description = "Show what hardware this computer offers to the flight software.",
        subcommands = HalCommand.ListCommand.class,
        synopsisSubcommandLabel = "list",
        footer = {"", "Examples:", "  ./dawnline hal list", "  ./dawnline hal list --json"})
final class HalCommand implements Callable<Integer> {
    private static final double ZERO_CELSIUS_K = 273.15;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    HalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return list(common);
    }

    private int list(CommonOptions options) {
        Path storage = options.project().home().resolve("hal");
        try (LinuxHal hal = LinuxHal.open(new LinuxHal.Options(storage))) {
            HardwareSurvey survey = hal.survey();
            if (options.json()) {
                terminal.line(Json.pretty(json(survey)));
            } else {
                terminal.out().print(survey.text());
                survey.gpus().forEach(gpu -> terminal.line(text(gpu)));
                survey.sensors().forEach(sensor -> terminal.line(text(sensor)));
            }
        }
        return Dawnline.FINE;
    }

    private static String text(HardwareSurvey.Gpu gpu) {
        return String.format(
                Locale.ROOT,
                "GPU %d  %s  %.0f W of %.0f W (%.0f to %.0f W)  %.0f °C  %s%s",
                gpu.index(),
                gpu.name(),
                gpu.powerW(),
                gpu.limitW(),
                gpu.minLimitW(),
                gpu.maxLimitW(),
                gpu.tempK() - ZERO_CELSIUS_K,
                gpu.uuid(),
                gpu.missing().isEmpty() ? "" : "  lacks " + gpu.missing());
    }

    private static String text(HardwareSurvey.Sensor sensor) {
        boolean temperature = sensor.unit().equals("K");
        return String.format(
                Locale.ROOT,
                "sensor %s  %.1f %s",
                sensor.name(),
                temperature ? sensor.value() - ZERO_CELSIUS_K : sensor.value(),
                temperature ? "°C" : sensor.unit());
    }

    private static ObjectNode json(HardwareSurvey survey) {
        ObjectNode all = Json.object();
        ArrayNode devices = all.putArray("devices");
        for (HardwareSurvey.Line line : survey.lines()) {
            devices.addObject()
                    .put("device", line.device())
                    .put("found", line.found())
                    .put("detail", line.detail());
        }
        ArrayNode gpus = all.putArray("gpus");
        survey.gpus().forEach(gpu -> gpus.add(json(gpu)));
        ArrayNode sensors = all.putArray("sensors");
        for (HardwareSurvey.Sensor sensor : survey.sensors()) {
            ObjectNode node = sensors.addObject()
                    .put("name", sensor.name())
                    .put("kind", sensor.kind().name())
                    .put("unit", sensor.unit());
            Json.put(node, "value", sensor.value());
        }
        return all;
    }

    private static ObjectNode json(HardwareSurvey.Gpu gpu) {
        ObjectNode node = Json.object()
                .put("index", gpu.index())
                .put("name", gpu.name())
                .put("uuid", gpu.uuid())
                .put("missing", gpu.missing());
        Json.put(node, "minLimitW", gpu.minLimitW());
        Json.put(node, "maxLimitW", gpu.maxLimitW());
        Json.put(node, "limitW", gpu.limitW());
        Json.put(node, "powerW", gpu.powerW());
        Json.put(node, "tempK", gpu.tempK());
        return node;
    }

    /** The only word that follows, for now. */
    @Command(
            name = "list",
            description = "List every device that was looked for, with what was found or why nothing was.",
            footer = {
                "",
                "Examples:",
                "  ./dawnline hal list",
                "  ./dawnline hal list --json | jq '.devices[] | select(.found)'"
            })
    static final class ListCommand implements Callable<Integer> {
        @ParentCommand
        private @Nullable HalCommand hal;

        @Mixin
        private final CommonOptions common = new CommonOptions();

        @Override
        public Integer call() {
            return Objects.requireNonNull(hal).list(common);
        }
    }
}
