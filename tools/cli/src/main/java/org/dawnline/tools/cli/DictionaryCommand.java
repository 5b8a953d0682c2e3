package org.dawnline.tools.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the interface between space and ground; needs no running satellite. */
@Command(
        name = "dictionary",
        description =
                "Write all channels, telecommands, events and parameters: the interface between space and ground.",
        footer = {
            "",
            "Examples:",
            "  ./dawnline dictionary --format md > icd.md",
            "  ./dawnline dictionary --format json | jq '.commands[].name'"
        })
@SuppressWarnings({"FieldCanBeFinal", "UnusedVariable"})
final class DictionaryCommand implements Callable<Integer> {
    /** How it is written. */
    enum Format {
        /** For scripts. */
        JSON,
        /** For people: the interface control document. */
        MD
    }

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--vehicle",
            paramLabel = "NAME|FILE",
            defaultValue = "ai1",
            description = "Vehicle (default: ${DEFAULT-VALUE}).")
    private String vehicle = "ai1";

    @Option(
            names = "--format",
            paramLabel = "json|md",
            defaultValue = "md",
            description = "Format (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MD;

    DictionaryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw CommandFailure.failed("dictionary comes with the flight application");
    }
}
