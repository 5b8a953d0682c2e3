package org.dawnline.sim.orbit;

import org.jspecify.annotations.Nullable;

/** Where the satellite is at the epoch and how it moves on: a TLE, orbital elements, or a state vector. Immutable. */
public final class OrbitSpec {
    /** How elements or a state vector are carried forward. A TLE always uses SGP4. */
    public enum Model {
        /** Two bodies only. */
        KEPLER,
        /** Eckstein-Hechler with J2, the elements taken as mean elements; for eccentricities below 0.1. */
        J2,
        /**
         * Integrated: zonal gravity to J6, Sun, Moon, air and sunlight. Elements are taken as mean elements, for eccentricities below
         * 0.1; a state vector is what it is.
         */
        NUMERICAL
    }

    /** How the orientation of the node is given. */
    public enum NodeKind {
        RAAN_DEG,
        LTAN_HOURS,
        BETA_DEG
    }

    private static final double MIN_ALTITUDE_M = 150e3;
    private static final double MAX_ALTITUDE_M = 40_000e3;
    private static final double MAX_MEAN_ECCENTRICITY = 0.1;

    private final @Nullable String tleLine1;
    private final @Nullable String tleLine2;
    private final double @Nullable [] stateVector;
    private final Model model;
    private final Ballistics body;
    private final double altitudeM;
    private final double eccentricity;
    private final double inclinationDeg;
    private final NodeKind nodeKind;
    private final double node;
    private final double argPerigeeDeg;
    private final double anomalyDeg;

    private OrbitSpec(
            @Nullable String tleLine1,
            @Nullable String tleLine2,
            double @Nullable [] stateVector,
            Model model,
            Ballistics body,
            double altitudeM,
            double eccentricity,
            double inclinationDeg,
            NodeKind nodeKind,
            double node,
            double argPerigeeDeg,
            double anomalyDeg) {
        this.tleLine1 = tleLine1;
        this.tleLine2 = tleLine2;
        this.stateVector = stateVector;
        this.model = model;
        this.body = body;
        this.altitudeM = require(altitudeM, MIN_ALTITUDE_M, MAX_ALTITUDE_M, "altitude, m");
        this.eccentricity =
                require(eccentricity, 0.0, model == Model.KEPLER ? 0.9 : MAX_MEAN_ECCENTRICITY, "eccentricity");
        this.inclinationDeg = require(inclinationDeg, 0.0, 180.0, "inclination, deg");
        this.nodeKind = nodeKind;
        this.node = node;
        this.argPerigeeDeg = require(argPerigeeDeg, -360.0, 360.0, "argument of perigee, deg");
        this.anomalyDeg = require(anomalyDeg, -360.0, 360.0, "true anomaly, deg");
        requireNode(nodeKind, node);
    }

    /** A two-line element set, carried forward by SGP4. The lines are checked when the world is made. */
    public static OrbitSpec tle(String line1, String line2) {
        return new OrbitSpec(
                line1,
                line2,
                null,
                Model.KEPLER,
                Ballistics.POINT,
                MIN_ALTITUDE_M,
                0.0,
                0.0,
                NodeKind.RAAN_DEG,
                0.0,
                0.0,
                0.0);
    }

    /** A circular orbit, J2, node at right ascension 0, satellite at the node. Altitude in m above 6,378,137 m. */
    public static OrbitSpec circular(double altitudeM, double inclinationDeg) {
        return new OrbitSpec(
                null,
                null,
                null,
                Model.J2,
                Ballistics.POINT,
                altitudeM,
                0.0,
                inclinationDeg,
                NodeKind.RAAN_DEG,
                0.0,
                0.0,
                0.0);
    }

    /** A circular Sun-synchronous orbit with its ascending node at that mean local time; 18 is dusk. */
    public static OrbitSpec sunSynchronous(double altitudeM, double ltanHours) {
        return circular(altitudeM, Gravity.sunSynchronousInclinationDeg(altitudeM))
                .withLtanHours(ltanHours);
    }

    /** A state in EME2000 at the epoch, in m and m/s, carried forward as two bodies unless {@link #withModel} says otherwise. */
    public static OrbitSpec stateVector(double xM, double yM, double zM, double vx, double vy, double vz) {
        return new OrbitSpec(
                null,
                null,
                new double[] {xM, yM, zM, vx, vy, vz},
                Model.KEPLER,
                Ballistics.POINT,
                MIN_ALTITUDE_M,
                0.0,
                0.0,
                NodeKind.RAAN_DEG,
                0.0,
                0.0,
                0.0);
    }

