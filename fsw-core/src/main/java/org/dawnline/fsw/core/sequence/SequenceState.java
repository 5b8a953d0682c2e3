package org.dawnline.fsw.core.sequence;

/** What a slot is doing. */
enum SequenceState {
    /** There are no steps. */
    EMPTY,
    /** It could start. */
    READY,
    /** Steps are executed at their times. */
    RUNNING,
    /** It stands still until it is resumed; its times stand still, too. */
    HELD
}
