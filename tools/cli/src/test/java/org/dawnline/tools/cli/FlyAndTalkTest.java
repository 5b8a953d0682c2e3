package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dawnline.tools.ground.StationClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} in one thread, as in one terminal, and the other commands in this one, as in another. */
class FlyAndTalkTest {
    private static final long LOOK_NANOS = 20_000_000L;
    private static final long LOOKS = 3_000;

    /** Before anybody can have commanded it. */
    private static final String KILL = "faults=[{fault: flight.kill, value: 2, at: 8 s}]";

    @TempDir
    private Path home;

    private final StationClock clock = new StationClock();

    private Call call(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--home=" + home;
        return Call.of(all);
    }

    private void awaitFlight() {
        for (int i = 0; i < LOOKS && FlightRecord.read(home).isEmpty(); i++) {
            clock.sleepUntil(clock.nanos() + LOOK_NANOS);
        }
        assertThat(FlightRecord.read(home)).as("the record of the flight").isPresent();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    @Tag("CLI-007")
    @Tag("CLI-008")
    @Tag("CLI-048")
    @Tag("E9")
    void aSatelliteThatRunObeysAndTellsUntilItsTimeIsOver() throws IOException {
        CompletableFuture<Call> flight = CompletableFuture.supplyAsync(() -> call(
                "run",
                "--scenario",
                "june-eclipse",
                "--speed",
                "40",
                "--duration",
                "12m",
                "--port",
                "0",
                "--set",
                KILL));
        awaitFlight();

        Call hello = call("tc", "noop", "--json");
        assertThat(hello.exitCode()).as(hello.err()).isEqualTo(Dawnline.FINE);
        assertThat(hello.json().path("telecommand").asText()).isEqualTo("core.NOOP");
        assertThat(hello.json().path("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(call("tc", "NOOP").out()).contains("received > accepted > started > COMPLETED");

        // Its time is the satellite's, which is not ours; at speed 40 it comes soon.
        Call tagged = call("tc", "comms.PING", "echo=7", "--in", "20s");
        assertThat(tagged.exitCode()).as(tagged.out() + tagged.err()).isEqualTo(Dawnline.FINE);

        Call second = call("run", "--port", "0", "--duration", "1s");
        assertThat(second.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(second.err()).contains("flies already", "--home");

        Call unknown = call("tc", "NOP");
        assertThat(unknown.exitCode()).isEqualTo(Dawnline.USAGE);
        Call forced = call("tc", "core.NOP", "--force");
        assertThat(forced.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(forced.out()).contains("REJECTED", "UNKNOWN_COMMAND");

        Call telemetry = call("tm", "power.soc", "--json");
        assertThat(telemetry.exitCode()).as(telemetry.err()).isEqualTo(Dawnline.FINE);
        assertThat(telemetry.json().path("power.soc").path("value").asDouble()).isBetween(0.2, 1.0);
        assertThat(call("tm", "power.*").out()).contains("power.soc", "%");
        assertThat(call("tm", "power.nothing").exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(call("events").out()).contains("mode.CHANGED");
        assertThat(call("events", "--json").json()).isNotEmpty();

        Call recorder = call("recorder", home.resolve("last.crash").toString(), "--fetch");
        assertThat(recorder.exitCode()).as(recorder.err()).isEqualTo(Dawnline.FINE);
        assertThat(recorder.out()).contains("the software was cut off", "mode.CHANGED");

        Call ended = flight.join();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(Dawnline.FINE);
        assertThat(ended.out()).contains("OPERATIONAL", "./dawnline tc NOOP").doesNotContain("\u001b");
        assertThat(FlightRecord.read(home)).isEmpty();
    }
}
