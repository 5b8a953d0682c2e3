package org.dawnline.sim.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.orbit.AlmanacSun;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.OrbitSpec.Model;
import org.dawnline.sim.orbit.Sky;

/** The Sun's place, its flux, and the Earth's shadow and glow. */
final class SunAndShadowChecks {
    private static final String MODEL = "Sun, shadow and the Earth's glow";
    private static final String EPHEMERIS = "astronomy-engine 2.1.19, 24 dates of 2026";
    private static final String OREKIT = "Orekit 13.1 event detection, two bodies";
    private static final String EQUATIONS = "reference equations of ai1";
    private static final Environment ENVIRONMENT = Environment.of(Vehicles.ai1());
    private static final double STEP_S = 0.1;
    private static final double PERIOD_600_KM_S = 5801.2;

    private SunAndShadowChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.addAll(sun());
        checks.add(flux("perihelion", "2026-01-03T17:00:00Z", 1407.7));
        checks.add(flux("aphelion", "2026-07-06T17:00:00Z", 1316.6));
        checks.addAll(eclipses());
        checks.add(longestDawnDuskUmbra());
        checks.add(longestInclinedUmbra());
        checks.add(absorbedByTheReferenceRadiator());
        return checks;
    }

    /** The series is made for the apparent Sun: where its light comes from, seen from the moving Earth. */
    private static List<Check> sun() {
        double apparentDeg = 0.0;
        double geometricDeg = 0.0;
        double worstRatio = 0.0;
        for (ReferenceTable.Row row : ReferenceTable.read("sun_j2000_2026.csv").rows()) {
            Sky sky = sky(OrbitSpec.circular(600e3, 60.0), row.text("utc"));
            apparentDeg = Math.max(apparentDeg, angleDeg(sky, row, "xa_au", "ya_au", "za_au"));
            geometricDeg = Math.max(geometricDeg, angleDeg(sky, row, "x_au", "y_au", "z_au"));
            double distanceAu = sky.sunDistanceM() / AlmanacSun.ASTRONOMICAL_UNIT_M;
            worstRatio = Math.max(worstRatio, Math.abs(distanceAu / row.number("dist_au") - 1.0));
        }
        return List.of(
                Check.error(MODEL, "apparent direction of the Sun, largest error, deg", EPHEMERIS, apparentDeg, 0.01),
                Check.error(MODEL, "geometric direction of the Sun, largest error, deg", EPHEMERIS, geometricDeg, 0.02),
                Check.error(MODEL, "distance of the Sun, largest error, ratio", EPHEMERIS, worstRatio, 2e-4));
    }

    private static double angleDeg(Sky sky, ReferenceTable.Row row, String x, String y, String z) {
        double[] reference = {row.number(x), row.number(y), row.number(z)};
        return Math.toDegrees(angleRad(reference, new double[] {sky.sunM(0), sky.sunM(1), sky.sunM(2)}));
    }

    private static double angleRad(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        return Math.atan2(Math.sqrt(x * x + y * y + z * z), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    private static Check flux(String where, String utc, double published) {
        double ours = sky(OrbitSpec.circular(600e3, 60.0), utc).fluxWPerM2();
        return Check.value(MODEL, "solar flux at " + where + ", W/m2", EQUATIONS, published, ours, 0.3);
    }

    /** One row for the beta angle and one for all edges of each example. */
    private static List<Check> eclipses() {
        Map<String, List<ReferenceTable.Row>> cases = new LinkedHashMap<>();
        for (ReferenceTable.Row row :
                ReferenceTable.read("eclipse_2body_examples.csv").rows()) {
            cases.computeIfAbsent(row.text("case"), name -> new ArrayList<>()).add(row);
        }
        List<Check> checks = new ArrayList<>();
        cases.forEach((name, rows) -> {
            Sky sky = sky(rows.get(0));
            checks.add(Check.value(
                    MODEL,
                    "beta angle, " + name + ", deg",
                    OREKIT,
                    rows.get(0).number("t_s"),
                    Math.toDegrees(sky.betaRad()),
                    0.01));
            List<ReferenceTable.Row> edges = rows.subList(1, rows.size());
            checks.add(Check.error(
                    MODEL,
                    "umbra and penumbra, largest error of " + edges.size() + " edges, " + name + ", s",
                    OREKIT,
                    worstEdgeS(sky, edges),
                    0.5));
        });
        return checks;
    }

    private static Sky sky(ReferenceTable.Row row) {
        OrbitSpec orbit = OrbitSpec.stateVector(
                row.number("x_m"),
                row.number("y_m"),
                row.number("z_m"),
                row.number("vx"),
                row.number("vy"),
                row.number("vz"));
        return sky(orbit, row.text("epoch_utc") + "Z");
    }

    /** Walks on from edge to edge: a missing one makes every later one late, and the error infinite at the end. */
    private static double worstEdgeS(Sky sky, List<ReferenceTable.Row> edges) {
        double worst = 0.0;
        double before = sky.illuminationRatio();
        int next = 0;
        for (long i = 1; next < edges.size() && i * STEP_S < 12_000.0; i++) {
            sky.moveTo(i * STEP_S);
            double light = sky.illuminationRatio();
            if (crossed(edges.get(next).text("event"), before, light)) {
                worst = Math.max(worst, Math.abs(i * STEP_S - edges.get(next).number("t_s")));
                next++;
            }
            before = light;
        }
        return next == edges.size() ? worst : Double.POSITIVE_INFINITY;
    }

    private static boolean crossed(String event, double before, double light) {
        return switch (event) {
            case "PENUMBRA_ENTRY" -> before == 1.0 && light < 1.0;
            case "UMBRA_ENTRY" -> before > 0.0 && light == 0.0;
            case "UMBRA_EXIT" -> before == 0.0 && light > 0.0;
            case "PENUMBRA_EXIT" -> before < 1.0 && light == 1.0;
            default -> throw new IllegalArgumentException("event " + event);
        };
    }

    private static Check longestDawnDuskUmbra() {
        double longestS = 0.0;
        for (int day = 11; day < 32; day += 4) {
            Sky sky = sky(
                    dawnDusk().withModel(Model.KEPLER),
                    Instant.parse("2026-06-01T00:00:00Z").plusSeconds(86_400L * day));
            longestS = Math.max(longestS, umbraS(sky));
        }
        return Check.value(MODEL, "longest umbra, dawn-dusk 600 km, s", EQUATIONS, 1216.8, longestS, 1.0);
    }

    private static Check longestInclinedUmbra() {
        OrbitSpec orbit = OrbitSpec.circular(550e3, 53.0).withBetaDeg(0.0).withModel(Model.KEPLER);
        double ours = umbraS(sky(orbit, "2026-03-20T00:00:00Z"));
        return Check.value(MODEL, "longest umbra, 53 deg, 550 km, s", EQUATIONS, 2128.6, ours, 0.6);
    }

    private static double umbraS(Sky sky) {
        double step = 0.25;
        long dark = 0;
        for (long i = 0; i * step < PERIOD_600_KM_S; i++) {
            sky.moveTo(i * step);
            dark += sky.illuminationRatio() == 0.0 ? 1 : 0;
        }
        return dark * step;
    }

    /** Both sides of an upright panel: infrared by the emissivity of 0.92, reflected light by a solar absorptance of 0.2. */
    private static Check absorbedByTheReferenceRadiator() {
        int months = 12;
        int points = 100;
        double absorbedW = 0.0;
        for (int month = 1; month <= months; month++) {
            Sky sky = sky(dawnDusk(), String.format("2026-%02d-15T00:00:00Z", month));
            for (int i = 0; i < points; i++) {
                sky.moveTo(PERIOD_600_KM_S * i / points);
                absorbedW += 2.0 * (0.92 * sky.uprightEarthIrWPerM2() + 0.2 * sky.uprightAlbedoWPerM2());
            }
        }
        return Check.within(
                MODEL,
                "infrared and albedo absorbed by an upright radiator, dawn-dusk 600 km, mean of the year, W/m2",
                "constant of the reference equations of ai1",
                113.2,
                absorbedW / months / points,
                0.03);
    }

    private static OrbitSpec dawnDusk() {
        return OrbitSpec.sunSynchronous(600e3, 18.0);
    }

    private static Sky sky(OrbitSpec orbit, String utc) {
        return sky(orbit, Instant.parse(utc));
    }

    private static Sky sky(OrbitSpec orbit, Instant epoch) {
        return new Sky(orbit, epoch, List.of(), Double.NaN, ENVIRONMENT);
    }
}
