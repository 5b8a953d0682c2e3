package org.dawnline.fsw.power.guilty;

import org.dawnline.sim.guilty.World;

/** Breaks a rule on purpose: flight sees the simulator. */
public final class LooksAtTheSimulator {
    private final Object world = new World();

    public Object world() {
        return world;
    }
}
