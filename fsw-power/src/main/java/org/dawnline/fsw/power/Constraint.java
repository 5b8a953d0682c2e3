package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;

/** What decides the rack's grant. */
enum Constraint {
    /** The mode allows no compute. */
    MODE,
    /** What the rack may be granted at most. */
    CAP,
    /** The jobs can use no more. */
    DEMAND,
    /** What the array can deliver beside the bus; the battery has better use for what it holds. */
    ARRAY,
    /** What is stored now is worth more later. */
    CHARGE,
    /** The battery must be full again before the next eclipse. */
    RECOVERY,
    /** What is stored must last, or is worth more later. */
    STORED_ENERGY,
    /** The battery is down at its reserve. */
    RESERVE,
    /** The battery's greatest discharge power. */
    DISCHARGE_LIMIT,
    /** The dies are as hot as they may get; the loop is whole. */
    DIE_TEMPERATURE,
    /** The loop carries less than the rack can draw for ever. */
    LOOP,
    /** Raised to what coolant and panels need. */
    COLD,
    /** The rack has drawn more than it can for ever. */
    BURST_CREDIT,
    /** There is no plan: the plain rules grant. */
    NO_PLAN;

    static final List<String> NAMES =
            Arrays.stream(values()).map(Constraint::name).toList();
}
