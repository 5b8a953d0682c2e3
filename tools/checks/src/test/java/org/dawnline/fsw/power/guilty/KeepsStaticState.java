package org.dawnline.fsw.power.guilty;

/** Breaks a rule on purpose: two spacecraft would share this count. */
public final class KeepsStaticState {
    @SuppressWarnings("NonFinalStaticField")
    private static int count = 0;

    public int next() {
        count = count + 1;
        return count;
    }
}
