package org.dawnline.fsw.power.plan;

/** A point on the ladder: everything dearer than its level is served, and that share of what stands on it. */
final class Price {
    int level = PriceLadder.BUS;
    double share;

    void set(int newLevel, double newShare) {
        level = newLevel;
        share = newShare;
    }

    /** How much of what stands on a level is served, 0..1. */
    double served(int other) {
        return other < level ? 1 : other == level ? share : 0;
    }
}
