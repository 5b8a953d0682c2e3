package org.dawnline.fsw.core.sequence;

/** Why a sequence does not start. */
enum Refusal {
    NONE,
    NO_SUCH_SLOT,
    EMPTY,
    RUNS_ALREADY,
    WRONG_MODE,
    DAMAGED,
    LOW_CHARGE
}
