package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.sequence.PowerForecast;
import org.dawnline.tools.sim.table.DryRun;
import org.dawnline.tools.sim.table.TableDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flies a sequence on the simulated satellite. */
@Command(
        name = "run",
        description = "Fly a sequence on the simulated satellite and say what each telecommand came to, and when.",
        footer = {
            "",
            "It is checked first; one with a problem is not flown. Exit code 0 when every telecommand was taken, the sequence",
            "came to its end, and what it switched on drew no more than foretold; 1 when not.",
            "",
            "Examples:",
            "  ./dawnline seq run --dry safe-entry.table",
            "  ./dawnline seq run --dry contact.table --vehicle starlink-v3 --json"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class SeqRunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TableFiles files = new TableFiles();

    @Option(
            names = "--dry",
            required = true,
            description = "On a simulated satellite; a real one runs what was uploaded: tc sequencer.START.")
    private boolean dry;

    @Parameters(paramLabel = "FILE", description = "The sequence, as text or packed.")
    private Path path = Path.of("");

    SeqRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!dry) {
            throw CommandFailure.usage("this only runs dry");
        }
        ProjectFolder project = common.project();
        TableDesk.Verdict verdict = TableCheckCommand.check(files.desk(project), path, SeqCommand.KIND);
        if (!verdict.right()) {
            verdict.problems().forEach(problem -> terminal.note("dawnline: " + path + ": " + problem));
            return Dawnline.FAILED;
        }
        DryRun.Outcome outcome =
                DryRun.fly(files.vehicle(), project.root().resolve("vehicles"), TableFiles.readSound(path), verdict);
        if (common.json()) {
            terminal.line(Json.pretty(json(outcome)));
        } else {
            show(outcome);
        }
        return outcome.fine() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private void show(DryRun.Outcome outcome) {
        for (DryRun.Step step : outcome.steps()) {
            String verdict =
                    step.reason() == Reason.NONE ? "taken" : step.reason().name();
            terminal.line(String.format(
                    Locale.ROOT, "%3d  +%9.1f s  %-12s %s", step.number(), step.afterS(), verdict, step.command()));
        }
        outcome.events().forEach(text -> terminal.line("     " + text));
        PowerForecast forecast = outcome.forecast();
        terminal.line(String.format(
                Locale.ROOT,
                "switched on: at most %.0f W and %.1f Wh foretold, %.0f W and %.1f Wh drawn",
                forecast.mostW(),
                forecast.energyWh(),
                outcome.drawnMostW(),
                outcome.drawnWh()));
        String end = outcome.completed() ? "COMPLETED" : outcome.started() ? "STOPPED" : "NOT STARTED";
        terminal.line(end + ", " + outcome.steps().size() + " telecommands");
    }

    private static ObjectNode json(DryRun.Outcome outcome) {
        ObjectNode node = Json.object();
        node.put("started", outcome.started());
        node.put("completed", outcome.completed());
        node.put("fine", outcome.fine());
        TableCheckCommand.put(node, outcome.forecast());
        Json.put(node, "drawnMostW", outcome.drawnMostW());
        Json.put(node, "drawnWh", outcome.drawnWh());
        ArrayNode steps = node.putArray("steps");
        for (DryRun.Step step : outcome.steps()) {
            ObjectNode one = steps.addObject();
            one.put("step", step.number());
            Json.put(one, "afterS", step.afterS());
            one.put("command", step.command());
            one.put("reason", step.reason().name());
        }
        ArrayNode events = node.putArray("events");
        outcome.events().forEach(events::add);
        return node;
    }
}
