package org.dawnline.tools.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.jspecify.annotations.Nullable;

/** A telecommand on its way, and what has been heard of it. */
final class PendingCommand {
    /** How long a rejection that proves nothing waits for a report that does. */
    private static final long DOUBT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long counter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Stage> stages = new ArrayList<>();
    private @Nullable VerificationReport terminal;
    private @Nullable VerificationReport doubtful;

    PendingCommand(long counter) {
        this.counter = counter;
    }

    long counter() {
        return counter;
    }

    void heard(VerificationReport report, Stage stage) {
        lock.lock();
        try {
            if (report.getUnproved()) {
                doubtful = report;
            } else if (terminal == null) { // the end may come twice when the satellite started again
                stages.add(stage);
                terminal = stage.terminal() ? report : null;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the terminal report. A rejection whose origin the satellite could not prove counts if nothing better comes. */
    CommandResult await(long timeoutNanos) throws InterruptedException {
        long left = timeoutNanos;
        lock.lock();
        try {
            while (terminal == null && left > 0) {
                if (doubtful != null && stages.isEmpty()) {
                    left = Math.min(left, DOUBT_NANOS);
                }
                left = changed.awaitNanos(left);
            }
            return result();
        } finally {
            lock.unlock();
        }
    }

    private CommandResult result() {
        VerificationReport last = terminal;
        if (last == null && stages.isEmpty()) {
            last = doubtful;
        }
        if (last == null) {
            return new CommandResult(counter, List.copyOf(stages), null, Reason.NONE, -1, 0);
        }
        List<Stage> all = new ArrayList<>(stages);
        if (last.getUnproved()) {
            all.add(Stage.REJECTED);
        }
        return new CommandResult(
                counter,
                List.copyOf(all),
                Stage.valueOf(last.getStage()),
                Reason.valueOf(last.getReason()),
                last.getArgumentIndex(),
                last.getAnswer());
    }
}
