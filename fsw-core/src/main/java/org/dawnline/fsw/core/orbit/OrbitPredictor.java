package org.dawnline.fsw.core.orbit;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.orekit.time.AbsoluteDate;

/**
 * Predicts eclipses and passes from one state vector. The orbit is integrated under the central attraction and J2 (Orekit 13.1),
 * then searched for changes of sign on its samples. Eclipse times are good to 2 s over an orbit around the Earth; drag spoils
 * them after many. Not to be used by two threads at once.
 */
public final class OrbitPredictor {
    /** Fewest orbits ahead. */
    public static final int MIN_ORBITS = 2;

    /** Most orbits ahead. */
    public static final int MAX_ORBITS = 16;

    /** Numbers of a state vector: position in m, then velocity in m/s, in EME2000. */
    public static final int STATE_SIZE = 6;

    private static final double SOLAR_CONSTANT_W_PER_M2 = 1361;

    /** 40 s apart in a low orbit, where the cubic between them is good to 0.1 m; propagating is what costs. */
    private static final int SAMPLES_PER_ORBIT = 144;

    /** An eclipse or a pass that lasts longer than 10 s is found. */
    private static final int LOOKS_PER_SAMPLE = 4;

    // On both sides of the horizon, so that an eclipse that has begun already or will not have ended is seen whole.
    private static final double MARGIN_ORBITS = 0.6;
    private static final int SPARE_SAMPLES = 4;
    private static final double MAX_PERIOD_S = 200_000;

    private final Sky sky = new Sky();
    private final OrbitSamples samples;
    private final Shadow shadow;
    private final StationView[] stations;
    private final GroundTrack track;
    private final double mu;
    private final double earthRadiusM;
    private final double[] satellite = new double[3];
    private final double[] direction = new double[3];

    /** A predictor of passes over the given stations. */
    public OrbitPredictor(List<GroundStation> stations) {
        this(stations, OrbitSamples.MU_M3_PER_S2, OrbitSamples.J2, OrbitSamples.EARTH_RADIUS_M);
    }

    OrbitPredictor(List<GroundStation> stations, double mu, double j2, double earthRadiusM) {
        this.mu = mu;
        this.earthRadiusM = earthRadiusM;
        int capacity = (int) ((MAX_ORBITS + 2 * MARGIN_ORBITS) * SAMPLES_PER_ORBIT) + SPARE_SAMPLES;
        samples = new OrbitSamples(capacity, LOOKS_PER_SAMPLE, mu, j2);
        shadow = new Shadow(earthRadiusM, samples);
        track = new GroundTrack(sky, samples);
        this.stations = stations.stream()
                .map(station -> new StationView(sky, station, samples))
                .toArray(StationView[]::new);
    }

    /**
     * Fills a table with the forecast from a state vector.
     *
     * @param utcNanos time of the state vector, in nanoseconds since 1970-01-01T00:00:00Z
     * @param state position and velocity, {@link #STATE_SIZE} numbers
     * @param orbits how far to look, {@link #MIN_ORBITS} to {@link #MAX_ORBITS}
     * @throws IllegalArgumentException when that is no orbit around the Earth, see {@link #plausible}
     */
    public void predict(long utcNanos, double[] state, double orbits, OrbitTable table) {
        predict(utcNanos, state, orbits, List.of(), table);
    }

    /** The same, with the entries and exits of regions of the ground: those that last longer than 10 s are found. */
    public void predict(long utcNanos, double[] state, double orbits, List<GroundRegion> regions, OrbitTable table) {
        if (!plausible(state)) {
            throw new IllegalArgumentException("not an orbit around the Earth");
        }
        if (!(orbits >= MIN_ORBITS && orbits <= MAX_ORBITS)) {
            throw new IllegalArgumentException(orbits + " orbits, expected " + MIN_ORBITS + " to " + MAX_ORBITS);
        }
        table.clear();
        AbsoluteDate date = sky.date(utcNanos);
        double keplerS = keplerPeriodS(state);
        int count = (int) ((orbits + 2 * MARGIN_ORBITS) * SAMPLES_PER_ORBIT) + SPARE_SAMPLES - 1;
        samples.propagate(sky, date, state, -MARGIN_ORBITS * keplerS, keplerS / SAMPLES_PER_ORBIT, count);
        double days = sky.daysSinceJ2000(date);
        shadow.begin(days, sky.ofDateToEme2000(date));
        table.periodS = nodalPeriodS(state, keplerS);
        double distanceAu = AlmanacSun.distanceAu(days);
        table.sunFluxWPerM2 = SOLAR_CONSTANT_W_PER_M2 / (distanceAu * distanceAu);
        double horizonS = orbits * keplerS;
        findEclipses(table, horizonS);
        double[] earthAttitude = sky.earthToEme2000(date);
        findPasses(table, earthAttitude, horizonS);
        findCrossings(table, earthAttitude, regions);
        table.horizonS = horizonS; // last: until then the table reads as empty
    }

    /** Whether a state vector can be propagated: finite, bound to the Earth, and its perigee above the surface. */
    public boolean plausible(double[] state) {
        double r2 = state[0] * state[0] + state[1] * state[1] + state[2] * state[2];
        double v2 = state[3] * state[3] + state[4] * state[4] + state[5] * state[5];
        double rv = state[0] * state[3] + state[1] * state[4] + state[2] * state[5];
        double r = Math.sqrt(r2);
        double a = 1 / (2 / r - v2 / mu);
        double p = (r2 * v2 - rv * rv) / mu;
        double e = Math.sqrt(Math.max(0, 1 - p / a));
        return a > 0 && a * (1 - e) > earthRadiusM && keplerPeriodS(state) < MAX_PERIOD_S;
    }

