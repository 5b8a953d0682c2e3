package org.dawnline.tools.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Sequences on the ground. */
@Command(
        name = "seq",
        description = "Sequences of telecommands: check them, try them on the simulated satellite, pack them.",
        footer = {
            "",
            "Examples:",
            "  ./dawnline seq check safe-entry.table",
            "  ./dawnline seq run --dry safe-entry.table",
            "  ./dawnline seq pack safe-entry.table"
        })
final class SeqCommand implements Runnable {
    static final String KIND = "sequence";

    private final Terminal terminal;

    SeqCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its own commands. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new SeqCommand(terminal))
                .addSubcommand(new TableCheckCommand(terminal, KIND))
                .addSubcommand(new TablePackCommand(terminal, KIND))
                .addSubcommand(new SeqRunCommand(terminal));
    }

    @Override
    public void run() {
        line(terminal).usage(terminal.out());
    }
}
