package org.dawnline.fsw.core.boot;

import java.io.IOException;
import java.util.List;
import org.dawnline.fsw.core.store.CheckedStore;
import org.dawnline.hal.Hal;

/**
 * Tells why the software started, and counts the starts that did not prove themselves: after too many of them within a short
 * time, this start keeps to the safe topology. Opened before anything else is constructed, since what is constructed later may
 * be what fails. Never throws: a satellite that cannot read its record still starts.
 */
public final class BootLedger {
    /** The time in which starts without proof count, in s. */
    public static final double WITHIN_S = 1_800;

    private static final String BLOB = "boot";
    private static final double S_PER_NANO = 1e-9;

    private final StartRules rules;
    private final CheckedStore store;
    private final BootCause cause;
    private final int failedBoots;
    private BootRecord record;
    private volatile boolean writeFailed;

    private BootLedger(StartRules rules, CheckedStore store, BootCause cause, int failedBoots, BootRecord record) {
        this.rules = rules;
        this.store = store;
        this.cause = cause;
        this.failedBoots = failedBoots;
        this.record = record;
    }

    /** Opens it with the standard rules. */
    public static BootLedger open(Hal hal) {
        return open(hal, StartRules.STANDARD);
    }

    /** Reads what the last start has left, and writes down that this one has begun. Not for the executive's thread. */
    public static BootLedger open(Hal hal, StartRules rules) {
        CheckedStore store = new CheckedStore(hal.storage(), BLOB);
        byte[] bytes = store.load();
        boolean damaged = store.damagedCopies() > 0;
        BootRecord last = bytes == null ? null : BootRecord.of(bytes);
        long startId = hal.computer().startId();
        long utcNanos = hal.clock().utcNanos();
        BootCause cause = last == null
                ? bytes == null && !damaged ? BootCause.FIRST : BootCause.UNKNOWN
                : causeAfter(last, startId, hal.computer().startedByWatchdog());
        BootRecord before = last == null ? new BootRecord(startId, Farewell.NONE, List.of()) : last;
        BootLedger ledger =
                new BootLedger(rules, store, cause, failed(before, utcNanos), before.begun(startId, utcNanos));
        ledger.save();
        return ledger;
    }

    private static BootCause causeAfter(BootRecord last, long startId, boolean byWatchdog) {
        if (last.farewell() != Farewell.NONE) {
            return last.farewell() == Farewell.UPDATE ? BootCause.UPDATE : BootCause.COMMANDED;
        }
        if (last.startId() == startId) {
            return BootCause.CRASH;
        }
        return byWatchdog ? BootCause.WATCHDOG : BootCause.POWER_ON;
    }

    // A start that lies in the future was dated by a clock that was wrong: it counts.
    private static int failed(BootRecord record, long utcNanos) {
        int failed = 0;
        for (long begun : record.unprovenUtcNanos()) {
            failed += (utcNanos - begun) * S_PER_NANO <= WITHIN_S ? 1 : 0;
        }
        return failed;
    }

    /** What proves a start. */
    StartRules rules() {
        return rules;
    }

    /** Why the software started. */
    public BootCause cause() {
        return cause;
    }

    /** Starts just before this one that did not prove themselves. */
    public int failedBoots() {
        return failedBoots;
    }

    /** Whether this start keeps to default parameters, default tables, essential components and SAFE. */
    public boolean safeTopology() {
        return failedBoots >= rules.failedStarts();
    }

    /** Writes down that this start has proven itself. On a worker. */
    public synchronized void proven() {
        record = record.proven();
        save();
    }

    /** Writes down how this process ends. Not for the executive's thread. */
    public synchronized void farewell(Farewell how) {
        record = record.ended(how);
        save();
    }

    private synchronized void save() {
        try {
            store.save(record.toBytes());
            writeFailed = false;
        } catch (IOException e) {
            writeFailed = true; // the next start will take this one for worse than it was
        }
    }

    /** Whether the last write failed. */
    public boolean writeFailed() {
        return writeFailed;
    }
}
