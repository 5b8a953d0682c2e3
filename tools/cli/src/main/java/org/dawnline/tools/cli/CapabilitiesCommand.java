package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.tools.cli.capability.Capability;
import org.dawnline.tools.cli.capability.CapabilityPage;
import org.dawnline.tools.cli.capability.Evidence;
import org.dawnline.tools.cli.capability.TaggedTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what Dawnline claims to do, with the tests that show it. */
@Command(
        name = "capabilities",
        description = "List what Dawnline claims to do, row by row, with the tests that show it.",
        footer = {
            "",
            "The claims stand in docs/capabilities.table; a test shows row A1 by @Tag(\"A1\"). Exit code 1 when a claim has no",
            "test, or a tag no claim.",
            "",
            "Examples:",
            "  ./dawnline capabilities",
            "  ./dawnline capabilities A1 E",
            "  ./dawnline capabilities --write"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class CapabilitiesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--write", description = "Write docs/capabilities.md anew.")
    private boolean write;

    @Parameters(paramLabel = "ROW", arity = "0..*", description = "Only these rows (A1) or subjects (A); default: all.")
    private List<String> wanted = new ArrayList<>();

    CapabilitiesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path root = common.project().root();
        Evidence evidence = read(root);
        if (write) {
            write(root.resolve(Evidence.PAGE), CapabilityPage.of(evidence));
        }
        List<Capability> rows =
                evidence.table().rows().stream().filter(this::wanted).toList();
        if (rows.isEmpty()) {
            throw CommandFailure.usage("no row " + String.join(", ", wanted) + " in " + Evidence.TABLE);
        }
        List<String> problems = evidence.problems();
        if (common.json()) {
            terminal.line(Json.pretty(json(evidence, rows, problems)));
        } else {
            rows.forEach(row -> tell(row, evidence.testsOf(row)));
            problems.forEach(terminal::note);
        }
        return problems.isEmpty() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static Evidence read(Path root) {
        try {
            return Evidence.of(root);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read the claims and tests of " + root + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private boolean wanted(Capability row) {
        return wanted.isEmpty()
                || wanted.stream()
                        .map(one -> one.toUpperCase(Locale.ROOT))
                        .anyMatch(one ->
                                row.id().equals(one) || row.id().substring(0, 1).equals(one));
    }

    private void tell(Capability row, List<TaggedTest> tests) {
        terminal.line(String.format(Locale.ROOT, "%-3s  %s%s", row.id(), row.open() ? "(not yet) " : "", row.claim()));
        if (!wanted.isEmpty()) {
            tests.forEach(test -> terminal.line("       " + test.name()));
        } else if (!tests.isEmpty()) {
            long classes = tests.stream().map(TaggedTest::file).distinct().count();
            terminal.line("       tests: " + tests.size() + ", classes: " + classes);
        }
    }

    private static ObjectNode json(Evidence evidence, List<Capability> rows, List<String> problems) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("rows");
        for (Capability row : rows) {
            ObjectNode node = list.addObject()
                    .put("id", row.id())
                    .put("claim", row.claim())
                    .put("open", row.open());
            ArrayNode tests = node.putArray("tests");
            evidence.testsOf(row)
                    .forEach(test -> tests.addObject().put("file", test.file()).put("test", test.name()));
        }
        problems.forEach(result.putArray("problems")::add);
        return result;
    }
}
