package org.dawnline.tools.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.Playback;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is to be played back of the satellite's store, and the playback itself. */
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class StoredOptions {
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(10);

    @Option(names = "--stored", description = "Have the satellite play back what it has stored.")
    private boolean stored;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "10m",
            description =
                    "Stored since then: UTC such as 2026-06-20T00:10:00Z, or how long ago by the satellite's clock"
                            + " (default: ${DEFAULT-VALUE}).")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "Stored until then (default: now).")
    private @Nullable String to;

    boolean stored() {
        return stored;
    }

    /** Fetches it; says what went wrong, and what is missing of it. */
    Playback.Result fetch(Terminal terminal, GroundClient ground, RecordKind kind, int lastPriority)
            throws InterruptedException {
        ground.awaitSatelliteTime();
        long now = ground.satelliteUtcNanos();
        return fetch(
                terminal,
                ground,
                new Playback.Wish(kind, time(from, now), to == null ? now : time(to, now), lastPriority));
    }

    /** The same for what is wanted. */
    static Playback.Result fetch(Terminal terminal, GroundClient ground, Playback.Wish wish)
            throws InterruptedException {
        try {
            Playback.Result result = new Playback(ground).fetch(wish, PLAYED_WITHIN);
            if (!result.command().completed()) {
                terminal.note("dawnline: archive.REPLAY: "
                        + (result.command().timedOut()
                                ? "not done within " + DurationText.inWords(PLAYED_WITHIN)
                                : result.command().reason() + ", "
                                        + ReasonText.of(result.command().reason())));
            }
            if (result.missing() > 0) {
                terminal.note("dawnline: " + result.missing() + " of "
                        + result.command().answer() + " records did not come; ask again");
            }
            return result;
        } catch (WrongTelecommandException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailure.failed("no counter for the telecommand: " + e.getMessage(), e);
        }
    }

    /** The exit code after all that came has been shown. */
    static int exitCode(Terminal terminal, Playback.Result result) {
        if (result.book().unreadable() > 0) {
            terminal.note("dawnline: " + result.book().unreadable() + " records were written with another dictionary");
        }
        return result.complete() && result.book().unreadable() == 0 ? Dawnline.FINE : Dawnline.FAILED;
    }

    private static long time(String text, long nowUtcNanos) {
        try {
            Instant instant = Instant.parse(text);
            return instant.getEpochSecond() * NANOS_PER_S + instant.getNano();
        } catch (DateTimeException notUtc) {
            return ago(text, nowUtcNanos);
        }
    }

    private static long ago(String text, long nowUtcNanos) {
        try {
            return nowUtcNanos - new DurationText().convert(text).toNanos();
        } catch (TypeConversionException e) {
            throw CommandFailure.usage("\"" + text
                    + "\" is no time; expected UTC such as 2026-06-20T00:10:00Z, or how long ago, such as 10m");
        }
    }
}
