package org.dawnline.sim.orbit;

import java.time.Instant;
import java.util.List;

/**
 * Where satellite, Sun and stations are, at any time, cheaply: Orekit is asked every 30 s, in stretches of 32 minutes, and a cubic
 * Hermite polynomial goes between (0.02 m in low orbits). The grid is fixed, so the answer does not depend on who asked before.
 */
public final class Sky {
    /** Sunlight at one astronomical unit, in W/m². */
    static final double SOLAR_CONSTANT_W_PER_M2 = 1361.0;

    /** What Orekit is asked every so many seconds. */
    static final double NODE_S = 30.0;

    private static final int INTERVALS = 64;
    private static final int STATE = 6;

    private final Trajectory trajectory;
    private final double fixedFluxWPerM2;
    private final Environment environment;
    private final AtlanticAnomaly anomaly;
    private final double[][] stationM;
    private final double[][] zenith;
    private final double[] inertialNodes = new double[(INTERVALS + 1) * STATE];
    private final double[] fixedNodes = new double[(INTERVALS + 1) * STATE];
    private final double[] sunNodes = new double[(INTERVALS + 1) * 3];
    private final double[] uprightNodes = new double[INTERVALS + 1];
    private final double[] inertial = new double[STATE];
    private final double[] earthFixed = new double[STATE];
    private final double[] sun = new double[3];
    private final double[] sinElevation;
    private final double[] sinMask;
    private long loadedSegment = Long.MIN_VALUE;
    private double illuminationRatio;
    private double uprightView;
    private double radiusM;
    private double sunDistanceM;
    private boolean inSaa;

    /**
     * A sky that begins at {@code epoch}.
     *
     * @param fixedFluxWPerM2 the solar flux outside the shadow, in W/m²; NaN lets it follow from the date
     */
    public Sky(
            OrbitSpec orbit,
            Instant epoch,
            List<GroundStation> stations,
            double fixedFluxWPerM2,
            Environment environment) {
        trajectory = new Trajectory(orbit, epoch);
        this.fixedFluxWPerM2 = fixedFluxWPerM2;
        this.environment = environment;
        anomaly = new AtlanticAnomaly(environment);
        stationM = new double[stations.size()][];
        zenith = new double[stations.size()][];
        sinElevation = new double[stations.size()];
        sinMask = new double[stations.size()];
        for (int i = 0; i < stationM.length; i++) {
            zenith[i] = zenith(stations.get(i));
            stationM[i] = earthFixed(stations.get(i), zenith[i]);
            sinMask[i] = StrictMath.sin(StrictMath.toRadians(stations.get(i).maskDeg()));
        }
        moveTo(0.0);
    }

    /** Works out everything for {@code timeS} seconds after the epoch, not negative. */
    public void moveTo(double timeS) {
        long node = (long) StrictMath.floor(timeS / NODE_S);
        long segment = node / INTERVALS;
        if (segment != loadedSegment) {
            load(segment);
        }
        int first = (int) (node - segment * INTERVALS);
        double fraction = timeS / NODE_S - node;
        interpolate(inertialNodes, first * STATE, fraction, inertial);
        interpolate(fixedNodes, first * STATE, fraction, earthFixed);
        for (int axis = 0; axis < sun.length; axis++) {
            double from = sunNodes[first * 3 + axis];
            sun[axis] = from + fraction * (sunNodes[(first + 1) * 3 + axis] - from);
        }
        uprightView = uprightNodes[first] + fraction * (uprightNodes[first + 1] - uprightNodes[first]);
        radiusM = length(inertial);
        sunDistanceM = length(sun);
        inSaa = anomaly.contains(earthFixed[0], earthFixed[1], earthFixed[2]);
        illuminationRatio = Shadow.illuminationRatio(inertial, sun);
        for (int i = 0; i < sinElevation.length; i++) {
            sinElevation[i] = sinElevation(stationM[i], zenith[i]);
        }
    }

