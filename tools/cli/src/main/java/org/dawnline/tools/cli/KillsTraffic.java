package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.ground.WrongTelecommandException;

/**
 * What the ground does while the flight software is killed, whatever flies: on one thread telecommands of all kinds, now and at a
 * time; on the other one version of a sequence after the other, loaded, checked, activated and started.
 */
final class KillsTraffic {
    /** Modes that are asked for in turn. */
    static final List<String> MODES = List.of("SAFE", "STANDBY");

    /** Echo of the first step of version 0 of the sequence. */
    static final long FIRST_STEP = 1_000_000;

    /** The table that lets all events pass. */
    static final String THROTTLES = "throttles";

    /** Steps of the sequence. */
    static final int STEPS = 4;

    /** A mode is entered in the cycle after the telecommand was obeyed. */
    static final long MODE_SLACK_NANOS = 200_000_000L;

    private static final String PARAMETER = "comms.silenceS";
    private static final String SLOT = "20";
    private static final long FIRST_VALUE = 1000;
    private static final long LAST_VALUES = 80_000;
    private static final int MOST_BACKLOG = 40;
    private static final int PAUSE_MILLIS = 60;
    private static final int LEAST_DELAY_MILLIS = 300;
    private static final int DELAY_MILLIS = 4000;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final double REPLAYED_S = 30;
    private static final double NANOS_PER_S = 1e9;
    private static final Duration NO_WAIT = Duration.ofMillis(30);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STEP_WITHIN = Duration.ofSeconds(40);
    private static final Duration PREPARED_WITHIN = Duration.ofMinutes(3);
    private static final int STARTS = 4;
    private static final int DICE = 20;
    private static final int PINGS = 8;
    private static final int VALUES = 11;
    private static final int GETS = 13;
    private static final int TIMED = 18;

    private final GroundClient ground;
    private final KillsBook book;
    private final SplittableRandom dice;
    private final StationClock clock = new StationClock();
    private final List<String> troubles = new ArrayList<>();
    private final Thread steady = new Thread(() -> run(this::sendSteadily), "sender");
    private final Thread tables = new Thread(() -> run(this::sendTables), "tables");
    private volatile boolean sending = true;
    private volatile String step = "";
    private volatile long sequenceEndsNanos;
    private volatile long replayEndsNanos;

    KillsTraffic(GroundClient ground, KillsBook book, SplittableRandom dice) {
        this.ground = ground;
        this.book = book;
        this.dice = dice;
    }

    private interface Work {
        void run() throws IOException, WrongTelecommandException, InterruptedException;
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException | WrongTelecommandException e) {
            trouble("the ground cannot send: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trouble(String text) {
        synchronized (troubles) {
            troubles.add(text);
        }
    }

    /** What kept the ground from sending. */
    List<String> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }

    /** Sets a satellite up in its first flight: a short BOOT, room for events, and no throttle, so that each event counts. */
    void prepare() throws IOException, WrongTelecommandException, InterruptedException {
        if (!ground.awaitDictionary(PREPARED_WITHIN)) {
            throw new IOException("no satellite answers");
        }
        prepare("parameters.SET", Map.of("parameter", "boot.settleS", "value", "0"), new byte[0]);
        prepare("parameters.SET", Map.of("parameter", "archive.eventsMb", "value", "100"), new byte[0]);
        byte[] throttles = packed(
                THROTTLES,
                "table throttles kills version=1\nevents perS=1000 burst=10000\ncomponents perS=1000 burst=10000\n");
        String bytes = Integer.toString(throttles.length);
        prepare("tables.LOAD", Map.of("table", THROTTLES, "offset", "0", "total", bytes), throttles);
        prepare("tables.VALIDATE", Map.of("table", THROTTLES), new byte[0]);
        prepare("tables.ACTIVATE", Map.of(), new byte[0]);
    }

    private void prepare(String name, Map<String, String> arguments, byte[] data)
            throws IOException, WrongTelecommandException, InterruptedException {
        CommandResult result = send(name, arguments, data, PREPARED_WITHIN, KillsBook.Kind.OTHER, 0);
        if (!result.completed()) {
            throw new IOException(name + " in the first flight: " + result);
        }
    }

    private static byte[] packed(String kind, String text) {
        TableText table = TableText.of(text.getBytes(StandardCharsets.UTF_8));
        return PackedTable.pack(table, kind, "kills", 1);
    }

    void start() {
        steady.setDaemon(true);
        tables.setDaemon(true);
        steady.start();
        tables.start();
    }

    void stop() throws InterruptedException {
        sending = false;
        steady.join();
        tables.join();
    }

    /** Whether a table is under way. */
    boolean uploads() {
        return !step.isEmpty();
    }

    /** Whether the sequence runs, as far as the ground can know. */
    boolean sequenceRuns() {
        return clock.nanos() < sequenceEndsNanos;
    }

    /** Whether stored events are on their way down, as far as the ground can know. */
    boolean replays() {
        return clock.nanos() < replayEndsNanos;
    }

