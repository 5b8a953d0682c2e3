package org.dawnline.sim.orbit;

import java.time.Instant;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.orbits.Orbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.propagation.PropagationType;
import org.orekit.propagation.analytical.AbstractAnalyticalPropagator;
import org.orekit.propagation.analytical.EcksteinHechlerPropagator;
import org.orekit.propagation.analytical.KeplerianPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** The satellite's orbit and the Sun, from Orekit, without any data file. */
public final class Trajectory {
    private static final double ANY_MASS_KG = 1000.0;

    private final Space space = new Space();
    private final AbsoluteDate epoch;
    private final Motion motion;

    /** Refuses an orbit that its model cannot carry, and a TLE that is not one. */
    public Trajectory(OrbitSpec orbit, Instant epochUtc) {
        epoch = space.date(epochUtc);
        try {
            motion = motion(orbit);
        } catch (OrekitException e) {
            throw new IllegalArgumentException("the orbit is refused: " + e.getMessage(), e);
        }
    }

    /**
     * Position and velocity of the satellite, {@code timeS} seconds after the epoch, a multiple of 30 s: EME2000, then Earth-fixed, m
     * and m/s.
     */
    public void satellite(double timeS, double[] inertialPv, double[] fixedPv, int offset) {
        PVCoordinates pv = motion.at(timeS);
        store(pv, inertialPv, offset);
        store(
                space.inertial()
                        .getTransformTo(space.earthFixed(), epoch.shiftedBy(timeS))
                        .transformPVCoordinates(pv),
                fixedPv,
                offset);
    }

    /** Geocentric position of the Sun in EME2000, in m. */
    public void sun(double timeS, double[] position, int offset) {
        Vector3D sun = space.sun(epoch.shiftedBy(timeS));
        position[offset] = sun.getX();
        position[offset + 1] = sun.getY();
        position[offset + 2] = sun.getZ();
    }

    private static void store(PVCoordinates pv, double[] target, int offset) {
        target[offset] = pv.getPosition().getX();
        target[offset + 1] = pv.getPosition().getY();
        target[offset + 2] = pv.getPosition().getZ();
        target[offset + 3] = pv.getVelocity().getX();
        target[offset + 4] = pv.getVelocity().getY();
        target[offset + 5] = pv.getVelocity().getZ();
    }

    private Motion motion(OrbitSpec orbit) {
        String line1 = orbit.tleLine1();
        String line2 = orbit.tleLine2();
        if (line1 != null && line2 != null) {
            return new Sgp4Motion(line1, line2, space, epoch);
        }
        Orbit start = initialOrbit(orbit);
        return switch (orbit.model()) {
            case KEPLER ->
                analytical(new KeplerianPropagator(start, new FrameAlignedProvider(space.inertial()), start.getMu()));
            case J2 -> analytical(zonal(start, 2));
            case NUMERICAL -> new NumericalMotion(osculating(orbit, start), orbit.ballistics(), space);
        };
    }

    private Motion analytical(AbstractAnalyticalPropagator propagator) {
        return timeS -> propagator.propagateOrbit(epoch.shiftedBy(timeS)).getPVCoordinates(space.inertial());
    }

    /** Eckstein-Hechler, from mean elements, with the zonal coefficients up to a degree. */
    private EcksteinHechlerPropagator zonal(Orbit mean, int degree) {
        return new EcksteinHechlerPropagator(
                mean,
                new FrameAlignedProvider(space.inertial()),
                ANY_MASS_KG,
                Gravity.EARTH_RADIUS_M,
                Gravity.MU_M3_PER_S2,
                coefficient(2, degree),
                coefficient(3, degree),
                coefficient(4, degree),
                coefficient(5, degree),
                coefficient(6, degree),
                PropagationType.MEAN);
    }

    private static double coefficient(int degree, int highest) {
        return degree <= highest ? -Gravity.zonal(degree) : 0.0;
    }

    private Orbit osculating(OrbitSpec orbit, Orbit start) {
        return orbit.stateVector() == null ? zonal(start, Gravity.MAX_DEGREE).propagateOrbit(epoch) : start;
    }

    private Orbit initialOrbit(OrbitSpec orbit) {
        double[] state = orbit.stateVector();
        if (state != null) {
            PVCoordinates pv = new PVCoordinates(
                    new Vector3D(state[0], state[1], state[2]), new Vector3D(state[3], state[4], state[5]));
            return new CartesianOrbit(pv, space.inertial(), epoch, Gravity.MU_M3_PER_S2);
        }
        return new KeplerianOrbit(
                orbit.semiMajorAxisM(),
                orbit.eccentricity(),
                StrictMath.toRadians(orbit.inclinationDeg()),
                StrictMath.toRadians(orbit.argPerigeeDeg()),
                raanRad(orbit),
                StrictMath.toRadians(orbit.anomalyDeg()),
                PositionAngleType.TRUE,
                space.inertial(),
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
        double ofDate =
                AlmanacSun.meanLongitudeRad(space.daysSinceJ2000(epoch)) + (hours - 12.0) / 12.0 * StrictMath.PI;
        Vector3D node = new Vector3D(StrictMath.cos(ofDate), StrictMath.sin(ofDate), 0.0);
        Vector3D inJ2000 = space.toInertial(node, epoch);
        return StrictMath.atan2(inJ2000.getY(), inJ2000.getX());
    }

    private double raanOfBeta(double betaRad, double inclinationRad) {
        Vector3D sun = space.sun(epoch).normalize();
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