    /** Visible part of the Sun's disc, 0..1. */
    public double illuminationRatio() {
        return illuminationRatio;
    }

    /** Solar flux outside the shadow, in W/m²; the satellite's own distance from the Sun differs too little to matter. */
    public double fluxWPerM2() {
        if (!Double.isNaN(fixedFluxWPerM2)) {
            return fixedFluxWPerM2;
        }
        double distanceAu = sunDistanceM() / AlmanacSun.ASTRONOMICAL_UNIT_M;
        return SOLAR_CONSTANT_W_PER_M2 / (distanceAu * distanceAu);
    }

    /** Whether the satellite is over the South Atlantic Anomaly. */
    public boolean inSaa() {
        return inSaa;
    }

    /** Distance from the Earth's centre, in m. */
    public double radiusM() {
        return radiusM;
    }

    /** Geodetic latitude of the place that has the satellite in its zenith, in rad north of the equator. */
    public double latitudeRad() {
        return Ellipsoid.latitudeRad(earthFixed[0], earthFixed[1], earthFixed[2]);
    }

    /** Longitude of that place, in rad east of Greenwich, from -π to π. */
    public double longitudeRad() {
        return StrictMath.atan2(earthFixed[1], earthFixed[0]);
    }

    /** Earth's infrared on a plate that faces the Earth's centre, in W/m². */
    public double earthIrWPerM2() {
        return environment.infraredWPerM2() * EarthView.facing(radiusM);
    }

    /** Earth's infrared on each side of an upright plate (the Earth's centre lies in its plane), in W/m². */
    public double uprightEarthIrWPerM2() {
        return environment.infraredWPerM2() * uprightView;
    }

    /** Sunlight reflected by the Earth on a plate that faces the Earth's centre, in W/m²; 0 over the night side. */
    public double albedoWPerM2() {
        return reflectedWPerM2() * EarthView.facing(radiusM);
    }

    /** Sunlight reflected by the Earth on each side of an upright plate, in W/m²; 0 over the night side. */
    public double uprightAlbedoWPerM2() {
        return reflectedWPerM2() * uprightView;
    }

    /** What the Earth below reflects by its albedo and the height of the Sun there; the same for all that is in view. */
    private double reflectedWPerM2() {
        return environment.albedoRatio() * fluxWPerM2() * StrictMath.max(0.0, sunUpCosine());
    }

    /** Cosine of the angle between the zenith and the Sun; -1 is the Sun straight below. */
    public double sunUpCosine() {
        return (inertial[0] * sun[0] + inertial[1] * sun[1] + inertial[2] * sun[2]) / (radiusM * sunDistanceM());
    }

    /** Cosine of the angle between the horizontal direction of flight and the Sun. */
    public double sunForwardCosine() {
        double climb = inertial[0] * inertial[3] + inertial[1] * inertial[4] + inertial[2] * inertial[5];
        double up = inertial[0] * sun[0] + inertial[1] * sun[1] + inertial[2] * sun[2];
        double along = inertial[3] * sun[0] + inertial[4] * sun[1] + inertial[5] * sun[2];
        double squaredSpeed = inertial[3] * inertial[3] + inertial[4] * inertial[4] + inertial[5] * inertial[5];
        double squaredRadius = radiusM * radiusM;
        double momentum = StrictMath.sqrt(squaredRadius * squaredSpeed - climb * climb);
        return (squaredRadius * along - climb * up) / (momentum * radiusM * sunDistanceM());
    }

    /** Cosine of the angle between the orbit's angular momentum and the Sun: the sine of the beta angle. */
    public double sunNormalCosine() {
        double hx = inertial[1] * inertial[5] - inertial[2] * inertial[4];
        double hy = inertial[2] * inertial[3] - inertial[0] * inertial[5];
        double hz = inertial[0] * inertial[4] - inertial[1] * inertial[3];
        double projection = hx * sun[0] + hy * sun[1] + hz * sun[2];
        return projection / (StrictMath.sqrt(hx * hx + hy * hy + hz * hz) * sunDistanceM());
    }

