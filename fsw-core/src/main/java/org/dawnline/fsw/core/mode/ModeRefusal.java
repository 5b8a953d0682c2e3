package org.dawnline.fsw.core.mode;

/** Why a change of mode was refused. */
enum ModeRefusal {
    /** The table has no such transition. */
    NOT_IN_TABLE,
    /** The guard of the transition does not hold: self-test or components. */
    NOT_FIT,
    /** The guard of the transition does not hold: battery or loop. */
    NOT_SUPPLIED,
    /** Something more pressing was asked for in the same cycle. */
    OUTRANKED
}
