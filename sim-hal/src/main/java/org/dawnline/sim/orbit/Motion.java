package org.dawnline.sim.orbit;

import org.orekit.utils.PVCoordinates;

/** How a satellite moves. */
interface Motion {
    /** Position and velocity in EME2000, {@code timeS} seconds after the epoch, a multiple of {@link Sky#NODE_S}; m and m/s. */
    PVCoordinates at(double timeS);
}
