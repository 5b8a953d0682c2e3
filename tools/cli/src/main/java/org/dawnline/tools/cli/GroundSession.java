package org.dawnline.tools.cli;

import java.net.URI;
import java.nio.file.Path;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.RunOptions;
import org.jspecify.annotations.Nullable;

/** What stands beside a flight that can be commanded: the broker, the record by which other commands find it, the journal of events. */
final class GroundSession implements AutoCloseable {
    private static final double CYCLES_PER_S = 10;

    private final Path home;
    private final String satellite;
    private final FlightBroker broker;
    private final GroundKeys keys;
    private final EventJournal journal;

    /** Opens the broker and leaves the record in the home folder; {@code external} and {@code port} as in {@link FlightBroker#open}. */
    GroundSession(Path home, String satellite, String scenario, @Nullable URI external, @Nullable Integer port) {
        FlightRecord.read(home).ifPresent(GroundSession::refuse);
        this.home = home;
        this.satellite = satellite;
        keys = Contact.keys(home);
        journal = EventJournal.begin(home);
        broker = FlightBroker.open(external, port);
        new FlightRecord(
                        broker.uri(),
                        satellite,
                        scenario,
                        ProcessHandle.current().pid())
                .write(home);
    }

    // Two satellites of one name would share counters and journal, and no command could tell them apart.
    private static void refuse(FlightRecord other) {
        throw CommandFailure.failed("a satellite flies already (" + other.scenario() + ", process " + other.process()
                + "); end that one, or give this one a --home of its own");
    }

    String uri() {
        return broker.uri();
    }

    /** The options of a flight that is commanded over this session's broker. */
    RunOptions connect(RunOptions options) {
        return options.withGround(broker.ground(satellite, keys)).withStorage(new ReplayGuard(home, satellite));
    }

    void add(FlightEvent event) {
        journal.add(new EventLine(
                event.name(),
                event.severity().name(),
                event.text(),
                Math.round(event.timeS() * CYCLES_PER_S),
                event.utcNanos()));
    }

    @Override
    public void close() {
        FlightRecord.remove(home);
        broker.close();
        journal.close();
    }
}
