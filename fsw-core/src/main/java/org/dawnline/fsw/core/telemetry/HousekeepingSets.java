package org.dawnline.fsw.core.telemetry;

import org.jspecify.annotations.Nullable;

/** The sets of one table; telecommands change them afterwards. */
public final class HousekeepingSets {
    /** Most sets. */
    public static final int CAPACITY = 64;

    private final @Nullable HousekeepingSet[] sets = new @Nullable HousekeepingSet[CAPACITY];

    HousekeepingSets() {}

    @Nullable
    HousekeepingSet get(int number) {
        return sets[number];
    }

    void put(HousekeepingSet set) {
        sets[set.number] = set;
    }

    void remove(int number) {
        sets[number] = null;
    }

    void forget() {
        for (HousekeepingSet set : sets) {
            if (set != null) {
                set.forget();
            }
        }
    }
}
