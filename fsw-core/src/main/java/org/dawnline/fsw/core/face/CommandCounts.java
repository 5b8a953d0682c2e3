package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.List;

/** How many telecommands one component was given since start or RESET_COUNTERS, whatever their origin, and what of them it took. */
public final class CommandCounts {
    private final Channel acceptedChannel;
    private final Channel rejectedChannel;
    private final List<Runnable> resets = new ArrayList<>();
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
