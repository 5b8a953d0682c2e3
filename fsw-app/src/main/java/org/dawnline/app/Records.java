package org.dawnline.app;

import java.util.List;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.health.HealthMonitor;
import org.dawnline.fsw.core.health.Vital;
import org.dawnline.fsw.core.record.FlightRecorder;
import org.dawnline.fsw.core.record.TelemetryStore;

/** What is recorded on board: the store that the ground can ask, and the flight recorder for what comes before a crash. */
final class Records {
    private static final double DISK_SILENT_S = 30;
    private static final double DISK_HUNG_S = 120;

    private final TelemetryStore store;
    private final FlightRecorder recorder;

    Records(Registrar r, SpacecraftOptions options, Worker worker, GroundLink link, List<String> frames) {
        store = new TelemetryStore(r.component("archive"), options.archive(), worker, options.ring(), frames);
        store.downlinkBy(link.records());
        recorder = new FlightRecorder(options.ring());
    }

    /** Lets what writes to the disk be watched; what it cannot write is dropped and counted, so the satellite can do without. */
    void watchedBy(HealthMonitor health) {
        health.watch(new Vital(store.heartbeat(), DISK_SILENT_S, DISK_HUNG_S, false, store::revive));
    }

    /** What is stepped. */
    Component member() {
        return store;
    }

    FlightRecorder recorder() {
        return recorder;
    }

    /** The recorder last: it shall have seen what all others have. */
    void attachTo(Executive executive) {
        executive.attach(store);
        executive.attach(recorder);
    }
}
