package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.ScenarioCheck;
import org.dawnline.tools.sim.SeedCheck;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.NotYet;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the scenarios that come with Dawnline, and flies them to see whether the list is true. */
@Command(
        name = "scenarios",
        description = "List the scenarios that come with Dawnline, and what flight software does not pass yet.",
        footer = {
            "",
            "Exit code 1 of --check when one fails that should pass, or passes that is said not to:",
            "then its notYet must go. With --seeds every scenario must pass on every seed; the table shows for each",
            "criterion the seed that came nearest to the limit. Limits that are figures of the nominal vehicle",
            "(nominalTruthOnly) are not judged where the truth is drawn.",
            "",
            "Examples:",
            "  ./dawnline scenarios",
            "  ./dawnline scenarios --check --up-to 3h",
            "  ./dawnline scenarios --check june-eclipse one-pump-lost",
            "  ./dawnline scenarios --check --seeds 20 --rows 1,2,3,4,5a,5b,6,13,14",
            "  ./dawnline sim --scenario june-eclipse"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class ScenariosCommand implements Callable<Integer> {
    private static final double SECONDS_PER_ORBIT = 5_801;
    private static final double DEFAULT_SPREAD = 0.03;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--check", description = "Fly them and compare with what their files say.")
    private boolean check;

    @Option(
            names = "--up-to",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Only those that fly no longer than this, for example 3h (simulated time).")
    private @Nullable Duration upTo;

    @Option(
            names = "--rows",
            paramLabel = "ROW",
            split = ",",
            description = "Only these of the mission's numbered scenarios, for example 1,2,5a.")
    private List<String> rows = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "With --check: fly each on N seeds with drawn truth and show the worst of every criterion.")
    private int seeds;

    @Option(
            names = "--spread",
            paramLabel = "RATIO",
            description =
                    "With --seeds: how far the assumed figures of the vehicle are drawn (default: ${DEFAULT-VALUE}).")
    private double spread = DEFAULT_SPREAD;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "With --seeds: flights at the same time (default: one a processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these (default: all).")
    private List<String> names = new ArrayList<>();

    ScenariosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Scenario> wanted = wanted();
        if (seeds > 0) {
            RunOptions options = RunOptions.of(common.project().root().resolve("vehicles"));
            return new SeedsView(terminal, common.json()).check(new SeedCheck(options, seeds, spread), wanted, jobs);
        }
        return check ? check(wanted) : list(wanted);
    }

    private List<Scenario> wanted() {
        Scenarios scenarios = new Scenarios(common.project().root().resolve("scenarios"));
        List<Scenario> all = names.isEmpty()
                ? scenarios.all()
                : names.stream().map(scenarios::find).toList();
        return all.stream()
                .filter(one -> rows.isEmpty() || rows.contains(one.row()))
                .filter(one -> upTo == null || seconds(one) <= upTo.toSeconds())
                .sorted(Comparator.comparing(ScenariosCommand::order))
                .toList();
    }

    private static double seconds(Scenario scenario) {
        int orbits = scenario.length().orbits();
        return orbits > 0 ? orbits * SECONDS_PER_ORBIT : scenario.length().seconds();
    }

    // 5b after 5a after 4; what is no row comes last.
    private static String order(Scenario scenario) {
        String number = scenario.row().replaceAll("[a-z]", "");
        return String.format(
                Locale.ROOT,
                "%04d%s%s",
                number.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(number),
                scenario.row(),
                scenario.name());
    }

    private int list(List<Scenario> scenarios) {
        if (common.json()) {
            ArrayNode list = Json.array();
            scenarios.forEach(one -> describe(one, list.addObject()));
            terminal.line(Json.pretty(list));
            return Dawnline.FINE;
        }
        int width = width(scenarios);
        line(width, "row", "scenario", "vehicle", "flies", "status");
        for (Scenario one : scenarios) {
            NotYet notYet = one.notYet();
            line(
                    width,
                    one.row(),
                    one.name(),
                    one.vehicle(),
                    one.length().toString(),
                    notYet == null ? "passes" : "not yet: " + notYet.because() + "; needs " + notYet.needs());
        }
        return Dawnline.FINE;
    }

    private void line(int width, String row, String name, String vehicle, String length, String status) {
        terminal.line(String.format(
                Locale.ROOT, "%-3s  %-" + width + "s  %-15s  %-9s  %s", row, name, vehicle, length, status));
    }

    private static int width(List<Scenario> scenarios) {
        return scenarios.stream().mapToInt(one -> one.name().length()).max().orElse(1);
    }

    private static void describe(Scenario scenario, ObjectNode node) {
        node.put("name", scenario.name())
                .put("row", scenario.row())
                .put("vehicle", scenario.vehicle())
                .put("length", scenario.length().toString())
                .put("description", scenario.description());
        NotYet notYet = scenario.notYet();
        node.put("passes", notYet == null);
        if (notYet != null) {
            node.putObject("notYet").put("because", notYet.because()).put("needs", notYet.needs());
        }
    }

    private int check(List<Scenario> scenarios) {
        RunOptions options = RunOptions.of(common.project().root().resolve("vehicles"));
        ArrayNode list = Json.array();
        int width = width(scenarios);
        int wrong = 0;
        for (Scenario one : scenarios) {
            ScenarioCheck checked = ScenarioCheck.fly(one, options);
            wrong += checked.asStated() ? 0 : 1;
            if (common.json()) {
                add(checked, list.addObject());
            } else {
                tell(checked, width);
            }
        }
        if (common.json()) {
            terminal.line(Json.pretty(list));
        } else {
            terminal.line(scenarios.size() + " flown, " + wrong + " not as stated");
        }
        return wrong == 0 ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static void add(ScenarioCheck checked, ObjectNode node) {
        describe(checked.scenario(), node);
        node.put("passed", checked.passed()).put("asStated", checked.asStated());
        Json.put(node, "wallSeconds", checked.wallS());
        checked.failures().forEach(node.putArray("failures")::add);
    }

    private void tell(ScenarioCheck checked, int width) {
        Scenario scenario = checked.scenario();
        terminal.line(String.format(
                Locale.ROOT,
                "%-3s  %-" + width + "s  %6.1f s  %s",
                scenario.row(),
                scenario.name(),
                checked.wallS(),
                checked.verdict()));
        checked.failures().forEach(failure -> terminal.line("       " + failure));
    }
}
