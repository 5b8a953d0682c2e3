package org.dawnline.sim;

import java.util.List;
import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputerCondition;
import org.dawnline.hal.ComputerHal;

/**
 * The simulated flight computer. Its resources are those of a calm day and depend on mission time alone: the computer that runs
 * the simulation must not show in a flight. A bite of the watchdog starts it anew.
 */
public final class SimComputer implements ComputerHal {
    private static final double S_PER_NANO = 1e-9;
    private static final double PROCESSORS = 4;
    private static final double LOAD_RATIO = 0.05;
    private static final double HEAP_BYTES = 64e6;
    private static final double HEAP_MAX_BYTES = 256e6;
    private static final double DIRECT_BYTES = 1e6;
    private static final double COLLECTION_EVERY_S = 60;
    private static final double PAUSE_S = 0.002;
    private static final double OPEN_FILES = 40;
    private static final double OPEN_FILES_MAX = 1024;
    private static final double DISK_FREE_BYTES = 64e9;

    private final Clock clock;
    private long startId = 1;
    private boolean startedByWatchdog;
    private double collectionsToldOf;

    SimComputer(Clock clock) {
        this.clock = clock;
    }

    /** The computer starts again; its processes are gone. */
    public void restart(boolean byWatchdog) {
        startId++;
        startedByWatchdog = byWatchdog;
    }

    @Override
    public long startId() {
        return startId;
    }

    @Override
    public boolean startedByWatchdog() {
        return startedByWatchdog;
    }

    @Override
    public ComputerCondition condition() {
        double timeS = clock.nanos() * S_PER_NANO;
        double collections = StrictMath.floor(timeS / COLLECTION_EVERY_S);
        boolean collected = collections > collectionsToldOf;
        collectionsToldOf = collections;
        return new ComputerCondition(
                timeS,
                timeS * LOAD_RATIO * PROCESSORS,
                PROCESSORS,
                HEAP_BYTES,
                HEAP_MAX_BYTES,
                DIRECT_BYTES,
                collections,
                collected ? PAUSE_S : 0,
                OPEN_FILES,
                OPEN_FILES_MAX,
                DISK_FREE_BYTES,
                List.of(new ComputerCondition.ThreadUse(1, "main", timeS * LOAD_RATIO)));
    }
}