    /** The same orbit carried forward by another model. */
    public OrbitSpec withModel(Model newModel) {
        return changed(newModel, body, eccentricity, nodeKind, node, argPerigeeDeg, anomalyDeg);
    }

    /** The same orbit flown by something that air and sunlight push; matters to {@link Model#NUMERICAL} only. */
    public OrbitSpec withBallistics(Ballistics newBody) {
        return changed(model, newBody, eccentricity, nodeKind, node, argPerigeeDeg, anomalyDeg);
    }

    /** The same orbit with an eccentricity (its altitude stays the mean one) and an argument of perigee, in degrees. */
    public OrbitSpec withEccentricity(double newEccentricity, double newArgPerigeeDeg) {
        return changed(model, body, newEccentricity, nodeKind, node, newArgPerigeeDeg, anomalyDeg);
    }

    /** The same orbit with its ascending node at a right ascension in EME2000, in degrees. */
    public OrbitSpec withRaanDeg(double raanDeg) {
        return changed(model, body, eccentricity, NodeKind.RAAN_DEG, raanDeg, argPerigeeDeg, anomalyDeg);
    }

    /** The same orbit with its ascending node at a mean local time, in hours. */
    public OrbitSpec withLtanHours(double ltanHours) {
        return changed(model, body, eccentricity, NodeKind.LTAN_HOURS, ltanHours, argPerigeeDeg, anomalyDeg);
    }

    /**
     * The same orbit turned about the Earth's axis so that its beta angle is {@code betaDeg} at the epoch. Refused when the world is
     * made, if the inclination and the season do not allow it.
     */
    public OrbitSpec withBetaDeg(double betaDeg) {
        return changed(model, body, eccentricity, NodeKind.BETA_DEG, betaDeg, argPerigeeDeg, anomalyDeg);
    }

    /** The same orbit with the satellite at a true anomaly (from the node if it is circular), in degrees. */
    public OrbitSpec withAnomalyDeg(double trueAnomalyDeg) {
        return changed(model, body, eccentricity, nodeKind, node, argPerigeeDeg, trueAnomalyDeg);
    }

    private OrbitSpec changed(
            Model newModel,
            Ballistics newBody,
            double newEccentricity,
            NodeKind newKind,
            double newNode,
            double newArgPerigeeDeg,
            double newAnomalyDeg) {
        if (tleLine1 != null) {
            throw new IllegalArgumentException("a TLE says everything about the orbit; nothing can be changed");
        }
        return new OrbitSpec(
                null,
                null,
                stateVector,
                newModel,
                newBody,
                altitudeM,
                newEccentricity,
                inclinationDeg,
                newKind,
                newNode,
                newArgPerigeeDeg,
                newAnomalyDeg);
    }

    @Nullable
    public String tleLine1() {
        return tleLine1;
    }

    @Nullable
    public String tleLine2() {
        return tleLine2;
    }

    public double @Nullable [] stateVector() {
        return stateVector == null ? null : stateVector.clone();
    }

    public Model model() {
        return model;
    }

    public Ballistics ballistics() {
        return body;
    }

    public double semiMajorAxisM() {
        return Gravity.EARTH_RADIUS_M + altitudeM;
    }

    public double eccentricity() {
        return eccentricity;
    }

    public double inclinationDeg() {
        return inclinationDeg;
    }

    public NodeKind nodeKind() {
        return nodeKind;
    }

    public double node() {
        return node;
    }

    public double argPerigeeDeg() {
        return argPerigeeDeg;
    }

    public double anomalyDeg() {
        return anomalyDeg;
    }

    private static void requireNode(NodeKind kind, double node) {
        switch (kind) {
            case RAAN_DEG -> require(node, -360.0, 360.0, "right ascension of the node, deg");
            case LTAN_HOURS -> require(node, 0.0, 24.0, "local time of the node, h");
            case BETA_DEG -> require(node, -90.0, 90.0, "beta angle, deg");
        }
    }

    private static double require(double value, double min, double max, String what) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + min + " to " + max);
        }
        return value;
    }
}
