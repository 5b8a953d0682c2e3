package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;

/** What the energy of cells has to do with their charge. */
final class CellEnergy {
    private static final double MAX_V = 10;

    private CellEnergy() {}

    /** The highest voltage of a cell over a mean that is no higher than that of all its charge: what is missing at the top weighs most. */
    static double topOverMean(VehicleProfile truth) {
        return truth.number("battery.cellMaxV", 0, MAX_V) / truth.number("battery.cellMinV", 0.1, MAX_V);
    }
}
