package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;

/** Why a plan is made before its time. */
enum Surprise {
    /** Nothing: the interval has passed. */
    NONE,
    /** The array gives something else than planned. */
    ARRAY,
    /** The battery holds or carries something else. */
    BATTERY,
    /** What is stored is off the plan. */
    CHARGE,
    /** The loop carries something else. */
    LOOP,
    /** The jobs want something else. */
    DEMAND,
    /** The mode has changed. */
    MODE,
    /** There is a new forecast of the orbit. */
    FORECAST,
    /** The ground has changed a setting. */
    SETTINGS;

    static final List<String> NAMES =
            Arrays.stream(values()).map(Surprise::name).toList();

    /** Whether something has happened to the satellite, so that less may be possible than before. */
    boolean harm() {
        return this == ARRAY || this == BATTERY || this == LOOP || this == MODE;
    }
}
