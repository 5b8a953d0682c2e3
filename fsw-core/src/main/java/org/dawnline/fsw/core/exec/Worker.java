package org.dawnline.fsw.core.exec;

/** Does what takes longer than a cycle: planning, orbit forecasts, writing files. Results come back through volatile slots. */
public interface Worker {
    /** Takes a task unless too many wait already; says whether it did. Never blocks; tasks run one by one, in order. */
    boolean offer(Runnable task);
}
