package org.dawnline.sim.radiation;

/** What a particle can do to the satellite. */
public enum Upset {
    /** An error in a GPU's memory that its error correction mends and counts. */
    CORRECTED_MEMORY,
    /** An error in a GPU's memory that is not corrected. */
    MEMORY,
    /** A GPU's management processor hangs. */
    HANG,
    /** A GPU latches up. */
    LATCH_UP,
    /** A GPU computes something wrong, without any sign. */
    SILENT_CORRUPTION,
    /** A bit flips in the memory of the flight computer. */
    FLIGHT_STATE,
    /** A bit flips in what is stored. */
    FILE;

    /** Whether each chip can be hit, so that the rate counts for each. */
    boolean perChip() {
        return this != FLIGHT_STATE && this != FILE;
    }
}
