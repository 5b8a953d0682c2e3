package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many telecommands one component was given since start or RESET_COUNTERS, whatever their origin, and what of them it took. What
 * was refused on its way to the executive counts, too, when it was meant for this component.
 */
public final class CommandCounts {
    private final Channel acceptedChannel;
    private final Channel rejectedChannel;
    private final List<Runnable> resets = new ArrayList<>();
    private final AtomicLong refusedOnTheWay = new AtomicLong();
    private long accepted;
    private long rejected;

    CommandCounts(Channel acceptedChannel, Channel rejectedChannel) {
        this.acceptedChannel = acceptedChannel;
        this.rejectedChannel = rejectedChannel;
        publish();
    }

    /** A telecommand passed all checks. */
    public void accept() {
        accepted++;
        publish();
    }

    /** A telecommand failed a check. */
    public void reject() {
        rejected++;
        publish();
    }

    /** A telecommand that the ground proved to have sent was refused before the executive saw it. From any thread. */
    public void refuseOnTheWay() {
        refusedOnTheWay.incrementAndGet();
    }

    /** Counts what was refused on the way since the last call; on the executive thread. */
    public void collect() {
        long refused = refusedOnTheWay.getAndSet(0);
        if (refused > 0) {
            rejected += refused;
            publish();
        }
    }

    void onReset(Runnable reset) {
        resets.add(reset);
    }

    Outcome reset() {
        accepted = 0;
        rejected = 0;
        publish();
        for (int i = 0; i < resets.size(); i++) {
            resets.get(i).run();
        }
        return Outcome.COMPLETED;
    }

    private void publish() {
        acceptedChannel.set(accepted);
        rejectedChannel.set(rejected);
    }
}
