package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dawnline.tools.sim.SeedCheck;
import org.dawnline.tools.sim.SeedTable;
import org.dawnline.tools.sim.scenario.Scenario;

/** Shows what became of scenarios on many seeds: each with the worst of every criterion. */
final class SeedsView {
    private final Terminal terminal;
    private final boolean json;

    SeedsView(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Flies and tells; answers the exit code. */
    int check(SeedCheck check, List<Scenario> scenarios, int threads) throws InterruptedException {
        List<SeedTable> tables = check.fly(scenarios, threads, terminal::note, json ? table -> {} : this::tell);
        if (json) {
            ArrayNode list = Json.array();
            tables.forEach(table -> add(table, list.addObject()));
            terminal.line(Json.pretty(list));
        } else {
            tables.forEach(table -> terminal.line(summary(table)));
        }
        return tables.stream().allMatch(SeedTable::passed) ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static String summary(SeedTable table) {
        int count = table.runs().size();
        int failed = table.failedSeeds().size();
        String seeds = failed == 0
                ? ""
                : "  not on seeds "
                        + table.failedSeeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-3s  %-28s %s  %d of %d seeds pass%s",
                table.scenario().row(),
                table.scenario().name(),
                failed == 0 ? "ok  " : "FAIL",
                count - failed,
                count,
                seeds);
    }

    private void tell(SeedTable table) {
        terminal.line(summary(table));
        List<SeedTable.Row> rows = table.rows();
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(1);
        for (SeedTable.Row row : rows) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "       %s  %-" + width + "s  %2d of %d  worst %s on seed %d (limit %s)%s",
                    row.failed() == 0 ? "ok  " : "FAIL",
                    row.name(),
                    row.judged() - row.failed(),
                    row.judged(),
                    row.worst(),
                    row.worstSeed(),
                    row.limit(),
                    Double.isNaN(row.margin()) ? "" : String.format(Locale.ROOT, ", margin %.4g", row.margin())));
        }
        table.breaches()
                .forEach((kind, count) -> terminal.line("       FAIL  hard limit " + kind + " on " + count + " seeds"));
        terminal.line("");
    }

    private static void add(SeedTable table, ObjectNode node) {
        node.put("scenario", table.scenario().name())
                .put("row", table.scenario().row())
                .put("seeds", table.runs().size())
                .put("passed", table.passed());
        table.failedSeeds().forEach(node.putArray("failedSeeds")::add);
        ObjectNode breaches = node.putObject("hardLimits");
        table.breaches().forEach(breaches::put);
        ArrayNode rows = node.putArray("criteria");
        for (SeedTable.Row row : table.rows()) {
            ObjectNode one = rows.addObject()
                    .put("name", row.name())
                    .put("limit", row.limit())
                    .put("judged", row.judged())
                    .put("failed", row.failed())
                    .put("worst", row.worst())
                    .put("worstSeed", row.worstSeed());
            Json.put(one, "margin", row.margin());
        }
    }
}
