package org.dawnline.sim;

import java.util.List;

/** The table of everything that a scenario can do to the world. */
public final class Faults {
    private Faults() {}

    /** All faults, sorted by name. */
    public static List<Fault> catalogue() {
        return List.of();
    }
}
