package org.dawnline.tools.testkit;

import org.dawnline.hal.Watchdog;

/** Counts its kicks. */
public final class FakeWatchdog implements Watchdog {
    private static final double TIMEOUT_S = 2;

    private long kicks;

    /** Never kicked so far. */
    public FakeWatchdog() {}

    @Override
    public void kick() {
        kicks++;
    }

    @Override
    public double timeoutS() {
        return TIMEOUT_S;
    }

    /** Kicks so far. */
    public long kicks() {
        return kicks;
    }
}
