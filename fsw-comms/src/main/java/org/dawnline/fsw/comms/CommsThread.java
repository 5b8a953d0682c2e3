package org.dawnline.fsw.comms;

import java.util.concurrent.locks.LockSupport;

/** Pumps the ground link beside the executive. Real time only: in simulation the link is pumped inline. */
public final class CommsThread implements AutoCloseable {
    private static final long PAUSE_NANOS = 10_000_000L;
    private static final int LAST_ROUNDS = 100;
    private static final long END_WITHIN_MS = 5_000;
    private static final System.Logger LOG = System.getLogger(CommsThread.class.getName());

    private final GroundLink link;
    private final Thread thread = new Thread(this::work, "comms");
    private volatile boolean stopped;

    /** Starts the thread. */
    public CommsThread(GroundLink link) {
        this.link = link;
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (!stopped) {
            pump();
        }
        for (int i = 0; i < LAST_ROUNDS && link.connected() && link.outboxFill() > 0; i++) {
            pump();
        }
        link.close();
    }

    // Whatever breaks here, the satellite must stay reachable: the next round starts afresh.
    private void pump() {
        try {
            link.pump();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a round of the ground link broke", e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
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
