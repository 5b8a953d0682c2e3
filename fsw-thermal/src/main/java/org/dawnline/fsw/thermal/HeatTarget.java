package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.VehicleProfile;

/** The die temperature that heat is granted up to, and the most that is ever granted. */
final class HeatTarget {
    private static final double DEFAULT_MARGIN_K = 0.5;
    private static final double MIN_K = 200;
    private static final double MAX_K = 420;

    private final Parameter targetK;
    private final Parameter capW;

    HeatTarget(Face face, VehicleProfile vehicle, LoopFigures figures) {
        double limitK = vehicle.numberOr(MAX_K, "gpu.maxOperatingTempK", MIN_K, MAX_K);
        targetK = face.parameter(
                "targetTempK",
                Unit.KELVIN,
                limitK - DEFAULT_MARGIN_K,
                MIN_K,
                limitK,
                "die temperature that is controlled to when heat is what limits");
        capW = face.parameter("capW", Unit.WATT, figures.peakW, 0, figures.peakW, "most heat that is granted");
    }

    /** Die temperature to keep, in K. */
    double aimK() {
        return targetK.value();
    }

    /** Most heat that is granted, in W. */
    double capW() {
        return capW.value();
    }
}