    private void sendSteadily() throws IOException, WrongTelecommandException, InterruptedException {
        for (long number = 1; sending; number++) {
            if (book.backlog() < MOST_BACKLOG) {
                sendOne(number);
            }
            Thread.sleep(dice.nextInt(PAUSE_MILLIS));
        }
    }

    private void sendOne(long number) throws IOException, WrongTelecommandException, InterruptedException {
        int drawn = dice.nextInt(DICE);
        if (drawn < PINGS) {
            send("comms.PING", Map.of("echo", Long.toString(number)), options(), KillsBook.Kind.PING, number);
        } else if (drawn < VALUES) {
            long value = FIRST_VALUE + number % LAST_VALUES;
            Map<String, String> arguments = Map.of("parameter", PARAMETER, "value", Long.toString(value));
            send("parameters.SET", arguments, options(), KillsBook.Kind.VALUE, value);
        } else if (drawn < GETS) {
            send("parameters.GET", Map.of("parameter", PARAMETER), options(), KillsBook.Kind.OTHER, 0);
        } else if (drawn < TIMED) {
            long due = clock.utcNanos() + (LEAST_DELAY_MILLIS + dice.nextInt(DELAY_MILLIS)) * NANOS_PER_MILLI;
            Map<String, String> arguments = Map.of("echo", Long.toString(number));
            send("comms.PING", arguments, options().at(due), KillsBook.Kind.TIMED_PING, number);
        } else if (drawn == TIMED) {
            replay();
        } else {
            int mode = (int) (number % MODES.size());
            send("mode.SET", Map.of("mode", MODES.get(mode)), options(), KillsBook.Kind.MODE, mode);
        }
    }

    private void replay() throws IOException, WrongTelecommandException, InterruptedException {
        double now = clock.utcNanos() / NANOS_PER_S;
        Map<String, String> arguments = Map.of(
                "kind",
                "EVENT",
                "fromS",
                Double.toString(now - REPLAYED_S),
                "toS",
                Double.toString(now + REPLAYED_S),
                "priority",
                "127");
        replayEndsNanos = clock.nanos() + 2 * LOOK.toNanos() * DICE / 2;
        send("archive.REPLAY", arguments, options(), KillsBook.Kind.OTHER, 0);
    }

    private static SendOptions options() {
        return SendOptions.defaults().withTimeout(NO_WAIT).by(SendOptions.Time.STATION);
    }

    private void sendTables() throws IOException, WrongTelecommandException, InterruptedException {
        for (int version = 1; sending; version++) {
            step = "upload";
            boolean inForce = upload(version);
            step = "";
            for (int i = 0; i < STARTS && inForce && sending; i++) {
                sequenceEndsNanos = clock.nanos() + STEPS * 3 * LOOK.toNanos();
                sendStep("sequencer.START", Map.of("slot", SLOT), new byte[0], KillsBook.Kind.START, version);
                Thread.sleep(dice.nextInt(STEPS * 3 * (int) LOOK.toMillis()));
            }
        }
    }

    private boolean upload(int version) throws IOException, WrongTelecommandException, InterruptedException {
        byte[] table = packed("sequence", sequence(version));
        String name = "sequence." + SLOT;
        Map<String, String> part = Map.of("table", name, "offset", "0", "total", Integer.toString(table.length));
        return sendStep("tables.LOAD", part, table, KillsBook.Kind.OTHER, 0)
                && sendStep("tables.VALIDATE", Map.of("table", name), new byte[0], KillsBook.Kind.OTHER, 0)
                && sendStep("tables.ACTIVATE", Map.of(), new byte[0], KillsBook.Kind.ACTIVATE, version);
    }

    private static String sequence(int version) {
        StringBuilder text = new StringBuilder("table sequence kills version=1 times=previous\n");
        for (int i = 0; i < STEPS; i++) {
            text.append(i == 0 ? "+0s" : "+300ms")
                    .append(" comms.PING echo=")
                    .append(FIRST_STEP + (long) version * STEPS + i)
                    .append('\n');
        }
        return text.toString();
    }

    private boolean sendStep(String name, Map<String, String> arguments, byte[] data, KillsBook.Kind kind, long number)
            throws IOException, WrongTelecommandException, InterruptedException {
        return sending && send(name, arguments, data, STEP_WITHIN, kind, number).completed();
    }

    private CommandResult send(
            String name, Map<String, String> arguments, byte[] data, Duration within, KillsBook.Kind kind, long number)
            throws IOException, WrongTelecommandException, InterruptedException {
        return send(name, arguments, options().withTimeout(within).withData(data), kind, number);
    }

    private CommandResult send(
            String name, Map<String, String> arguments, SendOptions options, KillsBook.Kind kind, long number)
            throws IOException, WrongTelecommandException, InterruptedException {
        book.sent();
        CommandResult result = ground.send(name, arguments, options);
        book.sent(result.counter(), new KillsBook.Sent(kind, number, options.executeAtUtcNanos()));
        return result;
    }
}
