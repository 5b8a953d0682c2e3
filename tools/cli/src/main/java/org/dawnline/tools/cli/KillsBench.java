package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.ground.WrongTelecommandException;

/**
 * Starts the real flight software on one data directory, commands it over a real broker, and kills it at a drawn moment, again and
 * again; if wanted, it damages a file before each new start. At the end it lets it fly and judges what it has heard.
 */
final class KillsBench {
    private static final String SATELLITE = "killed";
    private static final long START_WITHIN_MILLIS = 600_000;
    private static final long SETTLE_WITHIN_MILLIS = 60_000;
    private static final long LINK_WITHIN_MILLIS = 20_000;
    private static final long END_WITHIN_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 20;
    private static final long CALM_MILLIS = 5_000;
    private static final long SPOKEN_MILLIS = 2_000;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int IN_FLIGHT_MILLIS = 1_200;
    private static final int UNLINKED_MILLIS = 400;
    private static final double DURING_START = 0.15;
    private static final double BEFORE_LINK = 0.10;
    private static final double START_SHARE = 1.1;
    /** A computer that is slow to start needs longer to do something in flight, too. */
    private static final double SLOW_SHARE = 0.3;

    private final Path scratch;
    private final Path vehicle;
    private final List<String> command;
    private final int runs;
    private final SplittableRandom dice;
    private final StationClock clock = new StationClock();
    private final KillsBook book = new KillsBook();
    private final KillsJudge judge = new KillsJudge(book);
    private final KillsTally tally = new KillsTally();
    private final KillsDamage damage;
    private final boolean damages;
    private final Path data;
    private final Path temporary;
    private final List<String> strikes = new ArrayList<>();
    private double startMillis = MILLIS_PER_SECOND;

    /**
     * A bench.
     *
     * @param scratch a folder with nothing but an empty one in it, {@code tmp}, for what the processes leave behind
     * @param vehicle the file of the vehicle's profile
     * @param command starts the flight software, see {@link FlightProcess}
     */
    KillsBench(Path scratch, Path vehicle, List<String> command, int runs, long seed, boolean damages) {
        this.scratch = scratch;
        this.vehicle = vehicle;
        this.command = command;
        this.runs = runs;
        this.damages = damages;
        dice = new SplittableRandom(seed);
        data = scratch.resolve("data");
        temporary = scratch.resolve("tmp");
        damage = new KillsDamage(data, scratch, dice.split());
    }

