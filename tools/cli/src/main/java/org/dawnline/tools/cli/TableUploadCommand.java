package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.dawnline.tools.sim.table.TableDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a table in parts, has it checked on board, and activates it if wanted. */
@Command(
        name = "upload",
        description =
                "Check a table here, upload it in parts, have it checked on board, and put it in force if wanted.",
        footer = {
            "",
            "Without --activate it waits on board for tc tables.ACTIVATE, which puts all that wait in force together.",
            "Exit code 0 when the satellite took every step, 1 when not.",
            "",
            "Examples:",
            "  ./dawnline table upload monitors.table --as monitors",
            "  ./dawnline table upload safe-entry.table --as sequence.00 --activate"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TableUploadCommand implements Callable<Integer> {
    private static final Duration CHECKED_WITHIN = Duration.ofMinutes(3);

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Mixin
    private final TableFiles files = new TableFiles();

    @Parameters(paramLabel = "FILE", description = "The table, as text or packed.")
    private Path path = Path.of("");

    @Option(names = "--as", paramLabel = "TABLE", required = true, description = "Table on board, such as sequence.05.")
    private String table = "";

    @Option(names = "--activate", description = "Put it in force, with all others that wait.")
    private boolean activate;

    TableUploadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        TableDesk.Verdict verdict =
                TableCheckCommand.check(files.desk(common.project()), path, TableCheckCommand.ANY_KIND);
        if (!verdict.right()) {
            verdict.problems().forEach(problem -> terminal.note("dawnline: " + path + ": " + problem));
            return Dawnline.FAILED;
        }
        byte[] packed = TableDesk.pack(TableFiles.readSound(path), verdict);
        try (GroundClient ground = Contact.of(common, link).open(terminal)) {
            boolean done = upload(ground, packed)
                    && step(ground, "tables.VALIDATE", Map.of("table", table))
                    && (!activate || step(ground, "tables.ACTIVATE", Map.of()));
            if (common.json()) {
                ObjectNode node = Json.object();
                node.put("table", table);
                node.put("done", done);
                node.put("checksum", verdict.checksum());
                terminal.line(Json.pretty(node));
            } else if (done) {
                terminal.line(table + ": version " + verdict.version() + ", checksum " + verdict.checksum()
                        + (activate ? ", in force" : ", waits for tables.ACTIVATE"));
            }
            return done ? Dawnline.FINE : Dawnline.FAILED;
        } catch (WrongTelecommandException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailure.failed("no counter for the telecommand: " + e.getMessage(), e);
        }
    }

    private boolean upload(GroundClient ground, byte[] packed)
            throws WrongTelecommandException, IOException, InterruptedException {
        for (int at = 0; at < packed.length; at += CommandTerms.MAX_DATA_BYTES) {
            int end = Math.min(packed.length, at + CommandTerms.MAX_DATA_BYTES);
            Map<String, String> arguments =
                    Map.of("table", table, "offset", Integer.toString(at), "total", Integer.toString(packed.length));
            SendOptions options = SendOptions.defaults().withData(Arrays.copyOfRange(packed, at, end));
            if (!said("tables.LOAD", ground.send("tables.LOAD", arguments, options))) {
                return false;
            }
        }
        return true;
    }

    private boolean step(GroundClient ground, String command, Map<String, String> arguments)
            throws WrongTelecommandException, IOException, InterruptedException {
        return said(
                command, ground.send(command, arguments, SendOptions.defaults().withTimeout(CHECKED_WITHIN)));
    }

    private boolean said(String command, CommandResult result) {
        if (!result.completed()) {
            terminal.note("dawnline: " + command + ": " + result.stages()
                    + (result.answer() == 0 ? "" : ", answer " + result.answer()));
        }
        return result.completed();
    }
}
