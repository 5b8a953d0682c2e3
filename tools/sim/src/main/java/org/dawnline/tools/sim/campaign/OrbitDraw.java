package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import java.time.Instant;

/** Draws date and orbit: Sun-synchronous or inclined, low to high, with long eclipses, short ones or none. */
final class OrbitDraw {
    private static final Instant YEAR_START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR_S = 365 * 86_400;
    private static final double MIN_ALTITUDE_KM = 500;
    private static final double MAX_ALTITUDE_KM = 800;
    private static final double SUN_SYNCHRONOUS_SHARE = 0.6;
    private static final double DAWN_DUSK_SHARE = 0.5;
    private static final double DUSK_H = 18;
    private static final double DUSK_SPREAD_H = 0.75;
    private static final double MAX_LTAN_H = 23.99;
    private static final double MIN_INCLINATION_DEG = 45;
    private static final double MAX_INCLINATION_DEG = 75;
    private static final double MAX_BETA_DEG = 75;

    /** The tilt of the ecliptic, 23.44°, and some room for a Sun that is not quite where the calendar has it. */
    private static final BigDecimal CRITICAL_INCLINATION_DEG = new BigDecimal("63.43");

    private static final BigDecimal CRITICAL_SPAN_DEG = new BigDecimal("0.20");
    private static final double ECLIPTIC_DEG = 24.5;

    private static final double FULL_CIRCLE_DEG = 359.99;
    private static final double EARTH_RADIUS_M = 6_378_137;
    private static final double EARTH_MU_M3_PER_S2 = 3.986004418e14;

    private final Instant epoch;
    private final BigDecimal altitudeKm;
    private final BigDecimal anomalyDeg;
    private final String plane;

    OrbitDraw(Dice dice) {
        epoch = YEAR_START.plusSeconds(dice.whole(0, YEAR_S - 1));
        altitudeKm = dice.decimal(MIN_ALTITUDE_KM, MAX_ALTITUDE_KM, 1);
        anomalyDeg = dice.decimal(0, FULL_CIRCLE_DEG, 2);
        plane = dice.chance(SUN_SYNCHRONOUS_SHARE) ? sunSynchronous(dice) : inclined(dice);
    }

    private static String sunSynchronous(Dice dice) {
        BigDecimal ltanH = dice.chance(DAWN_DUSK_SHARE)
                ? dice.decimal(DUSK_H - DUSK_SPREAD_H, DUSK_H + DUSK_SPREAD_H, 2)
                : dice.decimal(0, MAX_LTAN_H, 2);
        return "ltanHours: " + ltanH;
    }

    // A beta angle beyond the inclination less the ecliptic's tilt is not to be had in every season.
    private static String inclined(Dice dice) {
        BigDecimal betaDeg = dice.decimal(0, MAX_BETA_DEG, 1);
        BigDecimal drawnDeg = dice.decimal(MIN_INCLINATION_DEG, MAX_INCLINATION_DEG, 2);
        // The analytical orbit model has a pole there.
        boolean critical = drawnDeg.subtract(CRITICAL_INCLINATION_DEG).abs().compareTo(CRITICAL_SPAN_DEG) < 0;
        BigDecimal inclinationDeg = critical ? CRITICAL_INCLINATION_DEG.add(CRITICAL_SPAN_DEG) : drawnDeg;
        double reachableDeg = inclinationDeg.doubleValue() - ECLIPTIC_DEG;
        BigDecimal kept = betaDeg.min(BigDecimal.valueOf((long) reachableDeg));
        return "inclinationDeg: " + inclinationDeg + ", betaDeg: " + kept;
    }

    void write(StringBuilder text, int orbits) {
        text.append("epoch: ").append(epoch).append('\n');
        text.append("duration: ").append(durationS(orbits)).append('\n');
        text.append("orbit: {altitudeKm: ").append(altitudeKm).append(", ").append(plane);
        text.append(", trueAnomalyDeg: ").append(anomalyDeg).append("}\n");
    }

    /** So many periods of the circular orbit, in whole seconds. */
    int durationS(int orbits) {
        double a = EARTH_RADIUS_M + altitudeKm.doubleValue() * 1e3;
        return (int) StrictMath.ceil(orbits * 2 * Math.PI * StrictMath.sqrt(a * a * a / EARTH_MU_M3_PER_S2));
    }
}
