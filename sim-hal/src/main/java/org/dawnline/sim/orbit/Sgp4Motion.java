package org.dawnline.sim.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * A two-line element set, by Orekit's SGP4. Its own velocity is not the slope of its positions (off by 1 m/s in an eccentric orbit),
 * and a curve through both would be bent by metres: so the slope is taken.
 */
final class Sgp4Motion implements Motion {
    private static final double HALF_SLOPE_S = 1.0;
    private static final double ANY_MASS_KG = 1000.0;

    private final AbsoluteDate epoch;
    private final Frame inertial;
    private final TLEPropagator propagator;

    Sgp4Motion(String line1, String line2, Space space, AbsoluteDate epoch) {
        if (!TLE.isFormatOK(line1, line2)) {
            throw new IllegalArgumentException("not a two-line element set: " + line1 + " / " + line2);
        }
        this.epoch = epoch;
        inertial = space.inertial();
        propagator = TLEPropagator.selectExtrapolator(
                new TLE(line1, line2, space.utc()), new FrameAlignedProvider(inertial), ANY_MASS_KG, space.teme());
    }

    @Override
    public PVCoordinates at(double timeS) {
        Vector3D slope = place(timeS + HALF_SLOPE_S)
                .subtract(place(timeS - HALF_SLOPE_S))
                .scalarMultiply(0.5 / HALF_SLOPE_S);
        return new PVCoordinates(place(timeS), slope);
    }

    private Vector3D place(double timeS) {
        return propagator.propagateOrbit(epoch.shiftedBy(timeS)).getPosition(inertial);
    }
}
