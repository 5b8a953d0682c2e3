package org.dawnline.fsw.core.mode;

import java.util.Arrays;
import java.util.List;

/** What can be so near its edge that SAFE is not enough. */
public enum SurvivalReason {
    /** The battery is at its floor: asked for by power. */
    BATTERY,
    /** The coolant is about to freeze: asked for by thermal. */
    LOOP;

    /** Names of the constants, for the dictionary. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(SurvivalReason::name).toList();

    long bit() {
        return 1L << ordinal();
    }
}
