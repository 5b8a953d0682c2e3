package org.dawnline.sim.orbit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.orbits.Orbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.propagation.PropagationType;
import org.orekit.propagation.analytical.AbstractAnalyticalPropagator;
import org.orekit.propagation.analytical.EcksteinHechlerPropagator;
import org.orekit.propagation.analytical.KeplerianPropagator;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScale;
import org.orekit.time.TimeScales;
import org.orekit.utils.Constants;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.PVCoordinates;

/**
 * The satellite's orbit and the Sun, from Orekit, without any data file: UTC is 37 s behind atomic time (true since 2017), the
 * Earth's orientation has no corrections (UT1 = UTC, no polar motion).
 */
public final class Trajectory {
    private static final DateComponents UTC_OFFSET_SINCE = new DateComponents(2017, 1, 1);
    private static final int UTC_OFFSET_S = 37;
    private static final double MASS_KG = 2100.0;
    private static final double HALF_SLOPE_S = 1.0;

    private final AbsoluteDate epoch;
    private final Frame inertial;
    private final Frame earthFixed;
    private final Frame meanOfDate;
    private final AbsoluteDate j2000;
    private final AbstractAnalyticalPropagator propagator;
    private final boolean speedFromPlaces;

    /** Refuses an orbit that its model cannot carry, and a TLE that is not one. */
    public Trajectory(OrbitSpec orbit, Instant epochUtc) {
        TimeScales scales = TimeScales.of(
                List.of(new OffsetModel(UTC_OFFSET_SINCE, UTC_OFFSET_S)),
                (conventions, times) -> Collections.emptyList());
        Frames frames = Frames.of(scales, () -> {
            throw new IllegalStateException("no frame of the solar system is needed");
        });
        inertial = frames.getEME2000();
        earthFixed = frames.getGTOD(IERSConventions.IERS_1996, true);
        meanOfDate = frames.getMOD(IERSConventions.IERS_1996);
        j2000 = scales.getJ2000Epoch();
        epoch = date(epochUtc, scales.getUTC());
        speedFromPlaces = orbit.tleLine1() != null;
        try {
            propagator = orbit.tleLine1() != null && orbit.tleLine2() != null
                    ? sgp4(orbit.tleLine1(), orbit.tleLine2(), frames, scales.getUTC())
                    : analytical(initialOrbit(orbit), orbit.model());
        } catch (OrekitException e) {
            throw new IllegalArgumentException("the orbit is refused: " + e.getMessage(), e);
        }
    }

    /** Position and velocity of the satellite, {@code timeS} seconds after the epoch: EME2000, then Earth-fixed, m and m/s. */
    public void satellite(double timeS, double[] inertialPv, double[] fixedPv, int offset) {
        AbsoluteDate when = epoch.shiftedBy(timeS);
        PVCoordinates pv = speedFromPlaces
                ? new PVCoordinates(place(when), speed(when))
                : propagator.propagateOrbit(when).getPVCoordinates(inertial);
        store(pv, inertialPv, offset);
        store(inertial.getTransformTo(earthFixed, when).transformPVCoordinates(pv), fixedPv, offset);
    }

    private Vector3D place(AbsoluteDate when) {
        return propagator.propagateOrbit(when).getPosition(inertial);
    }

    /** SGP4's own velocity is not the slope of its positions: in an eccentric orbit it is off by 1 m/s, and so would a curve be. */
    private Vector3D speed(AbsoluteDate when) {
        Vector3D after = place(when.shiftedBy(HALF_SLOPE_S));
        Vector3D before = place(when.shiftedBy(-HALF_SLOPE_S));
        return after.subtract(before).scalarMultiply(0.5 / HALF_SLOPE_S);
    }

    /** Geocentric position of the Sun in EME2000, in m. */
    public void sun(double timeS, double[] position, int offset) {
        Vector3D sun = sun(epoch.shiftedBy(timeS));
        position[offset] = sun.getX();
        position[offset + 1] = sun.getY();
        position[offset + 2] = sun.getZ();
    }

    private Vector3D sun(AbsoluteDate when) {
        return meanOfDate
                .getStaticTransformTo(inertial, when)
                .transformVector(AlmanacSun.positionM(daysSinceJ2000(when)));
    }

    private double daysSinceJ2000(AbsoluteDate when) {
        return when.durationFrom(j2000) / Constants.JULIAN_DAY;
    }

