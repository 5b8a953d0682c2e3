package org.dawnline.fsw.core.face;

/** How much harm a telecommand can do. */
public enum Hazard {
    /** What it does can be undone. */
    NORMAL,
    /** It may end the mission: obeyed only after it was armed with the same key, and only with the number that the arming gave. */
    CRITICAL
}
