package org.dawnline.fsw.core.exec;

/** Runs each task at once on the caller's thread, so that simulations repeat to the bit. */
public final class InlineWorker implements Worker {
    @Override
    public boolean offer(Runnable task) {
        task.run();
        return true;
    }
}
