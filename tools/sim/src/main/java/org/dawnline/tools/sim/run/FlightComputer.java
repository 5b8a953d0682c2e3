package org.dawnline.tools.sim.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.app.FlightVersion;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.fsw.comms.OnBoardVersions;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Storage;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.sim.tape.Boundary;

/**
 * The computer on which the flight software runs as a process. When a scenario kills the process, everything that it knew is gone
 * but for what it has stored; the world goes on, and after a while a new process starts. When the watchdog bites, the computer
 * itself starts again.
 */
final class FlightComputer {
    private static final double NANOS_PER_S = 1e9;

    /** From a bite of the watchdog to the first cycle. */
    private static final double REBOOT_S = 20;

    /** From the end of a process that was told to end to the first cycle of the next: what a supervisor takes. */
    private static final double SUPERVISOR_S = 5;

    private final RunOptions options;
    private final VehicleProfile profile;
    private final Ground ground;
    private final Boundary boundary;
    private final Runnable turn;
    private final SimWorld world;
    private final KillSwitch kill;
    private final MemberFaults members = new MemberFaults(this::hang);
    private final SteppedHal hal;
    private final MemoryArchive memory = new MemoryArchive();
    private final Storage storage;
    private final List<Recorder> recorders = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private Archive archive;
    private RingFile ring = RingFile.inMemory();
    private Spacecraft spacecraft;
    private Runnable rebooted = () -> {};
    private boolean up = true;
    private int bitesSeen;
    private double restartS;
    private long earlierSlips;
    private long earlierCycles;
    private volatile boolean stopped;

    /**
     * A time without flight software.
     *
     * @param startS mission time at which the process was killed, in s
     * @param endS mission time at which the new one began its first cycle, in s
     */
    record Outage(double startS, double endS) {}

    /** {@code seed} draws where in its work a process is killed. */
    FlightComputer(
            RunOptions options,
            VehicleProfile profile,
            SimWorld world,
            Ground ground,
            Boundary boundary,
            Runnable turn,
            long seed) {
        this.options = options;
        this.boundary = boundary;
        this.world = world;
        kill = new KillSwitch(seed);
        this.profile = profile;
        this.ground = ground;
        this.turn = turn;
        Storage kept = options.storage();
        storage = kept == null ? world.hal().storage() : kept;
        hal = new SteppedHal(world.hal(), this::takeTurn, KillableDisk.over(storage, kill), kill, members);
        archive = openArchive();
        spacecraft = wire();
    }

    private Archive openArchive() {
        Path folder = options.archive();
        return folder == null ? memory : new SqliteArchive(folder);
    }

    private Spacecraft wire() {
        boundary.begin();
        Spacecraft wired = new Spacecraft(
                boundary.hal(hal),
                profile,
                boundary.wire(ground.wire()),
                options.worker(),
                new SpacecraftOptions(
                        ground.satellite(),
                        ground.keys(),
                        options.periodNanos(),
                        boundary.archive(KillableDisk.over(archive, kill)),
                        ring,
                        versions()));
        boundary.wired(wired.executive());
        ground.begin(wired.groundLink(), wired.executive().dictionary());
        return wired;
    }

    // A flight that somebody watches over a real link says what it really is.
    private OnBoardVersions versions() {
        return options.ground() == null ? FlightVersion.anonymous() : FlightVersion.read("");
    }

    private void takeTurn() {
        turn.run();
        if (up && world.watchdog().bites() > bitesSeen) {
            restartS = REBOOT_S;
            throw new KillSwitch.Killed();
        }
        if (up) {
            kill.passSleep(hal.clock().nanos());
        }
    }

    /** Adds a taker of reports of this process and of those after it. */
    void attach(Recorder recorder) {
        recorders.add(recorder);
        executive().attach(recorder);
    }

    /** Says what is to be done when a new process has been wired, before its first cycle. */
    void onReboot(Runnable action) {
        rebooted = action;
    }

    /**
     * Kills the process within half a second, wherever in its work the seed says; a new one starts {@code newRestartS} seconds after
     * that.
     */
    void kill(double newRestartS) {
        if (up) {
            kill.arm(hal.clock().nanos());
            restartS = newRestartS;
        }
    }

    /** What happens to single members. */
    MemberFaults members() {
        return members;
    }

    // The thread of the executive never comes back. The world goes on, but nobody on board hears or says anything.
    private void hang() {
        Clock clock = world.hal().clock();
        while (world.watchdog().bites() == bitesSeen) {
            clock.sleepUntil(clock.nanos() + options.periodNanos());
        }
        restartS = REBOOT_S;
        throw new KillSwitch.Killed();
    }

    /** Flies until {@link #stop()}, through all restarts. */
    void fly() {
        flyProcess();
        while (!stopped) {
            awaitRestart();
            reboot();
            flyProcess();
        }
    }

    // Until it is killed, until it ends since the ground wants it to, or until the flight is over.
    private void flyProcess() {
        kill.watch(Thread.currentThread());
        try {
            executive().run();
            restartS = SUPERVISOR_S;
        } catch (KillSwitch.Killed e) {
            // Nothing of it is left; what comes next is the same as for one that has ended.
        }
        if (stopped) {
            boundary.landed();
        } else {
            boundary.ended();
        }
    }

    private void awaitRestart() {
        up = false;
        kill.disarm();
        world.processEnded();
        archive.close();
        ground.processEnded();
        long killedNanos = hal.clock().nanos();
        long upNanos = killedNanos + StrictMath.round(restartS * NANOS_PER_S);
        while (!stopped && hal.clock().nanos() < upNanos) {
            hal.clock().sleepUntil(hal.clock().nanos() + options.periodNanos());
        }
        if (world.watchdog().bites() > bitesSeen) {
            world.computer().restart(true);
        }
        bitesSeen = world.watchdog().bites();
        outages.add(new Outage(killedNanos / NANOS_PER_S, hal.clock().nanos() / NANOS_PER_S));
        earlierSlips += executive().slips();
        earlierCycles += executive().cyclesRun();
    }

    private void reboot() {
        archive = openArchive();
        ring = ring.restarted();
        spacecraft = wire();
        recorders.forEach(executive()::attach);
        up = true;
        rebooted.run();
    }

    /** Ends the flight after the present cycle; from any thread. */
    void stop() {
        stopped = true;
        executive().stop();
    }

    /** Whether a process runs. */
    boolean up() {
        return up;
    }

    /** The process that runs, or the last one that did. */
    Spacecraft spacecraft() {
        return spacecraft;
    }

    /** Its executive. */
    Executive executive() {
        return spacecraft.executive();
    }

    /** Its dictionary. */
    Dictionary dictionary() {
        return executive().dictionary();
    }

    /** What it stores in. */
    Storage storage() {
        return storage;
    }

    /** Cycles skipped by all processes so far. */
    long slips() {
        return earlierSlips + executive().slips();
    }

    /** Skipped cycles over all that were due. */
    double slipRatio() {
        double due = earlierCycles + executive().cyclesRun() + (double) slips();
        return due > 0 ? slips() / due : 0.0;
    }

    /** The times without flight software. */
    List<Outage> outages() {
        return List.copyOf(outages);
    }
}
