package org.dawnline.fsw.core.orbit;

/** What happens along an orbit. */
public enum OrbitMoment {
    /** The Sun begins to disappear: penumbra begins. */
    ECLIPSE_ENTRY,
    /** The last of the Sun disappears, or as much as will. */
    UMBRA_ENTRY,
    /** The first of the Sun appears again. */
    UMBRA_EXIT,
    /** All of the Sun is there again. */
    ECLIPSE_EXIT,
    /** A ground station comes into view. */
    AOS,
    /** The last ground station in view is lost. */
    LOS,
    /** A region of the ground begins. */
    REGION_ENTRY,
    /** A region of the ground ends. */
    REGION_EXIT
}
