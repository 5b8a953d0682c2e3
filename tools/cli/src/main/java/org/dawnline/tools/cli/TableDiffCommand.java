package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.table.TableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two tables row by row. */
@Command(
        name = "diff",
        description = "Compare the rows of two tables, as text or packed; comments and blanks do not count.",
        footer = {
            "",
            "Exit code 0 when they say the same, 1 when not.",
            "",
            "Examples:",
            "  ./dawnline table diff monitors.table monitors.packed",
            "  ./dawnline table diff old.table new.table --json | jq .added"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TableDiffCommand implements Callable<Integer> {
    private static final long MOST_PAIRS = 25_000_000;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "OLD", description = "The one table.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The other table.")
    private Path after = Path.of("");

    TableDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> script = differences(rows(before), rows(after));
        if (common.json()) {
            ObjectNode node = Json.object();
            node.put("same", script.isEmpty());
            script.stream().filter(line -> line.startsWith("- ")).forEach(node.putArray("removed")::add);
            script.stream().filter(line -> line.startsWith("+ ")).forEach(node.putArray("added")::add);
            terminal.line(Json.pretty(node));
        } else {
            script.forEach(terminal::line);
        }
        return script.isEmpty() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static List<String> rows(Path path) {
        return TableText.of(TableFiles.readSound(path).bytes()).plainRows();
    }

    /** What to take out of the one and put in to get the other; whole blocks when they are too different to compare row by row. */
    static List<String> differences(List<String> old, List<String> now) {
        int head = 0;
        int most = Math.min(old.size(), now.size());
        while (head < most && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return script(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
    }

    private static List<String> script(List<String> old, List<String> now) {
        List<String> script = new ArrayList<>();
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            old.forEach(row -> script.add("- " + row));
            now.forEach(row -> script.add("+ " + row));
            return script;
        }
        int[][] common = commonFrom(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                script.add("- " + old.get(i++));
            } else {
                script.add("+ " + now.get(j++));
            }
        }
        return script;
    }

    /** Rows that two ends have in common in the same order, by where they begin. */
    private static int[][] commonFrom(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
