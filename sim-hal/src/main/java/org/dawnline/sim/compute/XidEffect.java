package org.dawnline.sim.compute;

/** What an error event means for the GPU that reports it. */
public enum XidEffect {
    /** Nothing; it is for people. */
    NOTE,
    /** The job on the GPU dies and begins again. */
    JOB_DIES,
    /** The GPU works on and wants a reset when that is convenient. */
    WANTS_RESET,
    /** The job dies, and nothing runs until a reset. */
    NEEDS_RESET,
    /** As {@link #NEEDS_RESET}, and the GPU gives no readings until then. */
    MUTE,
    /** The job dies, and the GPU is gone until its tray reboots. */
    OFF_BUS
}
