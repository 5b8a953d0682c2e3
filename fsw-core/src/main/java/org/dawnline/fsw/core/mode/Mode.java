package org.dawnline.fsw.core.mode;

/** Modes of the satellite. */
public enum Mode {
    /** Starting: the components settle. */
    BOOT,
    /** Power-positive and cold-proof with all jobs stopped; waits for the ground. */
    SAFE,
    /** Everything runs, but no job is started. */
    STANDBY,
    /** Jobs run as far as power and heat allow. */
    OPERATIONAL;

    /** Bit of this mode in the mask of a command declaration. */
    public int bit() {
        return 1 << ordinal();
    }
}
