package org.dawnline.app;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.dawnline.fsw.core.boot.BootCheck;
import org.dawnline.fsw.core.boot.BootLedger;
import org.dawnline.fsw.core.boot.BootSequence;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.health.HealthMonitor;
import org.dawnline.fsw.core.health.MemoryScrubber;
import org.dawnline.fsw.core.health.ResourceMonitor;
import org.dawnline.fsw.core.health.Vital;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.time.TimeKeeper;
import org.dawnline.hal.Hal;
import org.dawnline.hal.Heartbeat;

/** What looks after the flight computer itself: its start, its memory, its threads, its resources, its time. */
final class ComputerCare {
    private static final double DEVICE_SILENT_S = 10;
    private static final double DEVICE_HUNG_S = 60;
    private static final double WORKER_SILENT_S = 30;
    private static final double WORKER_HUNG_S = 120;

    private final ModeManager modes;
    private final BootSequence boot;
    private final MemoryScrubber memory;
    private final HealthMonitor health;
    private final ResourceMonitor resources;
    private final TimeKeeper time;

    ComputerCare(Registrar r, Hal hal, ModeManager modes, BootLedger ledger, Worker worker) {
        this.modes = modes;
        boot = new BootSequence(r.component("boot"), modes, ledger, hal.clock(), worker);
        memory = new MemoryScrubber(r.component("memory"), r.memory());
        health = new HealthMonitor(r.component("health"), modes);
        resources = new ResourceMonitor(r.component("resources"), hal.computer(), worker);
        time = new TimeKeeper(r.component("time"), hal.clock());
        watchThreads(hal, worker);
    }

    // A device whose thread hangs has readings that grow old, and whoever reads them sees it; without the worker
    // nothing
    // is planned or stored.
    private void watchThreads(Hal hal, Worker worker) {
        for (Heartbeat device : hal.computer().heartbeats()) {
            health.watch(new Vital(device, DEVICE_SILENT_S, DEVICE_HUNG_S, false, null));
        }
        Heartbeat heart = worker.heartbeat();
        if (heart != null) {
            health.watch(new Vital(heart, WORKER_SILENT_S, WORKER_HUNG_S, true, worker::revive));
        }
    }

    BootSequence boot() {
        return boot;
    }

    HealthMonitor health() {
        return health;
    }

    /** The table of leap seconds. */
    Table<?> leapSeconds() {
        return time.table();
    }

    /** What it steps beside the boot sequence, which comes first of all. */
    List<Component> members() {
        return List.of(memory, health, resources, time);
    }

    /** Ties what it sees to the watchdog, the self-test and the table of modes, and modes and start to their sequences. */
    void watch(Executive executive, EntrySequences entries, BooleanSupplier reportsHeard) {
        modes.onEntry(entries);
        boot.onBooted(entries::booted);
        executive.kickWhile(health::vital);
        executive.onBrokenBudget(health::brokenBudget);
        boot.check(BootCheck.THREADS, health::allSeen);
        boot.check(BootCheck.COMPONENTS, executive::sound);
        boot.check(BootCheck.MEMORY, memory::sound);
        boot.stopWith(executive::stop, reportsHeard);
        modes.fitWhile(boot::fit);
    }
}
