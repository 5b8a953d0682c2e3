package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.SendOptions;
import org.dawnline.tools.ground.WrongTelecommandException;

/**
 * Starts the real flight software on one data directory, talks to it over a real broker, and kills it at a drawn moment, again and
 * again; if wanted, it damages a file before each new start. At the end it lets it fly and counts what is missing.
 */
final class KillsBench {
    private static final String SATELLITE = "killed";
    private static final String PARAMETER = "comms.silenceS";
    private static final long FIRST_VALUE = 1000;
    private static final long START_WITHIN_MILLIS = 60_000;
    private static final long SETTLE_WITHIN_MILLIS = 60_000;
    private static final long END_WITHIN_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 100;
    private static final int FLIGHT_MILLIS = 2500;
    private static final int START_MILLIS = 1200;
    private static final int PAUSE_MILLIS = 60;
    private static final double DURING_START = 0.15;
    private static final int NOTE_EVERY = 10;
    private static final int KINDS = 3;
    private static final List<String> STARTS = List.of("boot.a", "boot.b");

    private final Path scratch;
    private final Path vehicle;
    private final int runs;
    private final boolean damage;
    private final SplittableRandom dice;
    private final KillsBook book = new KillsBook();
    private final List<String> violations = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private int duringStart;
    private volatile boolean sending = true;

    /** {@code scratch} is an empty folder; {@code vehicle} the file of the vehicle's profile. */
    KillsBench(Path scratch, Path vehicle, int runs, long seed, boolean damage) {
        this.scratch = scratch;
        this.vehicle = vehicle;
        this.runs = runs;
        this.damage = damage;
        dice = new SplittableRandom(seed);
    }

    /**
     * What came of it.
     *
     * @param kills processes killed
     * @param duringStart those of them that had not begun their first cycle
     * @param sent telecommands sent
     * @param taken those that the satellite acknowledged
     * @param completed those that were done
     * @param restarted those that a kill left unfinished, FAILED(RESTART)
     * @param valuesChecked times that the satellite told the value of the parameter in a start that was no safe one
     * @param violations what must not be
     */
    record Result(
            int kills,
            int duringStart,
            long sent,
            long taken,
            long completed,
            long restarted,
            long valuesChecked,
            List<String> violations) {}

    Result run(Consumer<String> progress) throws IOException, InterruptedException {
        Path data = scratch.resolve("data");
        GroundKeys keys = GroundKeys.open(scratch.resolve("keys"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(0);
                GroundClient ground = GroundClient.open(broker.uri(), SATELLITE, keys)) {
            ground.reports(book::hear);
            ground.events(book::hear);
            Path configuration = Files.write(
                    scratch.resolve("flight.properties"),
                    List.of(
                            "satellite=" + SATELLITE,
                            "vehicle=" + vehicle,
                            "data=" + data,
                            "keys=" + keys.satelliteFile(),
                            "broker=" + broker.uri()));
            Thread sender = new Thread(() -> send(ground), "sender");
            sender.setDaemon(true);
            for (int run = 1; run <= runs; run++) {
                flyAndKill(configuration, run);
                if (run == 1) {
                    sender.start();
                }
                forgetStarts(data, run);
                if (damage) {
                    damages.add("before run " + (run + 1) + ": " + FileDamage.strike(data, dice));
                }
                if (run % NOTE_EVERY == 0) {
                    progress.accept(run + " kills, " + book.takenCount() + " telecommands, " + violations.size()
                            + " violations");
                }
            }
            sending = false;
            sender.join();
            settle(configuration);
        }
        List<String> broken = book.violations();
        if (!damage) {
            violations.addAll(broken);
        }
        return new Result(
                runs,
                duringStart,
                book.sentCount(),
                book.takenCount(),
                book.ended(Stage.COMPLETED, Reason.NONE),
                book.ended(Stage.FAILED, Reason.RESTART),
                book.valuesChecked(),
                violations);
    }

    // After three starts that were killed within minutes the next ones are safe ones, with default parameters. Those
    // are tried here,
    // too, but what is stored only shows in the others.
    private static void forgetStarts(Path data, int run) throws IOException {
        if (run % KINDS != 0) {
            for (String copy : STARTS) {
                Files.deleteIfExists(data.resolve(copy));
            }
        }
    }

    private void flyAndKill(Path configuration, int run) throws IOException, InterruptedException {
        FlightProcess flight = new FlightProcess(configuration);
        boolean early = run > 1 && dice.nextDouble() < DURING_START;
        if (early) {
            Thread.sleep(dice.nextInt(START_MILLIS));
            duringStart++;
        } else {
            boolean flies = flight.awaitFirstCycle(START_WITHIN_MILLIS);
            Thread.sleep(dice.nextInt(FLIGHT_MILLIS));
            if (!flies || !flight.alive()) {
                complain(run, "does not fly: " + flight.said());
            }
        }
        flight.kill();
        if (!flight.exceptions().isEmpty()) {
            complain(run, "speaks of exceptions: " + flight.exceptions());
        }
    }

    private void complain(int run, String text) {
        String after = damages.isEmpty() ? "" : " (" + damages.get(damages.size() - 1) + ")";
        violations.add("run " + run + " " + text + after);
    }

    private void settle(Path configuration) throws IOException, InterruptedException {
        FlightProcess last = new FlightProcess(configuration);
        if (!last.awaitFirstCycle(START_WITHIN_MILLIS)) {
            complain(runs + 1, "does not fly: " + last.said());
        }
        long looks = SETTLE_WITHIN_MILLIS / LOOK_MILLIS;
        for (long i = 0; i < looks && (book.open() > 0 || i * LOOK_MILLIS < 5 * LOOK_MILLIS * NOTE_EVERY); i++) {
            Thread.sleep(LOOK_MILLIS);
        }
        if (!last.end(END_WITHIN_MILLIS)) {
            complain(runs + 1, "does not end when it is told to");
        }
        if (!last.exceptions().isEmpty()) {
            complain(runs + 1, "speaks of exceptions: " + last.exceptions());
        }
    }

    // On a thread of its own: each telecommand waits a moment for its end, then the next one goes out, whatever flies.
    private void send(GroundClient ground) {
        SplittableRandom pauses = dice.split();
        try {
            while (sending && !ground.awaitDictionary(Duration.ofMillis(LOOK_MILLIS))) {
                Thread.onSpinWait();
            }
            for (long number = 0; sending; number++) {
                sendOne(ground, number);
                Thread.sleep(pauses.nextInt(PAUSE_MILLIS));
            }
        } catch (IOException | WrongTelecommandException e) {
            synchronized (violations) {
                violations.add("the ground cannot send: " + e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOne(GroundClient ground, long number)
            throws IOException, WrongTelecommandException, InterruptedException {
        SendOptions options = SendOptions.defaults()
                .withTimeout(Duration.ofMillis(2 * LOOK_MILLIS))
                .by(SendOptions.Time.STATION);
        book.sent();
        switch ((int) (number % KINDS)) {
            case 0 -> ground.send("comms.PING", Map.of("echo", Long.toString(number)), options);
            case 1 -> {
                long value = FIRST_VALUE + number;
                CommandResult result = ground.send(
                        "parameters.SET", Map.of("parameter", PARAMETER, "value", Long.toString(value)), options);
                book.sentValue(value, result.counter());
            }
            default -> ground.send("parameters.GET", Map.of("parameter", PARAMETER), options);
        }
    }
}
