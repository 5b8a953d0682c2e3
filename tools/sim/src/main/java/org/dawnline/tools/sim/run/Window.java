package org.dawnline.tools.sim.run;

import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/** The part of a flight in which a criterion counts. */
final class Window {
    private final WorldState world;
    private final Edge from;
    private final @Nullable Edge until;

    Window(WorldState world, Edge from, @Nullable Edge until) {
        this.world = world;
        this.from = from;
        this.until = until;
    }

    /** Whether it is open now. */
    boolean open() {
        return opened() && !over();
    }

    /** Whether its begin has come. */
    boolean opened() {
        return world.timeS() >= from.timeS(world);
    }

    private boolean over() {
        return until != null && world.timeS() > until.timeS(world);
    }

    /** Time since it opened, in s; negative before. */
    double ageS() {
        return world.timeS() - from.timeS(world);
    }
}