    private double keplerPeriodS(double[] state) {
        double r = Math.sqrt(state[0] * state[0] + state[1] * state[1] + state[2] * state[2]);
        double v2 = state[3] * state[3] + state[4] * state[4] + state[5] * state[5];
        double a = 1 / (2 / r - v2 / mu);
        return 2 * Math.PI * Math.sqrt(a * a * a / mu);
    }

    // From the fix until the satellite crosses the same plane through the Earth's axis of its motion again.
    private double nodalPeriodS(double[] state, double keplerS) {
        double rv = state[0] * state[3] + state[1] * state[4] + state[2] * state[5];
        double r2 = state[0] * state[0] + state[1] * state[1] + state[2] * state[2];
        for (int axis = 0; axis < 3; axis++) {
            direction[axis] = state[3 + axis] - state[axis] * rv / r2;
        }
        boolean before = false;
        for (int i = 0; i < samples.looks(); i++) {
            double timeS = samples.lookS(i);
            boolean behind = ahead(timeS) < 0;
            if (before && !behind && timeS > keplerS * MARGIN_ORBITS) {
                return Crossings.root(this::ahead, samples.lookS(i - 1), timeS);
            }
            before = behind;
        }
        return keplerS;
    }

    private double ahead(double timeS) {
        samples.position(timeS, satellite);
        return Matrices.dot(satellite, direction);
    }

    private void findEclipses(OrbitTable table, double horizonS) {
        int last = samples.looks() - 1;
        double entryS = Double.NaN;
        boolean before = shadow.penumbra(samples.lookS(0)) < 0;
        for (int i = 1; i <= last && table.eclipses < OrbitTable.MAX_ECLIPSES; i++) {
            boolean inside = shadow.penumbra(samples.lookS(i)) < 0;
            if (inside && !before) {
                entryS = Crossings.root(shadow::penumbra, samples.lookS(i - 1), samples.lookS(i));
            } else if (!inside && before && entryS <= horizonS) {
                double exitS = Crossings.root(shadow::penumbra, samples.lookS(i - 1), samples.lookS(i));
                if (exitS > 0) {
                    addEclipse(table, entryS, exitS);
                }
            }
            before = inside;
        }
    }

    private void addEclipse(OrbitTable table, double entryS, double exitS) {
        int i = table.eclipses;
        double darkestS = Crossings.minimum(shadow::umbra, entryS, exitS);
        boolean dark = shadow.umbra(darkestS) < 0;
        table.penumbraEntryS[i] = entryS;
        table.penumbraExitS[i] = exitS;
        table.umbraEntryS[i] = dark ? Crossings.root(shadow::umbra, entryS, darkestS) : darkestS;
        table.umbraExitS[i] = dark ? Crossings.root(shadow::umbra, darkestS, exitS) : darkestS;
        shade(table.entryShade, i, entryS, table.umbraEntryS[i]);
        shade(table.exitShade, i, table.umbraExitS[i], exitS);
        if (dark) { // to the millisecond of the roots there would be a trace of light left
            int first = i * OrbitTable.SHADE_POINTS;
            table.entryShade[first + OrbitTable.SHADE_POINTS - 1] = 0;
            table.exitShade[first] = 0;
        }
        table.eclipses++;
    }

    private void shade(double[] target, int eclipse, double fromS, double toS) {
        int points = OrbitTable.SHADE_POINTS;
        for (int i = 0; i < points; i++) {
            double timeS = fromS + (toS - fromS) * i / (points - 1);
            target[eclipse * points + i] = shadow.illuminationRatio(timeS);
        }
    }

    private void findPasses(OrbitTable table, double[] earthAttitude, double horizonS) {
        for (StationView station : stations) {
            station.begin(earthAttitude);
        }
        int last = samples.looks() - 1;
        double startS = Double.NaN;
        boolean before = highest(samples.lookS(0)) > 0;
        for (int i = 1; i <= last && table.passes < OrbitTable.MAX_PASSES; i++) {
            boolean inView = highest(samples.lookS(i)) > 0;
            if (inView != before) {
                DoubleUnaryOperator view = this::highest;
                double timeS = Crossings.root(view, samples.lookS(i - 1), samples.lookS(i));
                if (inView) {
                    startS = timeS;
                } else if (timeS > 0 && startS <= horizonS) {
                    table.passStartS[table.passes] = startS;
                    table.passEndS[table.passes] = timeS;
                    table.passes++;
                }
            }
            before = inView;
        }
    }

    private void findCrossings(OrbitTable table, double[] earthAttitude, List<GroundRegion> regions) {
        track.begin(earthAttitude);
        boolean[] before = new boolean[regions.size()];
        for (int i = 0; i < samples.looks() && !regions.isEmpty(); i++) {
            track.look(samples.lookS(i));
            for (int r = 0; r < before.length; r++) {
                boolean inside = track.within(regions.get(r));
                if (i > 0 && inside != before[r] && table.crossings < OrbitTable.MAX_CROSSINGS) {
                    addCrossing(table, r, regions.get(r), inside, i);
                    track.look(samples.lookS(i));
                }
                before[r] = inside;
            }
        }
    }

    private void addCrossing(OrbitTable table, int number, GroundRegion region, boolean entry, int look) {
        double fromS = samples.lookS(look - 1);
        table.crossingS[table.crossings] =
                Crossings.root(timeS -> track.within(region, timeS) ? 1 : -1, fromS, samples.lookS(look));
        table.crossingRegion[table.crossings] = number;
        table.crossingEntry[table.crossings] = entry;
        table.crossings++;
    }

    // Positive while any station sees the satellite: passes that overlap are one.
    private double highest(double timeS) {
        double best = -1;
        for (StationView station : stations) {
            best = Math.max(best, station.above(timeS));
        }
        return best;
    }
}
