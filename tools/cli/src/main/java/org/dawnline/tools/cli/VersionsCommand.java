package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.dawnline.fsw.comms.proto.ModuleVersion;
import org.dawnline.fsw.comms.proto.TableVersion;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.dawnline.tools.ground.GroundClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is on board. */
@Command(
        name = "versions",
        description = "Show what is on board: software, commit, dictionary, Java, GPU driver and every table.",
        footer = {
            "",
            "The satellite says it with each connection, when a table has changed, and on versions.REPORT. Exit code 1 when it",
            "flies another dictionary than the ground has; telecommands are then refused, but with tc --any-dictionary.",
            "",
            "Examples:",
            "  ./dawnline versions",
            "  ./dawnline tc versions.REPORT && ./dawnline versions --json | jq .tables"
        })
final class VersionsCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOKS = 200;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    VersionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StopSignal stop = StopSignal.install();
                GroundClient ground = Contact.of(common, link).open(terminal)) {
            VersionReport report = await(ground, stop);
            if (report == null) {
                throw CommandFailure.failed("the satellite has not said what is on board");
            }
            boolean same = report.getDictionaryChecksum() == ground.dictionary().checksum();
            if (common.json()) {
                terminal.line(Json.pretty(json(report, same)));
            } else {
                tell(report);
            }
            if (!same) {
                terminal.note("dawnline: the ground has dictionary "
                        + HexFormat.of().toHexDigits(ground.dictionary().checksum()));
            }
            return same ? Dawnline.FINE : Dawnline.FAILED;
        }
    }

    private static @Nullable VersionReport await(GroundClient ground, StopSignal stop) throws InterruptedException {
        for (int i = 0; i < LOOKS && ground.versions() == null && !stop.await(LOOK); i++) {
            // It comes with the connection.
        }
        return ground.versions();
    }

    private void tell(VersionReport report) {
        terminal.line("software    " + report.getSoftware() + ", commit " + report.getGit());
        terminal.line("dictionary  " + HexFormat.of().toHexDigits(report.getDictionaryChecksum()));
        terminal.line("Java        " + report.getJava());
        terminal.line("GPU driver  " + (report.getGpuDriver().isEmpty() ? "-" : report.getGpuDriver()));
        for (ModuleVersion module : report.getModulesList()) {
            terminal.line("module      " + module.getName() + " " + module.getVersion());
        }
        for (TableVersion table : report.getTablesList()) {
            terminal.line("table       " + HexFormat.of().toHexDigits(table.getChecksum()) + "  " + table.getName());
        }
        terminal.line("reported    " + UtcText.iso(report.getUtcNanos()));
    }

    private static ObjectNode json(VersionReport report, boolean same) {
        ObjectNode node = Json.object()
                .put("software", report.getSoftware())
                .put("git", report.getGit())
                .put("dictionary", HexFormat.of().toHexDigits(report.getDictionaryChecksum()))
                .put("sameDictionary", same)
                .put("java", report.getJava())
                .put("gpuDriver", report.getGpuDriver())
                .put("utc", UtcText.iso(report.getUtcNanos()));
        ObjectNode modules = node.putObject("modules");
        for (ModuleVersion module : report.getModulesList()) {
            modules.put(module.getName(), module.getVersion());
        }
        ObjectNode tables = node.putObject("tables");
        for (TableVersion table : report.getTablesList()) {
            tables.put(table.getName(), HexFormat.of().toHexDigits(table.getChecksum()));
        }
        return node;
    }
}
