package org.dawnline.hal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The sign of life of one background thread. The thread beats whenever it gets on, and rests while it waits for work; whoever
 * watches sees whether it beats. No clock is needed: the watcher compares what it saw with what it sees. Never blocks.
 */
public final class Heartbeat {
    private final String name;
    private final AtomicLong beats = new AtomicLong();
    private volatile boolean resting;

    /** The heartbeat of a thread, at rest until it beats; {@code name} is also what the thread is called. */
    public Heartbeat(String name) {
        this.name = name;
        this.resting = true;
    }

    /** Name of the thread. */
    public String name() {
        return name;
    }

    /** The thread gets on. */
    public void beat() {
        resting = false;
        beats.lazySet(beats.get() + 1); // one writer
    }

    /** The thread waits for work; it may be silent for as long as it likes. */
    public void rest() {
        resting = true;
    }

    /** Beats so far. */
    public long beats() {
        return beats.get();
    }

    /** Whether the thread waits for work. */
    public boolean resting() {
        return resting;
    }
}