    KillsTally run() throws IOException, InterruptedException {
        GroundKeys keys = GroundKeys.open(scratch.resolve("keys"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(0);
                GroundClient ground = GroundClient.open(broker.uri(), SATELLITE, keys)) {
            ground.reports(book::hear);
            ground.events(book::hear);
            ground.records(book::hear);
            Path configuration = Files.write(scratch.resolve("flight.properties"), configuration(keys, broker));
            KillsTraffic traffic = new KillsTraffic(ground, book, dice.split());
            prepare(configuration, traffic);
            traffic.start();
            for (int run = 1; run <= runs; run++) {
                flyAndKill(configuration, traffic, run);
            }
            traffic.stop();
            settle(configuration);
            traffic.troubles().forEach(tally::violation);
        }
        judge.judge();
        judge.judgeRecords(KillsArchive.read(data, scratch, List.of()));
        tally.take(book, judge, damage);
        return tally;
    }

    // Flights of a second would all count as failed starts: here half a second proves one.
    private List<String> configuration(GroundKeys keys, EmbeddedBroker broker) {
        return List.of(
                "satellite=" + SATELLITE,
                "vehicle=" + vehicle,
                "data=" + data,
                "keys=" + keys.satelliteFile(),
                "broker=" + broker.uri(),
                "provenSeconds=0.5",
                "failedStarts=8");
    }

    private void prepare(Path configuration, KillsTraffic traffic) throws IOException, InterruptedException {
        FlightProcess flight = new FlightProcess(command, configuration, temporary);
        try {
            traffic.prepare();
            if (!flight.end(
                    END_WITHIN_MILLIS)) { // by itself, so that what was prepared lies in the database, not in its log
                throw new IOException("the first flight does not end when it is told to");
            }
        } catch (WrongTelecommandException e) {
            throw new IOException("the satellite is another one: " + e.getMessage(), e);
        } finally {
            flight.kill();
        }
    }

    private void flyAndKill(Path configuration, KillsTraffic traffic, int run)
            throws IOException, InterruptedException {
        long heardBefore = book.heardCount();
        long begunNanos = clock.nanos();
        FlightProcess flight = new FlightProcess(command, configuration, temporary);
        if (dice.nextDouble() < DURING_START) {
            Thread.sleep(dice.nextInt((int) (START_SHARE * startMillis)));
        } else {
            fly(flight, run, begunNanos, heardBefore);
        }
        boolean flew = flight.awaitFirstCycle(0);
        tally.killed(flew, book.heardCount() > heardBefore, book, traffic);
        flight.kill();
        if (!flight.exceptions().isEmpty()) {
            complain(run, "speaks of exceptions: " + flight.exceptions());
        }
        strikeIfWanted(run);
    }

    private void fly(FlightProcess flight, int run, long begunNanos, long heardBefore) throws InterruptedException {
        long begunUtcNanos = clock.utcNanos();
        boolean flies = flight.awaitFirstCycle(START_WITHIN_MILLIS);
        startMillis = (startMillis + (clock.nanos() - begunNanos) / (double) NANOS_PER_MILLI) / 2;
        long firstCycleNanos = clock.nanos();
        if (dice.nextDouble() < BEFORE_LINK) {
            Thread.sleep(dice.nextInt(UNLINKED_MILLIS));
        } else {
            for (long i = 0; i < LINK_WITHIN_MILLIS / LOOK_MILLIS && book.heardCount() == heardBefore; i++) {
                Thread.sleep(LOOK_MILLIS);
            }
            Thread.sleep(dice.nextInt(IN_FLIGHT_MILLIS + (int) (SLOW_SHARE * startMillis)));
        }
        if (!flies || !flight.alive()) {
            complain(run, "does not fly: " + flight.said());
        } else if (book.heardCount() > heardBefore
                && clock.nanos() - firstCycleNanos > SPOKEN_MILLIS * NANOS_PER_MILLI) {
            tally.lived(run, begunUtcNanos, clock.utcNanos());
        }
    }

    private void strikeIfWanted(int run) throws IOException {
        if (damages) {
            KillsDamage.Strike strike = damage.strike();
            strikes.add("run " + run + ": " + strike.text() + " " + strike.hit());
            tally.struck(strikes.get(strikes.size() - 1));
            book.excuse(strike.hit());
            strike.beyond().forEach(tally::violation);
        }
    }

    private void complain(int run, String text) {
        String after = strikes.isEmpty() ? "" : " (" + strikes.get(strikes.size() - 1) + ")";
        tally.violation("run " + run + " " + text + after);
    }

    private void settle(Path configuration) throws IOException, InterruptedException {
        FlightProcess last = new FlightProcess(command, configuration, temporary);
        if (!last.awaitFirstCycle(START_WITHIN_MILLIS)) {
            complain(runs + 1, "does not fly: " + last.said());
        }
        long looks = SETTLE_WITHIN_MILLIS / LOOK_MILLIS;
        for (long i = 0; i < looks && (book.open() > 0 || i * LOOK_MILLIS < CALM_MILLIS); i++) {
            Thread.sleep(LOOK_MILLIS);
        }
        if (!last.end(END_WITHIN_MILLIS)) {
            complain(runs + 1, "does not end when it is told to");
        }
        if (!last.exceptions().isEmpty()) {
            complain(runs + 1, "speaks of exceptions: " + last.exceptions());
        }
        tally.judgeStarts(judge);
    }
}
