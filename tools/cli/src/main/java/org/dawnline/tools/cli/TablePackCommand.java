package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.sim.table.TableDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs a table that is right for its upload. */
@Command(
        name = "pack",
        description = "Check a table and pack it for its upload: header with checksum, then the text, deflated.",
        footer = {
            "",
            "A table with a problem is not packed; exit code 1 then.",
            "",
            "Examples:",
            "  ./dawnline table pack monitors.table --to monitors.packed",
            "  ./dawnline seq pack safe-entry.table"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TablePackCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final String kind;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TableFiles files = new TableFiles();

    @Parameters(paramLabel = "FILE", description = "The table as text.")
    private Path path = Path.of("");

    @Option(names = "--to", paramLabel = "FILE", description = "Where to (default: FILE with the ending .packed).")
    private @Nullable Path target;

    TablePackCommand(Terminal terminal, String kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        TableDesk.Verdict verdict = TableCheckCommand.check(files.desk(common.project()), path, kind);
        if (!verdict.right()) {
            verdict.problems().forEach(problem -> terminal.note("dawnline: " + path + ": " + problem));
            return Dawnline.FAILED;
        }
        TableText text = TableFiles.readSound(path);
        byte[] packed = TableDesk.pack(text, verdict);
        Path written = target == null ? withEnding(path) : target;
        try {
            Files.write(written, packed);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + written + ": " + e.getMessage(), e);
        }
        int parts = (packed.length + CommandTerms.MAX_DATA_BYTES - 1) / CommandTerms.MAX_DATA_BYTES;
        if (common.json()) {
            ObjectNode node = Json.object();
            node.put("file", written.toString());
            node.put("bytes", packed.length);
            node.put("parts", parts);
            node.put("checksum", verdict.checksum());
            terminal.line(Json.pretty(node));
        } else {
            terminal.line(written + ": " + text.bytes().length + " bytes packed into " + packed.length + ", " + parts
                    + (parts == 1 ? " part" : " parts") + " to upload, checksum " + verdict.checksum());
        }
        return Dawnline.FINE;
    }

    private static Path withEnding(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".packed");
    }
}
