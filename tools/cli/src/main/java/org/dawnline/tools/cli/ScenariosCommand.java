package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
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
        List<Scenario> all = new Scenarios(common.project().root().resolve("scenarios")).all();
        if (common.json()) {
            ArrayNode list = Json.array();
            for (Scenario scenario : all) {
                list.addObject().put("name", scenario.name()).put("description", scenario.description());
            }
            terminal.line(Json.pretty(list));
        } else {
            int width = all.stream().mapToInt(one -> one.name().length()).max().orElse(1);
            for (Scenario scenario : all) {
                terminal.line(String.format("%-" + width + "s  %s", scenario.name(), firstSentence(scenario)));
            }
        }
        return Dawnline.FINE;
    }

    private static String firstSentence(Scenario scenario) {
        String text = scenario.description().strip().replaceAll("\\s+", " ");
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
