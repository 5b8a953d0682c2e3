package org.dawnline.sim.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.orbit.AtomicOxygen;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.Gravity;
import org.dawnline.sim.orbit.GroundStation;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.orbit.OrbitLog;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.OrbitSpec.Model;
import org.dawnline.sim.orbit.Sky;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;

/** Where satellites are, when stations see them, and what they fly through. */
final class OrbitChecks {
    private static final String MODEL = "Orbit, passes and surroundings";
    private static final String SGP4 = "PyPI sgp4 2.27, TEME, 0 to 7 days from the TLE's epoch";
    private static final String PASSES = "Orekit 13.1 event detection, SGP4, Svalbard, 10 deg";
    private static final String EQUATIONS = "reference equations of ai1";
    private static final Environment ENVIRONMENT = Environment.of(Vehicles.ai1());
    private static final double DAY_S = 86_400.0;
    private static final double STEP_S = 0.1;

    private OrbitChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.addAll(sgp4());
        checks.addAll(passes());
        checks.add(period(325e3, 5461.7));
        checks.add(period(550e3, 5739.0));
        checks.add(period(600e3, 5801.2));
        checks.add(period(650e3, 5863.7));
        checks.add(sunSynchronous(600e3, 97.79));
        checks.add(sunSynchronous(650e3, 97.99));
        checks.add(nodeFollowsTheMeanSun());
        checks.addAll(anomaly());
        checks.add(atomicOxygen());
        return checks;
    }

    private static List<Check> sgp4() {
        DataFreeFrames frames = new DataFreeFrames();
        Map<String, Double> worstM = new LinkedHashMap<>();
        for (ReferenceTable.Row row : ReferenceTable.read("sgp4_teme.csv").rows()) {
            Sky sky = sky(OrbitSpec.tle(row.text("line1"), row.text("line2")), Instant.parse(row.text("epoch_utc")));
            double seconds = 60.0 * row.number("minutes");
            sky.moveTo(seconds);
            AbsoluteDate date =
                    frames.date(Instant.parse(row.text("epoch_utc"))).shiftedBy(seconds);
            Vector3D ours = frames.toTeme(new Vector3D(sky.positionM(0), sky.positionM(1), sky.positionM(2)), date);
            Vector3D theirs =
                    new Vector3D(1e3 * row.number("x_km"), 1e3 * row.number("y_km"), 1e3 * row.number("z_km"));
            worstM.merge(row.text("satellite"), Vector3D.distance(ours, theirs), Math::max);
        }
        List<Check> checks = new ArrayList<>();
        worstM.forEach((name, worst) ->
                checks.add(Check.error(MODEL, "SGP4 of " + name + ", largest distance, m", SGP4, worst, 1.0)));
        return checks;
    }

    private static List<Check> passes() {
        double worstS = 0.0;
        double worstDeg = 0.0;
        Instant epoch = Instant.parse("2022-08-10T00:00:00Z");
        for (ReferenceTable.Row row : ReferenceTable.read("passes_examples.csv").rows()) {
            double riseS = secondsSince(epoch, row.text("aos_utc"));
            double setS = secondsSince(epoch, row.text("los_utc"));
            Pass pass = Pass.fly(sso17122(epoch, row), riseS - 60.0, setS + 60.0);
            worstS = Math.max(worstS, Math.max(Math.abs(pass.riseS - riseS), Math.abs(pass.setS - setS)));
            worstDeg = Math.max(worstDeg, Math.abs(pass.highestDeg - row.number("max_elev_deg")));
        }
        return List.of(
                Check.error(MODEL, "rise and set, largest error of 4 passes, s", PASSES, worstS, 5.0),
                Check.error(MODEL, "highest elevation, largest error of 4 passes, deg", PASSES, worstDeg, 0.1));
    }

    private static double secondsSince(Instant epoch, String utc) {
        return Duration.between(epoch, Instant.parse(utc.substring(0, 29) + "Z"))
                        .toNanos()
                * 1e-9;
    }

    private static Sky sso17122(Instant epoch, ReferenceTable.Row row) {
        GroundStation station = new GroundStation(
                row.text("station"), row.number("lat_deg"), row.number("lon_deg"), row.number("alt_m"), 10.0);
        OrbitSpec orbit = OrbitSpec.tle(
                "1 17122U 86019S   22221.62392262  .00003572  00000-0  44654-3 0  9991",
                "2 17122  97.8802 275.5594 0007305  95.3028  57.0430 14.82933676890070");
        return new Sky(orbit, epoch, List.of(station), Double.NaN, ENVIRONMENT);
    }

    /** What the log of a world notes of one pass. */
    private record Pass(double riseS, double setS, double highestDeg) {
        static Pass fly(Sky sky, double fromS, double untilS) {
            sky.moveTo(fromS);
            OrbitLog log = new OrbitLog(sky, (event, nth, timeS) -> {});
            double highestRad = -1.0;
            for (long i = 1; fromS + i * STEP_S < untilS; i++) {
                sky.moveTo(fromS + i * STEP_S);
                log.watch(sky, fromS + i * STEP_S);
                highestRad = Math.max(highestRad, log.bestElevationRad());
            }
            return new Pass(log.timeS(OrbitEvent.AOS, 1), log.timeS(OrbitEvent.LOS, 1), Math.toDegrees(highestRad));
        }
    }

    /** From one ascending node to the next. */
    private static Check period(double altitudeM, double publishedS) {
        Sky sky = sky(OrbitSpec.circular(altitudeM, 53.0).withModel(Model.KEPLER), "2026-01-01T00:00:00Z");
        double fromS = publishedS - 30.0;
        sky.moveTo(fromS);
        double fromZ = sky.positionM(2);
        sky.moveTo(fromS + 60.0);
        double crossingS = fromS + 60.0 * fromZ / (fromZ - sky.positionM(2));
        return Check.value(
                MODEL, "period at " + Math.round(altitudeM / 1e3) + " km, s", EQUATIONS, publishedS, crossingS, 0.1);
    }

    private static Check sunSynchronous(double altitudeM, double publishedDeg) {
        return Check.value(
                MODEL,
                "Sun-synchronous inclination at " + Math.round(altitudeM / 1e3) + " km, deg",
                EQUATIONS,
                publishedDeg,
                Gravity.sunSynchronousInclinationDeg(altitudeM),
                0.005);
    }

    private static Check nodeFollowsTheMeanSun() {
        int days = 30;
        Sky sky = sky(OrbitSpec.sunSynchronous(600e3, 18.0), "2026-03-20T00:00:00Z");
        double before = nodeRad(sky);
        sky.moveTo(days * DAY_S);
        double turned = Math.toDegrees(nodeRad(sky) - before) / days;
        return Check.value(
                MODEL,
                "drift of the node of the Sun-synchronous orbit at 600 km, J2, deg/day",
                "tropical year",
                360.0 / 365.2421897,
                turned - 360.0 * Math.floor(turned / 360.0),
                0.01);
    }

    private static double nodeRad(Sky sky) {
        double hx = sky.positionM(1) * sky.velocityMPerS(2) - sky.positionM(2) * sky.velocityMPerS(1);
        double hy = sky.positionM(2) * sky.velocityMPerS(0) - sky.positionM(0) * sky.velocityMPerS(2);
        return Math.atan2(hx, -hy);
    }

    private static List<Check> anomaly() {
        int days = 20;
        double stepS = 5.0;
        Sky sky = sky(OrbitSpec.sunSynchronous(600e3, 18.0), "2026-03-20T00:00:00Z");
        OrbitLog log = new OrbitLog(sky, (event, nth, timeS) -> {});
        long inside = 0;
        long steps = Math.round(days * DAY_S / stepS);
        for (long i = 1; i <= steps; i++) {
            sky.moveTo(i * stepS);
            log.watch(sky, i * stepS);
            inside += sky.inSaa() ? 1 : 0;
        }
        double passes = log.count(OrbitEvent.SAA_EXIT);
        return List.of(
                Check.within(
                        MODEL,
                        "time over the South Atlantic Anomaly, SSO 600 km, ratio",
                        EQUATIONS,
                        0.101,
                        (double) inside / steps,
                        0.02),
                Check.within(MODEL, "passes of the anomaly a day", EQUATIONS, 12.0, passes / days, 0.05),
                Check.within(
                        MODEL, "mean pass of the anomaly, min", EQUATIONS, 12.4, inside * stepS / passes / 60.0, 0.03));
    }

    /** The density of a year of moderate Sun against years after a maximum, at a height that fell: the order is all that can agree. */
    private static Check atomicOxygen() {
        return Check.within(
                MODEL,
                "atomic oxygen facing flight, 3.95 years at 390 km, atoms/m2",
                "MISSE 2 PEACE on the space station, 2001 to 2005 (de Groh et al. 2008)",
                8.43e25,
                AtomicOxygen.fluencePerM2(390e3, 3.95),
                0.5);
    }

    private static Sky sky(OrbitSpec orbit, String utc) {
        return sky(orbit, Instant.parse(utc));
    }

    private static Sky sky(OrbitSpec orbit, Instant epoch) {
        return new Sky(orbit, epoch, List.of(), Double.NaN, ENVIRONMENT);
    }
}
