package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;

/** How much more than its nominal energy a battery of cells could at most hold. */
final class CellEnergy {
    private static final double MAX_V = 10;

    private CellEnergy() {}

    /** The highest voltage of a cell over the lowest: every mean voltage, and so every energy of a charge, lies between. */
    static double mostOverNominal(VehicleProfile truth) {
        return truth.number("battery.cellMaxV", 0, MAX_V) / truth.number("battery.cellMinV", 0.1, MAX_V);
    }
}
