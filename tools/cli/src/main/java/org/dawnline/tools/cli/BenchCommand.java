package org.dawnline.tools.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements. */
@Command(
        name = "bench",
        description = "Measure: how fast the simulation is and what costs how much of it.",
        footer = {"", "Examples:", "  ./dawnline bench speed", "  ./dawnline bench speed --profile"})
final class BenchCommand implements Runnable {
    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its own commands. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new BenchCommand(terminal)).addSubcommand(new BenchSpeedCommand(terminal));
    }

    @Override
    public void run() {
        line(terminal).usage(terminal.out());
    }
}
