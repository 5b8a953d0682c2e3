package org.dawnline.tools.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flies the flight software on the simulated satellite, with a broker beside it, until the time is over or Ctrl-C. */
@Command(
        name = "run",
        description = "Fly the flight software on a simulated satellite, with a broker and a live view.",
        footer = {
            "",
            "Without a terminal (in a pipe, under CI) the live view becomes one plain line every few seconds.",
            "Ctrl-C ends the flight cleanly, with exit code 0.",
            "",
            "Examples:",
            "  ./dawnline run",
            "  ./dawnline run --scenario june-eclipse --speed 60 --orbits 2",
            "  ./dawnline run --broker tcp://127.0.0.1:1883   with Mosquitto instead of the built-in broker"
        })
@SuppressWarnings({"FieldCanBeFinal", "UnusedVariable"})
final class RunCommand implements Callable<Integer> {
    /** The port that MQTT clients expect. */
    static final int DEFAULT_PORT = 1883;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final FlightOptions flight = new FlightOptions();

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = Speed.Converter.class,
            defaultValue = "1",
            description = "Simulated seconds per second, or max (default: ${DEFAULT-VALUE}, real time).")
    private Speed speed = new Speed(1);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the built-in broker on the loopback interface; 0 takes a free one (default: "
                    + DEFAULT_PORT + ", or a free one when that is taken).")
    private @Nullable Integer port;

    @Option(
            names = "--broker",
            paramLabel = "URI",
            description = "Use this broker instead of the built-in one, for example tcp://127.0.0.1:1883.")
    private @Nullable URI broker;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw CommandFailure.failed("run comes with the simulator");
    }
}