    /** Distance from the Earth to the Sun, in m. */
    public double sunDistanceM() {
        return sunDistanceM;
    }

    /** Coordinate of the Sun in EME2000, in m. */
    public double sunM(int axis) {
        return sun[axis];
    }

    /** Position in EME2000, in m. */
    public double positionM(int axis) {
        return inertial[axis];
    }

    /** Velocity in EME2000, in m/s. */
    public double velocityMPerS(int axis) {
        return inertial[3 + axis];
    }

    /** Number of ground stations. */
    public int stationCount() {
        return sinElevation.length;
    }

    /** Sine of the geometric elevation over a station, without refraction. */
    public double sinElevation(int station) {
        return sinElevation[station];
    }

    /** Whether the satellite is above a station's elevation mask. */
    public boolean inView(int station) {
        return sinElevation[station] > sinMask[station];
    }

    /** Angle of the Sun above the orbital plane, in rad. */
    public double betaRad() {
        return StrictMath.asin(sunNormalCosine());
    }

    private void load(long segment) {
        for (int i = 0; i <= INTERVALS; i++) {
            double timeS = (segment * INTERVALS + i) * NODE_S;
            trajectory.satellite(timeS, inertialNodes, fixedNodes, i * STATE);
            trajectory.sun(timeS, sunNodes, i * 3);
            uprightNodes[i] = EarthView.upright(radiusM(inertialNodes, i * STATE));
        }
        loadedSegment = segment;
    }

    private static double radiusM(double[] nodes, int at) {
        return StrictMath.sqrt(nodes[at] * nodes[at] + nodes[at + 1] * nodes[at + 1] + nodes[at + 2] * nodes[at + 2]);
    }

    private static void interpolate(double[] nodes, int at, double u, double[] result) {
        double u2 = u * u;
        double u3 = u2 * u;
        double position1 = 3.0 * u2 - 2.0 * u3;
        double slope0 = (u3 - 2.0 * u2 + u) * NODE_S;
        double slope1 = (u3 - u2) * NODE_S;
        double change = 6.0 * (u - u2) / NODE_S;
        double rate0 = 3.0 * u2 - 4.0 * u + 1.0;
        double rate1 = 3.0 * u2 - 2.0 * u;
        for (int axis = 0; axis < 3; axis++) {
            double p0 = nodes[at + axis];
            double rise = nodes[at + STATE + axis] - p0;
            double v0 = nodes[at + 3 + axis];
            double v1 = nodes[at + STATE + 3 + axis];
            result[axis] = p0 + position1 * rise + slope0 * v0 + slope1 * v1;
            result[3 + axis] = change * rise + rate0 * v0 + rate1 * v1;
        }
    }

    private double sinElevation(double[] from, double[] up) {
        double dx = earthFixed[0] - from[0];
        double dy = earthFixed[1] - from[1];
        double dz = earthFixed[2] - from[2];
        return (dx * up[0] + dy * up[1] + dz * up[2]) / StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double[] zenith(GroundStation station) {
        double latitude = StrictMath.toRadians(station.latitudeDeg());
        double longitude = StrictMath.toRadians(station.longitudeDeg());
        return new double[] {
            StrictMath.cos(latitude) * StrictMath.cos(longitude),
            StrictMath.cos(latitude) * StrictMath.sin(longitude),
            StrictMath.sin(latitude)
        };
    }

    private static double[] earthFixed(GroundStation station, double[] up) {
        double normalM = Ellipsoid.normalM(up[2]);
        return new double[] {
            (normalM + station.altitudeM()) * up[0],
            (normalM + station.altitudeM()) * up[1],
            (normalM * (1.0 - Ellipsoid.SQUARED_ECCENTRICITY) + station.altitudeM()) * up[2]
        };
    }

    private static double length(double[] vector) {
        return StrictMath.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
