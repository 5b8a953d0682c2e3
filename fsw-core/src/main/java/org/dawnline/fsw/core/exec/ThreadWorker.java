package org.dawnline.fsw.core.exec;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
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
    private final Thread thread = new Thread(this::work, "worker");
    private volatile boolean closed;

    /** Starts the thread. */
    public ThreadWorker() {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public boolean offer(Runnable task) {
        long next = written.get();
        if (next - read.get() == CAPACITY) {
            return false;
        }
        tasks.set((int) (next % CAPACITY), task);
        written.set(next + 1);
        LockSupport.unpark(thread);
        return true;
    }

    /** Tasks that threw. */
    public long broken() {
        return broken.get();
    }

    private void work() {
        while (!closed) {
            Runnable task = take();
            if (task == null) {
                LockSupport.park(this);
            } else {
                runOne(task);
            }
        }
    }

    private @Nullable Runnable take() {
        long next = read.get();
        if (next == written.get()) {
            return null;
        }
        Runnable task = tasks.getAndSet((int) (next % CAPACITY), null);
        read.set(next + 1);
        return task;
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
