package org.dawnline.sim.orbit;

import org.dawnline.hal.VehicleProfile;

/**
 * What years in orbit leave of a solar array. Radiation takes a part of the rest every year: 0.7 to 1.7 % of silicon cells, 0.4 to
 * 1.0 % of gallium arsenide ones (telemetry of eleven satellites, Lohmeyer et al. 2018). Atomic oxygen takes more the lower the
 * orbit; cells under cover glass lost nothing measurable on LDEF, so what it takes is a figure of the vehicle.
 */
public final class ArrayAgeing {
    /** The fluence that {@code array.oxygenLossRatio} is given for, in atoms per m²: about five months at 400 km. */
    private static final double REFERENCE_FLUENCE_PER_M2 = 1e25;

    private static final double MAX_LOSS_RATIO = 0.5;

    private final double altitudeM;
    private final double lossPerYearRatio;
    private final double oxygenLossRatio;

    /** Ages the array of this vehicle at this altitude, in m. */
    public ArrayAgeing(VehicleProfile profile, double altitudeM) {
        this.altitudeM = altitudeM;
        lossPerYearRatio = profile.number("array.lossPerYearRatio", 0.0, MAX_LOSS_RATIO);
        oxygenLossRatio = profile.number("array.oxygenLossRatio", 0.0, MAX_LOSS_RATIO);
    }

    /** What {@code years} of mission leave, 0..1: (1 - d)^years, times what the oxygen leaves. */
    public double leftRatio(double years) {
        double doses = AtomicOxygen.fluencePerM2(altitudeM, years) / REFERENCE_FLUENCE_PER_M2;
        return StrictMath.pow(1.0 - lossPerYearRatio, years) * StrictMath.pow(1.0 - oxygenLossRatio, doses);
    }
}
