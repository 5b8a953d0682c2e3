package org.dawnline.tools.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements. */
@Command(
        name = "bench",
        description =
                "Measure: how fast the simulation is, how much of the possible energy reached the computing, how long a plan takes,"
                        + " what the services cost,"
                        + " what survives a kill.",
        footer = {
            "",
            "Examples:",
            "  ./dawnline bench speed",
            "  ./dawnline bench energy june-eclipse",
            "  ./dawnline bench plan",
            "  ./dawnline bench services",
            "  ./dawnline bench kills --runs 100"
        })
final class BenchCommand implements Runnable {
    private final Terminal terminal;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its own commands. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new BenchCommand(terminal))
                .addSubcommand(new BenchSpeedCommand(terminal))
                .addSubcommand(new BenchEnergyCommand(terminal))
                .addSubcommand(new BenchPlanCommand(terminal))
                .addSubcommand(new BenchServicesCommand(terminal))
                .addSubcommand(new BenchKillsCommand(terminal))
                .addSubcommand(new BenchPicturesCommand(terminal));
    }

    @Override
    public void run() {
        line(terminal).usage(terminal.out());
    }
}
