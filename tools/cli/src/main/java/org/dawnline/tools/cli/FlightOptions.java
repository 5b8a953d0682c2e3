package org.dawnline.tools.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is flown and for how long: the same words for {@code run} and {@code sim}. */
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class FlightOptions {
    @Option(
            names = "--vehicle",
            paramLabel = "NAME|FILE",
            description = "Vehicle profile (default: the scenario's, else ai1).")
    private @Nullable String vehicle;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "nominal-day",
            description = "Scenario to fly (default: ${DEFAULT-VALUE}); `scenarios` lists them.")
    private String scenario = "nominal-day";

    @ArgGroup
    private @Nullable Length length;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything that is drawn (default: the scenario's).")
    private @Nullable Long seed;

    /** Either, or neither. */
    static final class Length {
        @Option(names = "--orbits", paramLabel = "N", description = "Fly N orbits, from eclipse exit to eclipse exit.")
        private @Nullable Integer orbits;

        @Option(
                names = "--duration",
                paramLabel = "TIME",
                converter = DurationText.class,
                description = "Fly that long, for example 24h, 90m or 1h30m (simulated time).")
        private @Nullable Duration duration;
    }

    @Nullable
    String vehicle() {
        return vehicle;
    }

    String scenario() {
        return scenario;
    }

    @Nullable
    Long seed() {
        return seed;
    }

    @Nullable
    Integer orbits() {
        return length == null ? null : length.orbits;
    }

    @Nullable
    Duration duration() {
        return length == null ? null : length.duration;
    }
}
