package org.dawnline.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dawnline.tools.sim.scenario.WrongScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code dawnline} command. Each of its words is a class of its own; this one holds what they have in common. */
@Command(
        name = "dawnline",
        description =
                "Flight software for satellites that carry a data centre: fly it on a simulated satellite, talk to it, judge it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./dawnline run                         fly ai1 in real time, with a live view",
            "  ./dawnline tc NOOP                     say hello to it from another terminal",
            "  ./dawnline sim --scenario nominal-day  judge a whole day in seconds",
            "",
            "Exit codes: 0 fine, 1 criteria failed or telecommand rejected, 2 the call was wrong.",
            "What commands make (keys, the satellite's memory) lives in .dawnline/; --home puts it elsewhere."
        })
public final class Dawnline implements Runnable {
    /** Exit code: done, and everything asked for came true. */
    static final int FINE = 0;
    /** Exit code: criteria failed, a telecommand was rejected, nobody answered. */
    static final int FAILED = 1;
    /** Exit code: the call itself was wrong. */
    static final int USAGE = 2;

    private static final int HELP_WIDTH = 96;

    private final Terminal terminal;

    Dawnline(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.exit(commandLine(terminal).execute(arguments));
    }

    @Override
    public void run() {
        commandLine(terminal).usage(terminal.out());
    }

    /** The whole command tree, writing to {@code terminal}. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new Dawnline(terminal));
        for (Object command : commands(terminal)) {
            line.addSubcommand(command);
        }
        addHelp(line);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setColorScheme(new ColorScheme.Builder(terminal.colour() ? Ansi.ON : Ansi.OFF).build());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(wrongCall(terminal));
        line.setExecutionExceptionHandler(failure(terminal));
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Show this help and end.")
                        .build());
        line.getSubcommands().values().forEach(Dawnline::addHelp);
    }

    private static List<Object> commands(Terminal terminal) {
        return List.of(
                new RunCommand(terminal),
                new SimCommand(terminal),
                new ReplayCommand(terminal),
                new CampaignCommand(terminal),
                new TcCommand(terminal),
                new TmCommand(terminal),
                new RecorderCommand(terminal),
                new EventsCommand(terminal),
                new VersionsCommand(terminal),
                new DictionaryCommand(terminal),
                TableCommand.line(terminal),
                SeqCommand.line(terminal),
                new ScenariosCommand(terminal),
                new VehiclesCommand(terminal),
                new CapabilitiesCommand(terminal),
                new HalCommand(terminal),
                new ImageCommand(terminal),
                BenchCommand.line(terminal));
    }

    private static IParameterExceptionHandler wrongCall(Terminal terminal) {
        return (wrong, arguments) -> {
            terminal.note("dawnline: " + wrong.getMessage());
            suggest(wrong, terminal);
            terminal.note("Try: ./" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return USAGE;
        };
    }

    private static void suggest(ParameterException wrong, Terminal terminal) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> nearest = unmatched.getSuggestions();
            if (!nearest.isEmpty()) {
                terminal.note("Did you mean: " + String.join(", ", nearest) + "?");
            }
        }
    }

    private static IExecutionExceptionHandler failure(Terminal terminal) {
        return (exception, line, parsed) -> {
            if (exception instanceof CommandFailure failure) {
                terminal.note("dawnline: " + failure.getMessage());
                return failure.exitCode();
            }
            if (exception instanceof WrongScenario wrong) {
                wrong.problems().forEach(problem -> terminal.note("dawnline: " + problem));
                return USAGE;
            }
            if (exception instanceof IllegalArgumentException refused) {
                // The readers of profiles, scenarios and telecommands refuse what people wrote with a sentence.
                terminal.note("dawnline: " + refused.getMessage());
                return USAGE;
            }
            throw exception;
        };
    }
}
