package org.dawnline.tools.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tables on the ground. */
@Command(
        name = "table",
        description = "Tables of the flight software, as checked text: check, compare, pack and upload them.",
        footer = {
            "",
            "Examples:",
            "  ./dawnline table check monitors.table",
            "  ./dawnline table diff old.table new.table",
            "  ./dawnline table pack monitors.table",
            "  ./dawnline table upload monitors.table --as monitors --activate"
        })
final class TableCommand implements Runnable {
    private final Terminal terminal;

    TableCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With its own commands. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new TableCommand(terminal))
                .addSubcommand(new TableCheckCommand(terminal, TableCheckCommand.ANY_KIND))
                .addSubcommand(new TableDiffCommand(terminal))
                .addSubcommand(new TablePackCommand(terminal, TableCheckCommand.ANY_KIND))
                .addSubcommand(new TableUploadCommand(terminal));
    }

    @Override
    public void run() {
        line(terminal).usage(terminal.out());
    }
}
