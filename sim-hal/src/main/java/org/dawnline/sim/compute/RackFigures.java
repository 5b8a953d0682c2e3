package org.dawnline.sim.compute;

import org.dawnline.hal.VehicleProfile;

/** The vehicle's figures for its rack. A vehicle without GPUs needs none of them: nothing is read, and each is its least value. */
final class RackFigures {
    private final VehicleProfile truth;
    private final int trays;
    private final int gpusPerTray;

    RackFigures(VehicleProfile truth) {
        this.truth = truth;
        trays = truth.has("rack.trays") ? truth.count("rack.trays", 0, 256) : 0;
        gpusPerTray = trays == 0 ? 1 : truth.count("rack.gpusPerTray", 1, 64);
    }

    int trays() {
        return trays;
    }

    int gpusPerTray() {
        return gpusPerTray;
    }

    int gpus() {
        return trays * gpusPerTray;
    }

    double number(String key, double min, double max) {
        return trays == 0 ? min : truth.number(key, min, max);
    }

    double numberOr(double otherwise, String key, double min, double max) {
        return truth.numberOr(otherwise, key, min, max);
    }

    int count(String key, int min, int max) {
        return trays == 0 ? min : truth.count(key, min, max);
    }
}
