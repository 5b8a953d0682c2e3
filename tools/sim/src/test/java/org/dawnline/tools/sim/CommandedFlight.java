package org.dawnline.tools.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.dawnline.fsw.comms.MqttSession;
import org.dawnline.fsw.comms.PahoWire;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.ground.TelemetryFrame;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.Pace;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.WireGround;
import org.dawnline.tools.sim.scenario.Scenario;

/** The whole satellite in flight on a thread of its own, its ground beside it, and a broker with room for strangers between. */
final class CommandedFlight implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_NANOS = 2_000_000L;
    private static final List<String> FRAMES = List.of("regulation", "planning");

    final GroundKeys keys;
    final GroundClient ground;
    final List<VerificationReport> reports = new CopyOnWriteArrayList<>();
    final List<EventLine> events = new CopyOnWriteArrayList<>();
    private final Map<String, TelemetryFrame> frames = new ConcurrentHashMap<>();
    private final StationClock clock = new StationClock();
    private final EmbeddedBroker broker;
    private final SimulationRun run;
    private final CompletableFuture<Report> flown;
    private final MqttSession anybody;

    /** Takes off and waits until the ground can command. */
    CommandedFlight(Path folder, Scenario scenario, Pace pace) throws IOException, InterruptedException {
        keys = GroundKeys.open(folder);
        broker = EmbeddedBroker.start(0);
        PahoWire wire = new PahoWire(broker.uri(), Forger.SATELLITE, clock::nanos);
        run = SimulationRun.of(
                scenario,
                RunOptions.of(Flights.VEHICLES)
                        .withGround(new WireGround(Forger.SATELLITE, keys.satelliteSide(), wire))
                        .withPace(pace));
        flown = CompletableFuture.supplyAsync(run::fly);
        anybody = new MqttSession(
                new MqttSession.Settings(broker.uri(), "anybody", List.of(), null, new byte[0], 0), clock::nanos);
        ground = GroundClient.connect(broker.uri(), Forger.SATELLITE, keys);
        ground.watch(frame -> frames.put(frame.name(), frame));
        ground.reports(reports::add);
        ground.events(events::add);
    }

    /** Flies on to the end. */
    Report landed() {
        return flown.join();
    }

    /** Publishes bytes where telecommands are heard, as anybody could who reaches the broker. */
    void publish(byte[] telecommand) {
        Topics.Topic topic = new Topics(Forger.SATELLITE).telecommands();
        await("the broker", () -> {
            anybody.tend(true);
            return anybody.connected() && anybody.publish(topic, telecommand, Wire.NO_TICKET);
        });
    }

    /** Waits until a frame shows that mode. */
    void awaitMode(String mode) {
        await("mode " + mode, () -> {
            ChannelValue current = ground.latest("mode.current");
            return current != null && current.state().equals(mode);
        });
    }

    /** Waits for the report that a telecommand was completed. */
    void awaitCompletion(long counter) {
        await(
                "completion of " + counter,
                () -> reports.stream()
                        .anyMatch(report -> report.getCounter() == counter
                                && report.getStage().equals("COMPLETED")));
    }

    /** The latest time of the satellite that was heard of, in nanoseconds of its UTC. */
    long newestUtcNanos() {
        LongStream told = reports.stream().mapToLong(VerificationReport::getUtcNanos);
        LongStream seen = frames.values().stream().mapToLong(TelemetryFrame::utcNanos);
        return LongStream.concat(told, seen).max().orElse(0);
    }

    /** All channels by frames that were written after a time of the satellite. */
    SortedMap<String, Double> channelsAfter(long utcNanos) {
        await("frames later than " + utcNanos, () -> FRAMES.stream().allMatch(frame -> isLater(frame, utcNanos)));
        SortedMap<String, Double> channels = new TreeMap<>();
        for (String frame : FRAMES) {
            frames.get(frame).values().forEach(value -> channels.put(value.name(), value.value()));
        }
        return channels;
    }

    private boolean isLater(String name, long utcNanos) {
        TelemetryFrame frame = frames.get(name);
        return frame != null && frame.utcNanos() > utcNanos;
    }

    void await(String what, BooleanSupplier condition) {
        long deadlineNanos = clock.nanos() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (clock.nanos() > deadlineNanos || flown.isDone()) {
                throw new AssertionError("never came: " + what + "; reports: " + reports + "; events: " + events);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        run.stop();
        flown.join();
        ground.close();
        anybody.close();
        broker.close();
    }
}
