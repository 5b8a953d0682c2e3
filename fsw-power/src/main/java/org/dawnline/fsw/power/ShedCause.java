package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;

/** Why a load was shed. */
enum ShedCause {
    /** Array and battery cannot carry it. */
    SHORTAGE,
    /** The battery's charge is nearly used up. */
    CHARGE,
    /** The voltage of the bus has sunk. */
    VOLTAGE,
    /** The mode is SURVIVAL: all for which charge and sources leave no room. */
    SURVIVAL,
    /** The bus itself has dropped it. */
    BROWN_OUT,
    /** It was off at the start, or opens again and again. */
    FOUND_OFF;

    static final List<String> NAMES =
            Arrays.stream(values()).map(ShedCause::name).toList();
}
