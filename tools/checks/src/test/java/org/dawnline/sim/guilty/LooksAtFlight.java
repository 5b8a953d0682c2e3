package org.dawnline.sim.guilty;

import org.dawnline.fsw.thermal.guilty.Radiator;

/** Breaks a rule on purpose: the simulator sees flight code. */
public final class LooksAtFlight {
    private final Object radiator = new Radiator();

    public Object radiator() {
        return radiator;
    }
}
