package org.dawnline.fsw.power.guilty;

/** Breaks a rule on purpose: time is taken, not given. */
public final class AsksTheRealTime {
    public long nanos() {
        return System.nanoTime();
    }
}
