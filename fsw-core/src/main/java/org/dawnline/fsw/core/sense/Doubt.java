package org.dawnline.fsw.core.sense;

/** Why a sensor is not believed. */
public enum Doubt {
    /** It is believed. */
    NONE,
    /** It reads no finite number. */
    NOT_A_NUMBER,
    /** It reads what cannot be. */
    OUT_OF_RANGE,
    /** It gives no new readings: what it shows is old. */
    STALE,
    /** It repeats one reading to the last digit while others that measure the same move. */
    FROZEN,
    /** Single readings are wild, again and again. */
    JUMPS,
    /** It says something else than the others: bias, drift or scale. */
    DISAGREES
}
