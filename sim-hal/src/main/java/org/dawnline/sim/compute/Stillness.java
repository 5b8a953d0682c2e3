package org.dawnline.sim.compute;

/**
 * Whether the next step of a rack can only repeat the last one. Most steps do: then nothing but work has to be counted, which costs a
 * tenth of looking at every GPU. Whoever changes something says so.
 */
final class Stillness {
    private boolean still;

    /** Somebody has changed something. */
    void disturb() {
        still = false;
    }

    /** The rack has looked at everything and found nothing under way, or something. */
    void found(boolean nothingUnderWay) {
        still = nothingUnderWay;
    }

    boolean holds() {
        return still;
    }
}
