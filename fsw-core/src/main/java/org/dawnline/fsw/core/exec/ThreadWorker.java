package org.dawnline.fsw.core.exec;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.dawnline.hal.Heartbeat;
import org.jspecify.annotations.Nullable;

/**
 * One background thread below the executive's priority. Tasks come from one thread, the executive's, through a ring without a
 * lock: a lock that the worker holds just then would make the executive wait and allocate. A task that throws is counted and
 * does not end the thread.
 */
public final class ThreadWorker implements Worker, AutoCloseable {
    private static final int CAPACITY = 16;
    private static final System.Logger LOG = System.getLogger(ThreadWorker.class.getName());

    private final AtomicReferenceArray<@Nullable Runnable> tasks = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Heartbeat heartbeat = new Heartbeat("worker");
    private volatile Thread thread = newThread();
    private volatile boolean closed;

    /** Starts the thread. */
    public ThreadWorker() {
        thread.start();
    }

    private Thread newThread() {
        Thread made = new Thread(this::work, heartbeat.name());
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    }

    @Override
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Leaves a task that hangs to its thread, which ends after it, and goes on with the next task on a new one. */
    @Override
    public void revive() {
        Thread hung = thread;
        Thread fresh = newThread();
        thread = fresh;
        hung.interrupt();
        fresh.start();
    }

    @Override
    public boolean offer(Runnable task) {
        long next = written.get();
        if (next - read.get() == CAPACITY) {
            refused.incrementAndGet();
            return false;
        }
        tasks.set((int) (next % CAPACITY), task);
        written.set(next + 1);
        LockSupport.unpark(thread);
        return true;
    }

    @Override
    public long refused() {
        return refused.get();
    }

    /** Tasks that threw. */
    public long broken() {
        return broken.get();
    }

    private void work() {
        heartbeat.beat();
        while (!closed && Thread.currentThread().equals(thread)) {
            Runnable task = take();
            if (task != null) {
                heartbeat.beat();
                runOne(task);
            } else if (read.get() == written.get()) {
                heartbeat.rest();
                LockSupport.park(this);
            }
        }
    }

    private @Nullable Runnable take() {
        long next = read.get();
        if (next == written.get()) {
            return null;
        }
        Runnable task = tasks.get((int) (next % CAPACITY));
        // Only one of two threads gets it: the one that hung may wake while its successor already works.
        return read.compareAndSet(next, next + 1) ? task : null;
    }

    private void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            broken.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "a background task broke", e);
        }
    }

    /** Ends the thread after the present task; waiting tasks are dropped. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
