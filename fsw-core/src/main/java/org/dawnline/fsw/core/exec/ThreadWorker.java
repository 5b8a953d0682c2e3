package org.dawnline.fsw.core.exec;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** One background thread below the executive's priority. A task that throws is counted and does not end the thread. */
public final class ThreadWorker implements Worker, AutoCloseable {
    private static final int CAPACITY = 16;
    private static final System.Logger LOG = System.getLogger(ThreadWorker.class.getName());

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong broken = new AtomicLong();
    private final Thread thread = new Thread(this::work, "worker");

    /** Starts the thread. */
    public ThreadWorker() {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public boolean offer(Runnable task) {
        return tasks.offer(task);
    }

    /** Tasks that threw. */
    public long broken() {
        return broken.get();
    }

    private void work() {
        try {
            while (true) {
                runOne(tasks.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() asked for it
        }
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
        thread.interrupt();
    }
}
