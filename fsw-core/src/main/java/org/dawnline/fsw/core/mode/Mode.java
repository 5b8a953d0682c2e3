package org.dawnline.fsw.core.mode;

/** Modes of the satellite. The order is the number on the wire: new ones go to the end. */
public enum Mode {
    /** Starting: the components settle. */
    BOOT,
    /** Power-positive and cold-proof with all jobs stopped; waits for the ground. */
    SAFE,
    /** Everything runs, but no job is started. */
    STANDBY,
    /** Jobs run as far as power and heat allow. */
    OPERATIONAL,
    /** SAFE with everything off that can be spared, until battery and loop are away from the edge. */
    SURVIVAL,
    /** End of life: no source of energy is kept, nothing is sent, nothing leads out. */
    PASSIVATED;

    /** Bit of this mode in the mask of a command declaration. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether the payload may be powered. */
    public boolean payloadAllowed() {
        return this == STANDBY || this == OPERATIONAL;
    }

    /** Whether the rack may be fed for its warmth: lines that freeze in SAFE are lost like any others. */
    public boolean warmthAllowed() {
        return this != BOOT && this != PASSIVATED;
    }

    /** Whether the satellite keeps to what it needs to stay alive and to be heard. */
    public boolean spare() {
        return this == SAFE || this == SURVIVAL || this == PASSIVATED;
    }
}