    private static void store(PVCoordinates pv, double[] target, int offset) {
        target[offset] = pv.getPosition().getX();
        target[offset + 1] = pv.getPosition().getY();
        target[offset + 2] = pv.getPosition().getZ();
        target[offset + 3] = pv.getVelocity().getX();
        target[offset + 4] = pv.getVelocity().getY();
        target[offset + 5] = pv.getVelocity().getZ();
    }

    private static AbsoluteDate date(Instant instant, TimeScale utc) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        double seconds = at.getSecond() + at.getNano() * 1e-9;
        return new AbsoluteDate(
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), seconds, utc);
    }

    private AbstractAnalyticalPropagator sgp4(String line1, String line2, Frames frames, TimeScale utc) {
        if (!TLE.isFormatOK(line1, line2)) {
            throw new IllegalArgumentException("not a two-line element set: " + line1 + " / " + line2);
        }
        Frame teme = frames.getTEME();
        return TLEPropagator.selectExtrapolator(
                new TLE(line1, line2, utc), new FrameAlignedProvider(inertial), MASS_KG, teme);
    }

    private AbstractAnalyticalPropagator analytical(Orbit orbit, OrbitSpec.Model model) {
        FrameAlignedProvider attitude = new FrameAlignedProvider(inertial);
        if (model == OrbitSpec.Model.KEPLER) {
            return new KeplerianPropagator(orbit, attitude, Gravity.MU_M3_PER_S2, MASS_KG);
        }
        return new EcksteinHechlerPropagator(
                orbit,
                attitude,
                MASS_KG,
                Gravity.EARTH_RADIUS_M,
                Gravity.MU_M3_PER_S2,
                -Gravity.J2,
                0.0,
                0.0,
                0.0,
                0.0,
                PropagationType.MEAN);
    }

    private Orbit initialOrbit(OrbitSpec orbit) {
        double[] state = orbit.stateVector();
        if (state != null) {
            PVCoordinates pv = new PVCoordinates(
                    new Vector3D(state[0], state[1], state[2]), new Vector3D(state[3], state[4], state[5]));
            return new CartesianOrbit(pv, inertial, epoch, Gravity.MU_M3_PER_S2);
        }
        return new KeplerianOrbit(
                orbit.semiMajorAxisM(),
                orbit.eccentricity(),
                StrictMath.toRadians(orbit.inclinationDeg()),
                StrictMath.toRadians(orbit.argPerigeeDeg()),
                raanRad(orbit),
                StrictMath.toRadians(orbit.anomalyDeg()),
                PositionAngleType.TRUE,
                inertial,
                epoch,
                Gravity.MU_M3_PER_S2);
    }

    private double raanRad(OrbitSpec orbit) {
        return switch (orbit.nodeKind()) {
            case RAAN_DEG -> StrictMath.toRadians(orbit.node());
            case LTAN_HOURS -> raanOfLocalTime(orbit.node());
            case BETA_DEG ->
                raanOfBeta(StrictMath.toRadians(orbit.node()), StrictMath.toRadians(orbit.inclinationDeg()));
        };
    }

    /** The mean Sun is at mean local noon; the node is that many hours further east. */
    private double raanOfLocalTime(double hours) {
        double ofDate = AlmanacSun.meanLongitudeRad(daysSinceJ2000(epoch)) + (hours - 12.0) / 12.0 * StrictMath.PI;
        Vector3D node = new Vector3D(StrictMath.cos(ofDate), StrictMath.sin(ofDate), 0.0);
        Vector3D inJ2000 = meanOfDate.getStaticTransformTo(inertial, epoch).transformVector(node);
        return StrictMath.atan2(inJ2000.getY(), inJ2000.getX());
    }

    private double raanOfBeta(double betaRad, double inclinationRad) {
        Vector3D sun = sun(epoch).normalize();
        double inEquator = StrictMath.hypot(sun.getX(), sun.getY());
        double sine = (StrictMath.sin(betaRad) - sun.getZ() * StrictMath.cos(inclinationRad))
                / (StrictMath.sin(inclinationRad) * inEquator);
        if (!(StrictMath.abs(sine) <= 1.0)) {
            throw new IllegalArgumentException("beta angle " + StrictMath.toDegrees(betaRad)
                    + " deg is out of reach of this inclination on this date");
        }
        return StrictMath.atan2(sun.getY(), sun.getX()) + StrictMath.asin(sine);
    }
}
