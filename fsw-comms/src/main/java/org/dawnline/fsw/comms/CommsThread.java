package org.dawnline.fsw.comms;

import java.util.concurrent.locks.LockSupport;
import org.dawnline.hal.Heartbeat;

/** Pumps the ground link beside the executive. Real time only: in simulation the link is pumped inline. */
public final class CommsThread implements AutoCloseable {
    private static final long PAUSE_NANOS = 10_000_000L;
    private static final int LAST_ROUNDS = 100;
    private static final long END_WITHIN_MS = 5_000;
    private static final System.Logger LOG = System.getLogger(CommsThread.class.getName());

    private final GroundLink link;
    private final Heartbeat heartbeat = new Heartbeat("comms");
    private volatile Thread thread = newThread();
    private volatile boolean stopped;

    /** Starts the thread. */
    public CommsThread(GroundLink link) {
        this.link = link;
        thread.start();
    }

    private Thread newThread() {
        Thread made = new Thread(this::work, heartbeat.name());
        made.setDaemon(true);
        return made;
    }

    /** Beats with each round. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Interrupts a round that hangs; starts a thread anew that has ended though nobody wanted it to. */
    public void revive() {
        Thread present = thread;
        if (present.isAlive()) {
            present.interrupt(); // two threads on one link would tear its state
        } else if (!stopped) {
            Thread fresh = newThread();
            thread = fresh;
            fresh.start();
        }
    }

    private void work() {
        while (!stopped) {
            pump();
        }
        int rounds = 0;
        do { // once in any case: what the last cycle has reported is on its way since the round before
            pump();
            rounds++;
        } while (rounds < LAST_ROUNDS && link.connected() && link.outboxFill() > 0);
        link.close();
    }

    // Whatever breaks here, the satellite must stay reachable: the next round starts afresh.
    private void pump() {
        try {
            link.pump();
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "a round of the ground link broke", e);
        }
        heartbeat.beat();
        if (!Thread.interrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Sends what can still be sent within about a second, then ends the connection. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(END_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
