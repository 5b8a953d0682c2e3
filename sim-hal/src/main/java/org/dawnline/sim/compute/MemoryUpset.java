package org.dawnline.sim.compute;

/** What a particle does to the memory of a GPU, by what its error correction makes of it. */
public enum MemoryUpset {
    /** Corrected: it is counted, and nothing else happens. */
    CORRECTED,
    /** Not corrected, but contained: the job that read it dies (Xid 94), the row is remapped (63, or 64 without spare). */
    CONTAINED,
    /** Not corrected and not contained: whatever runs on the GPU dies, it needs a reset (Xid 95), the row is remapped. */
    UNCONTAINED,
    /** A double-bit error that the driver could not sort (Xid 48): as {@link #UNCONTAINED}. */
    DOUBLE_BIT
}
