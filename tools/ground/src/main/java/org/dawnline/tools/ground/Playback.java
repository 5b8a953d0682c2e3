package org.dawnline.tools.ground;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;

/** Has the satellite play back what it has stored, and waits until all of it is here or nothing comes any more. */
public final class Playback {
    private static final long LOOK_NANOS = 20_000_000L;
    private static final long QUIET_NANOS = 10_000_000_000L;
    private static final double NANOS_PER_S = 1e9;
    private static final double LAST_UTC_S = 4e9;

    private final GroundClient ground;
    private final StationClock clock = new StationClock();

    /**
     * What was wanted.
     *
     * @param kind its kind
     * @param fromUtcNanos earliest time
     * @param toUtcNanos latest time
     * @param lastPriority least urgent priority, 0 to {@value LogRecord#LAST_PRIORITY}; for events the place of their severity
     */
    public record Wish(RecordKind kind, long fromUtcNanos, long toUtcNanos, int lastPriority) {
        /** All of a kind. */
        public static Wish all(RecordKind kind) {
            return new Wish(kind, 0, (long) (LAST_UTC_S * NANOS_PER_S), LogRecord.LAST_PRIORITY);
        }
    }

    /**
     * What came.
     *
     * @param book the records
     * @param command what became of the telecommand; its answer is how many records the satellite has sent
     * @param missing records that were sent and have not come
     */
    public record Result(StoredBook book, CommandResult command, long missing) {
        /** Whether everything is here that was wanted. */
        public boolean complete() {
            return command.completed() && missing == 0;
        }
    }

    /** A playback over that client, which stays the caller's. */
    public Playback(GroundClient ground) {
        this.ground = ground;
    }

    /**
     * Fetches what is wanted.
     *
     * @param timeout how long the satellite may take to send all
     * @throws IOException if no fresh counter can be had
     */
    public Result fetch(Wish wish, Duration timeout)
            throws WrongTelecommandException, IOException, InterruptedException {
        StoredBook book = ground.storedBook();
        ground.records(book::take);
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("kind", wish.kind().name());
        arguments.put("fromS", seconds(wish.fromUtcNanos()));
        arguments.put("toS", seconds(wish.toUtcNanos()));
        arguments.put("priority", Integer.toString(wish.lastPriority()));
        CommandResult command =
                ground.send("archive.REPLAY", arguments, SendOptions.defaults().withTimeout(timeout));
        long missing = command.completed() ? awaitAll(book, wish.kind(), command.answer()) : 0;
        return new Result(book, command, missing);
    }

    private static String seconds(long utcNanos) {
        return String.format(Locale.ROOT, "%.3f", utcNanos / NANOS_PER_S);
    }

    // Reports go before records, so the last records are still under way when their telecommand has ended.
    private long awaitAll(StoredBook book, RecordKind kind, long sent) throws InterruptedException {
        int here = book.count(kind);
        long quietSinceNanos = clock.nanos();
        while (here < sent && clock.nanos() - quietSinceNanos < QUIET_NANOS) {
            clock.sleepUntil(clock.nanos() + LOOK_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int now = book.count(kind);
            quietSinceNanos = now > here ? clock.nanos() : quietSinceNanos;
            here = now;
        }
        return sent - here;
    }
}
