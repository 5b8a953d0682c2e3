package org.dawnline.tools.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which satellite a command talks to, and over which broker. */
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class LinkOptions {
    @Option(
            names = "--broker",
            paramLabel = "URI",
            description =
                    "Broker to talk over, for example tcp://127.0.0.1:1883 (default: that of the running satellite).")
    private @Nullable URI broker;

    @Option(
            names = "--satellite",
            paramLabel = "NAME",
            description = "Satellite to talk to (default: the running one, else ai1).")
    private @Nullable String satellite;

    @Nullable
    URI broker() {
        return broker;
    }

    @Nullable
    String satellite() {
        return satellite;
    }
}
