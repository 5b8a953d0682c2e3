package org.dawnline.sim.thermal;

import java.util.Arrays;

/** Switches of heaters, of which any can be stuck. */
final class Heaters {
    private enum Stuck {
        NOT,
        OFF,
        ON
    }

    private final boolean[] wanted;
    private final boolean[] on;
    private final Stuck[] stuck;

    Heaters(int count) {
        wanted = new boolean[count];
        on = new boolean[count];
        stuck = new Stuck[count];
        Arrays.fill(stuck, Stuck.NOT);
    }

    int count() {
        return on.length;
    }

    /** Whether current flows, whatever was asked for. */
    boolean on(int heater) {
        return on[heater];
    }

    /** How many of those from {@code from} up to but without {@code to} are on. */
    int onBetween(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += on[i] ? 1 : 0;
        }
        return count;
    }

    void request(int heater, boolean wantedOn) {
        wanted[heater] = wantedOn;
        switchTo(heater);
    }

    void stick(int heater, boolean stuckOn) {
        stuck[heater] = stuckOn ? Stuck.ON : Stuck.OFF;
        switchTo(heater);
    }

    void free(int heater) {
        stuck[heater] = Stuck.NOT;
        switchTo(heater);
    }

    private void switchTo(int heater) {
        on[heater] = stuck[heater] == Stuck.NOT ? wanted[heater] : stuck[heater] == Stuck.ON;
    }
}
