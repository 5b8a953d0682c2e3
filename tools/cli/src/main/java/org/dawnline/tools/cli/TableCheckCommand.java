package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.sequence.PowerForecast;
import org.dawnline.fsw.core.sequence.Sequence;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.sim.table.TableDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says of tables whether flight software would put them in force, by its own code. */
@Command(
        name = "check",
        description = "Check tables as the satellite would: every row, with line, name and what would be right.",
        footer = {
            "",
            "Exit code 0 when all are right, 1 when one is not.",
            "",
            "Examples:",
            "  ./dawnline table check monitors.table",
            "  ./dawnline seq check safe-entry.table --vehicle starlink-v3",
            "  ./dawnline table check --json *.table | jq '.[].problems'"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TableCheckCommand implements Callable<Integer> {
    static final String ANY_KIND = "";

    private final Terminal terminal;
    private final String kind;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TableFiles files = new TableFiles();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Tables, as text or packed.")
    private List<Path> paths = List.of();

    TableCheckCommand(Terminal terminal, String kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        TableDesk desk = files.desk(common.project());
        ArrayNode all = Json.array();
        boolean right = true;
        for (Path path : paths) {
            TableDesk.Verdict verdict = check(desk, path, kind);
            right &= verdict.right();
            all.add(json(path, verdict));
            if (!common.json()) {
                show(path, verdict);
            }
        }
        if (common.json()) {
            terminal.line(Json.pretty(all));
        }
        return right ? Dawnline.FINE : Dawnline.FAILED;
    }

    static TableDesk.Verdict check(TableDesk desk, Path path, String kind) {
        Problems problems = new Problems();
        TableText text = TableFiles.read(path, problems);
        if (text != null && !kind.isEmpty() && !text.kind().equals(kind)) {
            problems.add(Flaw.UNKNOWN_NAME, "the kind is " + text.kind() + ", expected " + kind);
            text = null;
        }
        return text == null ? new TableDesk.Verdict(problems.list(), "", "", 0, 0, 0, null) : desk.check(text);
    }

    private void show(Path path, TableDesk.Verdict verdict) {
        if (verdict.right()) {
            terminal.line(path + ": " + verdict.kind() + " " + verdict.title() + " version " + verdict.version() + ", "
                    + verdict.rows() + " rows, checksum " + verdict.checksum());
        }
        if (verdict.content() instanceof Sequence sequence
                && sequence.forecast().mostW() > 0) {
            PowerForecast forecast = sequence.forecast();
            terminal.line(String.format(
                    Locale.ROOT,
                    "%s: switches on at most %.0f W, %.1f Wh over its longest run",
                    path,
                    forecast.mostW(),
                    forecast.energyWh()));
        }
        for (Problem problem : verdict.problems()) {
            terminal.line(path + ":" + Math.max(1, problem.line()) + ": " + problem.text());
        }
    }

    private static ObjectNode json(Path path, TableDesk.Verdict verdict) {
        ObjectNode node = Json.object();
        node.put("file", path.toString());
        node.put("right", verdict.right());
        node.put("kind", verdict.kind());
        node.put("name", verdict.title());
        node.put("version", verdict.version());
        node.put("rows", verdict.rows());
        node.put("checksum", verdict.checksum());
        if (verdict.content() instanceof Sequence sequence) {
            put(node, sequence.forecast());
        }
        ArrayNode problems = node.putArray("problems");
        for (Problem problem : verdict.problems()) {
            problems.addObject()
                    .put("line", problem.line())
                    .put("item", problem.position())
                    .put("flaw", problem.flaw().name())
                    .put("text", problem.text());
        }
        return node;
    }

    static void put(ObjectNode node, PowerForecast forecast) {
        Json.put(node, "mostW", forecast.mostW());
        Json.put(node, "energyWh", forecast.energyWh());
    }
}
