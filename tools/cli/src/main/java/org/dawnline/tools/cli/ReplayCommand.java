package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.Replay;
import org.dawnline.tools.sim.tape.Difference;
import org.dawnline.tools.sim.tape.WrongTape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flies a recorded flight again, without the simulator. */
@Command(
        name = "replay",
        description =
                "Fly flight software again over a recorded flight, without the simulator, and compare everything.",
        footer = {
            "",
            "Says \"same\" and the digest of the log, or the first difference: cycle, channel or call, and both values.",
            "Exit code 0 when it is the same, 1 when it differs, 2 when the tape is damaged or of another build.",
            "",
            "Examples:",
            "  ./dawnline sim --scenario june-eclipse --orbits 1 --record target/june.tape",
            "  ./dawnline replay target/june.tape",
            "  ./dawnline replay target/june.tape --any-build     what has my change changed?"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--any-build", description = "Fly it also with another build of the flight software.")
    private boolean anyBuild;

    @Parameters(paramLabel = "FILE", description = "The tape, as sim --record has written it.")
    private Path tape = Path.of("");

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Replay replay = Replay.of(tape);
        Replay.Result result = fly(anyBuild ? replay.withAnyBuild() : replay);
        terminal.line(common.json() ? Json.pretty(json(result)) : result.text());
        return result.same() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private Replay.Result fly(Replay replay) {
        try {
            return replay.fly();
        } catch (WrongTape e) {
            throw CommandFailure.usage(tape + ": " + e.getMessage());
        }
    }

    private static ObjectNode json(Replay.Result result) {
        ObjectNode node = Json.object()
                .put("same", result.same())
                .put("flight", result.flight())
                .put("cycles", result.cycles())
                .put("ending", result.ending().name())
                .put("digest", result.digest());
        Difference difference = result.difference();
        if (difference != null) {
            ObjectNode first = node.putObject("difference")
                    .put("cycle", difference.cycle())
                    .put("what", difference.what())
                    .put("recorded", difference.recorded())
                    .put("now", difference.now());
            Json.put(first, "timeSeconds", difference.timeS());
        }
        return node;
    }
}
