package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one signed telecommand and waits for its terminal report. */
@Command(
        name = "tc",
        description = "Send a signed telecommand and wait until it is completed, rejected or failed.",
        footer = {
            "",
            "The component may be left out where the name is unique: NOOP is core.NOOP.",
            "Exit code 0 when completed, 1 when rejected, failed or without an answer, 2 when the call is wrong.",
            "",
            "Examples:",
            "  ./dawnline tc NOOP",
            "  ./dawnline tc parameters.SET parameter=power.reserveRatio value=0.7",
            "  ./dawnline tc mode.SET mode=SAFE --in 10m   time-tagged, by the satellite's clock",
            "  ./dawnline tc parameters.RESET_ALL --arm    arms a critical telecommand, then fires it",
            "  ./dawnline dictionary                lists all telecommands"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TcCommand implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MS_PER_S = 1e3;
    /** A terminal that has lost the relay needs up to 60 s to find it again. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(75);

    private final Terminal terminal;
    private final StationClock clock = new StationClock();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the telecommand.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "ARGUMENT=VALUE", description = "Its arguments.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Option(
            names = "--in",
            paramLabel = "TIME",
            converter = DurationText.class,
            description =
                    "Execute it after that time, by the satellite's clock, instead of at once; tc waits for that.")
    private @Nullable Duration delay;

    @Option(names = "--arm", description = "Arm it first, as critical telecommands need it.")
    private boolean arm;

    @Option(names = "--data", paramLabel = "FILE", description = "Send the bytes of that file with it.")
    private @Nullable Path data;

    @Option(
            names = "--force",
            description = "Send it even if it does not fit the dictionary; the satellite then judges.")
    private boolean force;

    @Option(
            names = "--any-dictionary",
            description = "Send it even if the satellite says that it flies another dictionary than the ground has.")
    private boolean anyDictionary;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Longest wait, first for the satellite's dictionary (default: 90 s), then for its answer"
                    + " (default: 75 s).")
    private @Nullable Duration timeout;

    TcCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Contact contact = Contact.of(common, link);
        try (GroundClient ground = timeout == null ? contact.open(terminal) : contact.open(terminal, timeout)) {
            ground.problems(problem -> terminal.note("dawnline: " + problem));
            GroundDictionary dictionary = ground.dictionary();
            String full = force ? name : Names.one("telecommand", name, dictionary.commandNames());
            SendOptions options = withData(options(full, ground));
            if (dictionary.critical(full) && !arm && !force) {
                throw CommandFailure.usage(full + " is critical; --arm arms it and fires at once");
            }
            if (arm) {
                CommandResult armed = timed(dictionary.armCommand(), ground, () -> ground.arm(full, options.timeout()));
                if (!armed.completed()) {
                    return Dawnline.FAILED;
                }
                return done(timed(full, ground, () -> ground.send(full, arguments, options.withNonce(armed.answer()))));
            }
            return done(timed(full, ground, () -> ground.send(full, arguments, options)));
        } catch (WrongTelecommandException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailure.failed("no counter for the telecommand: " + e.getMessage(), e);
        }
    }

    /** Sends a telecommand. */
    private interface Sending {
        CommandResult send() throws WrongTelecommandException, IOException, InterruptedException;
    }

    private CommandResult timed(String full, GroundClient ground, Sending sending)
            throws WrongTelecommandException, IOException, InterruptedException {
        long begin = clock.nanos();
        CommandResult result = sending.send();
        show(full, result, (clock.nanos() - begin) / NANOS_PER_SECOND, ground);
        return result;
    }

    private static int done(CommandResult result) {
        return result.completed() ? Dawnline.FINE : Dawnline.FAILED;
    }

    private SendOptions withData(SendOptions options) {
        if (data == null) {
            return options;
        }
        try {
            return options.withData(Files.readAllBytes(data));
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + data + ": " + e.getMessage(), e);
        }
    }

    // What takes long has that time on top.
    private Duration longest(String full, GroundDictionary dictionary) {
        if (timeout != null) {
            return timeout;
        }
        CommandEntry command = dictionary.command(full);
        return command == null ? ANSWER_WITHIN : ANSWER_WITHIN.plusMillis((long) (command.getLongestS() * MS_PER_S));
    }

    private SendOptions options(String full, GroundClient ground) throws InterruptedException {
        Duration longest = longest(full, ground.dictionary());
        SendOptions options = SendOptions.defaults().withTimeout(longest);
        options = force ? options.forced() : options;
        options = anyDictionary ? options.withAnyDictionary() : options;
        return delay == null ? options : timeTagged(options, delay, ground);
    }

    private static SendOptions timeTagged(SendOptions options, Duration delay, GroundClient ground)
            throws InterruptedException {
        if (!ground.awaitSatelliteTime()) {
            // Dated by the station's clock it might wait for months on a satellite that lives in another time.
            throw CommandFailure.failed("no telemetry comes, so the satellite's time is not known; --in needs it");
        }
        return options.withValidity(options.validity().plus(delay))
                .withTimeout(options.timeout().plus(delay))
                .at(ground.satelliteUtcNanos() + delay.toNanos());
    }

    private void show(String full, CommandResult result, double seconds, GroundClient ground) {
        if (common.json()) {
            terminal.line(Json.pretty(json(full, result, seconds, ground)));
            return;
        }
        String stages = result.stages().stream()
                .map(stage -> stage.terminal() ? stage.name() : stage.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" > "));
        String heading = full + " #" + result.counter() + "  ";
        if (result.timedOut()) {
            terminal.line(heading + (stages.isEmpty() ? "" : stages + " > ") + "NO ANSWER within "
                    + String.format(Locale.ROOT, "%.0f s", seconds));
            terminal.line("  link: " + link(ground) + "; until its validity ends it may still be carried out");
        } else {
            terminal.line(heading + stages + String.format(Locale.ROOT, "  in %.2f s", seconds));
            if (result.answer() != 0) {
                terminal.line(String.format(
                        Locale.ROOT, "  answer: %d (hexadecimal %016x)", result.answer(), result.answer()));
            }
            explain(full, result, ground.dictionary());
        }
    }

    private static String link(GroundClient ground) {
        return ground.connected() ? LinkText.of(ground.linkState()) : "the broker is gone";
    }

    private void explain(String full, CommandResult result, GroundDictionary dictionary) {
        if (result.outcome() == Stage.COMPLETED) {
            return;
        }
        terminal.line("  reason: " + result.reason() + ", " + ReasonText.of(result.reason()));
        List<ArgumentEntry> known = knownArguments(full, dictionary);
        if (result.argumentIndex() >= 0 && result.argumentIndex() < known.size()) {
            ArgumentEntry argument = known.get(result.argumentIndex());
            terminal.line("  argument " + argument.getName() + ": expected " + dictionary.expected(argument));
        }
        String parameter = dictionary.expectedOfParameter(full, arguments);
        if (!parameter.isEmpty()) {
            terminal.line("  " + parameter);
        }
    }

    private static List<ArgumentEntry> knownArguments(String full, GroundDictionary dictionary) {
        CommandEntry command = dictionary.command(full);
        return command == null ? List.of() : command.getArgumentsList();
    }

    private static ObjectNode json(String full, CommandResult result, double seconds, GroundClient ground) {
        ObjectNode node = Json.object().put("telecommand", full).put("counter", result.counter());
        ArrayNode stages = node.putArray("stages");
        result.stages().forEach(stage -> stages.add(stage.name()));
        node.put(
                "outcome",
                result.outcome() == null ? "NO_ANSWER" : result.outcome().name());
        node.put("reason", result.reason().name());
        List<ArgumentEntry> known = knownArguments(full, ground.dictionary());
        if (result.argumentIndex() >= 0 && result.argumentIndex() < known.size()) {
            node.put("argument", known.get(result.argumentIndex()).getName());
        } else {
            node.putNull("argument");
        }
        return node.put("reasonText", ReasonText.of(result.reason()))
                .put("answer", result.answer())
                .put("link", link(ground))
                .put("seconds", seconds);
    }
}
