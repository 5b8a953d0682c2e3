package org.dawnline.fsw.core.boot;

/** What a process leaves behind about its own end. */
public enum Farewell {
    /** Nothing: it still runs, or it was not asked. */
    NONE,
    /** It was told to end. */
    COMMANDED,
    /** It ended to make room for a new version. */
    UPDATE
}
