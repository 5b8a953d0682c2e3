package org.dawnline.hal.poll;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Heartbeat;

/**
 * A daemon thread that serves one slow device: it opens it, polls it at a fixed period and closes it, so that every call to the
 * device comes from this thread alone. When a call hangs, only this thread hangs.
 */
public final class Poller implements AutoCloseable {
    /** What is polled. Every method runs on the poller's thread. */
    public interface Device {
        /** Opens the device and learns what there is. */
        void open();

        /** Reads everything once. */
        void poll();

        /** Carries out what was asked for since the last call; called after every {@link #wake()} and before every poll. */
        void serve();

        /** Releases what {@link #open()} took. Called exactly once, also when the device could not be opened. */
        void close();
    }

    private static final long CLOSE_TIMEOUT_MS = 2_000;
    private static final long NANOS_PER_MS = 1_000_000;

    private final Device device;
    private final Clock clock;
    private final long periodNanos;
    private final Thread thread;
    private final Heartbeat heartbeat;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean woken;

    /** Makes a poller that does nothing until it is started. */
    public Poller(String name, Device device, Clock clock, long periodMs) {
        this.device = device;
        this.clock = clock;
        this.periodNanos = periodMs * NANOS_PER_MS;
        this.thread = new Thread(this::run, name);
        this.heartbeat = new Heartbeat(name);
        thread.setDaemon(true);
    }

    /** Starts the thread and waits until the device is open and was polled once, or until the time is over; says which. */
    public boolean start(long timeoutMs) {
        thread.start();
        try {
            return opened.await(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Beats at least once in each period while no call to the device hangs. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Lets requests be served now instead of at the next period. Neither blocks nor allocates. */
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Ends the thread and waits for a short while; a thread that hangs in its device is left behind. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            heartbeat.beat();
            device.open();
            device.poll();
            long next = clock.nanos() + periodNanos; // before anybody knows, so that a test's clock cannot overtake it
            opened.countDown();
            pollUntilStopped(next);
        } finally {
            opened.countDown();
            device.close();
        }
    }

    private void pollUntilStopped(long firstNanos) {
        long next = firstNanos;
        while (!stopping && !thread.isInterrupted()) {
            long wait = next - clock.nanos();
            if (wait > 0 && !woken) {
                LockSupport.parkNanos(this, wait);
            }
            woken = false;
            heartbeat.beat();
            device.serve();
            if (next - clock.nanos() <= 0) {
                device.poll();
                next = clock.nanos() + periodNanos;
            }
        }
    }
}
