package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.dawnline.app.VehicleFile;
import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the vehicles that come with Dawnline, or the figures of one. */
@Command(
        name = "vehicles",
        description = "List the vehicles that come with Dawnline, or all figures of one.",
        footer = {"", "Examples:", "  ./dawnline vehicles", "  ./dawnline vehicles ai1"})
final class VehiclesCommand implements Callable<Integer> {
    private static final double WIDEST = Double.MAX_VALUE;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "NAME|FILE", description = "The vehicle whose figures to show.")
    private @Nullable String vehicle;

    VehiclesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (vehicle == null) {
            list();
        } else {
            show(VehicleFile.read(common.project().vehicle(vehicle)));
        }
        return Dawnline.FINE;
    }

    private void list() {
        if (common.json()) {
            ArrayNode names = Json.array();
            common.project().vehicles().forEach(names::add);
            terminal.line(Json.pretty(names));
        } else {
            common.project().vehicles().forEach(terminal::line);
        }
    }

    private void show(VehicleProfile profile) {
        if (common.json()) {
            ObjectNode figures = Json.object();
            profile.keys().forEach(key -> Json.put(figures, key, profile.number(key, -WIDEST, WIDEST)));
            terminal.line(Json.pretty(figures));
        } else {
            profile.keys().forEach(key -> terminal.line(key + " = " + profile.number(key, -WIDEST, WIDEST)));
        }
    }
}
