package org.dawnline.sim;

import java.util.Arrays;

/** Switch positions that were asked for since they were last handed over. */
final class Wishes {
    /** Takes one wish. */
    interface Taker {
        /** Puts switch {@code index} into a position. */
        void take(int index, boolean on);
    }

    private final boolean[] asked;
    private final boolean[] on;
    private boolean any;

    Wishes(int count) {
        asked = new boolean[count];
        on = new boolean[count];
    }

    void ask(int index, boolean wantedOn) {
        asked[index] = true;
        on[index] = wantedOn;
        any = true;
    }

    /** Drops every wish. */
    void forget() {
        Arrays.fill(asked, false);
        any = false;
    }

    /** Hands over every wish once, in order of the switches. */
    void handTo(Taker taker) {
        if (!any) {
            return;
        }
        for (int i = 0; i < asked.length; i++) {
            if (asked[i]) {
                taker.take(i, on[i]);
                asked[i] = false;
            }
        }
        any = false;
    }
}
