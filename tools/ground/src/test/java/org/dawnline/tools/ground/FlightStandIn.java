package org.dawnline.tools.ground;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.CommsManager;
import org.dawnline.fsw.comms.CommsThread;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.PahoWire;
import org.dawnline.fsw.comms.TelecommandReceiver;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.hal.Watchdog;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;

/** A satellite in real time that has communications and nothing else, over a still body. */
final class FlightStandIn implements AutoCloseable {
    static final String SATELLITE = "test-1";
    private static final long PERIOD_NANOS = 50_000_000L;
    private static final int PER_SECOND = 20;
    private static final long BUDGET_NANOS = 40_000_000L;

    final FakeHal body;
    final Executive executive;
    final GroundLink link;
    final TelecommandReceiver receiver;
    private final StationClock clock = new StationClock();
    private final CommandDispatcher dispatcher;
    private final CommsThread comms;
    private final Thread flight;
    private volatile long watchNanos;

    FlightStandIn(String uri, KeyRing keys, FakeStorage storage) {
        body = new FakeHal(new FakeHal().compute, storage);
        tracking(true);
        Hal hal = new InRealTime(body, clock);
        Registrar registrar = new Registrar();
        ModeManager modes = new ModeManager(registrar.component("mode"));
        dispatcher = new CommandDispatcher(registrar.component("commands"), clock, modes);
        receiver = new TelecommandReceiver(
                SATELLITE, keys, new DurableCommandJournal(storage, new MemoryArchive()), clock, dispatcher.mailbox());
        link = new GroundLink(SATELLITE, clock, new PahoWire(uri, SATELLITE, clock::nanos), receiver, dispatcher);
        OrbitForecast orbit = OrbitForecast.declare(registrar.component("orbit"));
        VehicleProfile vehicle =
                new VehicleProfile("stand-in", Map.of("links.laserTerminals", 1.0, "links.rfTerminals", 1.0));
        CommsManager manager = new CommsManager(registrar.component("comms"), hal.links(), vehicle, orbit, modes, link);
        executive = new Executive(
                new ExecutiveSettings(PERIOD_NANOS, "second"),
                hal,
                registrar,
                dispatcher,
                modes,
                List.of(new RateGroup("second", PER_SECOND, 0, BUDGET_NANOS, List.of(manager))));
        executive.attach(link);
        comms = new CommsThread(link);
        flight = new Thread(executive::run, "flight");
        flight.setDaemon(true);
        flight.start();
    }

    /** Lets the laser track, or nothing. */
    void tracking(boolean yes) {
        body.links.state[0] = yes ? LinkHal.State.TRACKING : LinkHal.State.ACQUIRING;
        body.links.rateBitsPerS[0] = yes ? 1e9 : 0;
    }

    /** Telecommands that wait on board. */
    int mailboxSize() {
        return dispatcher.mailbox().size();
    }

    /** Seconds of real time since {@link #startWatch()}. */
    double seconds() {
        return (clock.nanos() - watchNanos) / 1e9;
    }

    void startWatch() {
        watchNanos = clock.nanos();
    }

    @Override
    public void close() {
        executive.stop();
        try {
            flight.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        comms.close();
    }

    /** The still body with a clock that runs. */
    private record InRealTime(FakeHal body, Clock clock) implements Hal {
        @Override
        public void latchInputs() {
            body.latchInputs();
        }

        @Override
        public void applyOutputs() {
            body.applyOutputs();
        }

        @Override
        public PowerHal power() {
            return body.power();
        }

        @Override
        public ThermalHal thermal() {
            return body.thermal();
        }

        @Override
        public ComputeHal compute() {
            return body.compute();
        }

        @Override
        public LinkHal links() {
            return body.links();
        }

        @Override
        public NavigationHal navigation() {
            return body.navigation();
        }

        @Override
        public Watchdog watchdog() {
            return body.watchdog();
        }

        @Override
        public Storage storage() {
            return body.storage();
        }
    }
}
