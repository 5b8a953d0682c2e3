package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;

/** The constraint that decides the grant. */
enum Binding {
    /** The mode allows no compute. */
    MODE,
    /** What the rack may draw at most. */
    CAP,
    /** What the array can deliver beside the bus. */
    ARRAY,
    /** The battery must be full again before the next eclipse. */
    CHARGE,
    /** The battery's energy above the reserve must last to the end of the eclipse. */
    RESERVE,
    /** The battery's greatest discharge power. */
    DISCHARGE_LIMIT,
    /** Without a forecast nothing is taken from the battery. */
    NO_KNOWLEDGE;

    static final List<String> NAMES = Arrays.stream(values()).map(Binding::name).toList();
}
