package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the scenarios that come with Dawnline. */
@Command(
        name = "scenarios",
        description = "List the scenarios that come with Dawnline.",
        footer = {"", "Examples:", "  ./dawnline scenarios", "  ./dawnline sim --scenario june-eclipse"})
final class ScenariosCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    ScenariosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> names = common.project().scenarios();
        if (common.json()) {
            ArrayNode list = Json.array();
            names.forEach(list::add);
            terminal.line(Json.pretty(list));
        } else {
            names.forEach(terminal::line);
        }
        return Dawnline.FINE;
    }
}
