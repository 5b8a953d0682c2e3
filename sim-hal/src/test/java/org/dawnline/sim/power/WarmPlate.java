package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;

/** An array that is a black plate without load in the Sun at one astronomical unit. */
public final class WarmPlate {
    private WarmPlate() {}

    /** Temperature that it comes to from 60 K below, in K. */
    public static double steadyTempK() {
        VehicleProfile black = Vehicles.ai1()
                .with("array.absorbedRatio", 1.0)
                .with("array.frontEmissivityRatio", 1.0)
                .with("array.backEmissivityRatio", 1.0);
        SolarArray array = new SolarArray(black, 1.0);
        array.shine(SolarArray.REFERENCE_FLUX_W_PER_M2, 0.4);
        array.shine(SolarArray.REFERENCE_FLUX_W_PER_M2, 1.0);
        for (int i = 0; i < 10_000; i++) {
            array.step(0.0, 1.0);
        }
        return array.tempK(0);
    }
}
