package org.dawnline.sim.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.orbit.AlmanacMoon;
import org.dawnline.sim.orbit.Ballistics;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.Gravity;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.OrbitSpec.Model;
import org.dawnline.sim.orbit.Sky;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;

/** The integrated orbit beside closed forms: how fast its node turns, how fast air pulls it down; and the Moon that pulls on it. */
final class IntegratedOrbitChecks {
    private static final String MODEL = "Integrated orbit";
    private static final double DAY_S = 86_400.0;
    private static final double EARTH_RATE_RAD_PER_S = 7.292115e-5;
    private static final Instant EQUINOX = Instant.parse("2026-03-20T12:00:00Z");

    private IntegratedOrbitChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(nodeDrift(600e3, 97.7877));
        checks.add(nodeDrift(550e3, 53.0));
        checks.add(nodeDrift(400e3, 51.6));
        checks.add(decay());
        checks.add(moon());
        return checks;
    }

    private static Check nodeDrift(double altitudeM, double inclinationDeg) {
        int days = 10;
        double axisM = Gravity.EARTH_RADIUS_M + altitudeM;
        double meanMotion = Math.sqrt(Gravity.MU_M3_PER_S2 / (axisM * axisM * axisM));
        double ratio = Gravity.EARTH_RADIUS_M / axisM;
        double reference = Math.toDegrees(
                        -1.5 * Gravity.J2 * ratio * ratio * meanMotion * Math.cos(Math.toRadians(inclinationDeg)))
                * DAY_S;
        Sky sky = sky(OrbitSpec.circular(altitudeM, inclinationDeg).withModel(Model.NUMERICAL));
        double turnedRad = mean(sky, days * DAY_S, altitudeM, IntegratedOrbitChecks::nodeRad)
                - mean(sky, 0.0, altitudeM, IntegratedOrbitChecks::nodeRad);
        return Check.within(
                MODEL,
                "drift of the node at " + Math.round(altitudeM / 1e3) + " km, " + inclinationDeg + " deg, deg/day",
                "-1.5 J2 (R/a)^2 n cos i, first order",
                reference,
                Math.toDegrees(turnedRad) / days,
                0.005);
    }

    private static double nodeRad(Sky sky) {
        double hx = sky.positionM(1) * sky.velocityMPerS(2) - sky.positionM(2) * sky.velocityMPerS(1);
        double hy = sky.positionM(2) * sky.velocityMPerS(0) - sky.positionM(0) * sky.velocityMPerS(2);
        return Math.atan2(hx, -hy);
    }

    /** The mean over one revolution, which takes the short periods away. */
    private static double mean(Sky sky, double fromS, double altitudeM, ToDoubleFunction<Sky> figure) {
        double axisM = Gravity.EARTH_RADIUS_M + altitudeM;
        double periodS = 2.0 * Math.PI * Math.sqrt(axisM * axisM * axisM / Gravity.MU_M3_PER_S2);
        int points = 200;
        double sum = 0.0;
        for (int i = 0; i < points; i++) {
            sky.moveTo(fromS + i * periodS / points);
            sum += figure.applyAsDouble(sky);
        }
        return sum / points;
    }

    /**
     * A circular orbit over the equator at an equinox goes through the middle of the bulge of the air, where the mean of
     * cos^4(psi/2) is 3/8.
     */
    private static Check decay() {
        double altitudeM = 400e3;
        double radiusM = Gravity.EARTH_RADIUS_M + altitudeM;
        double ratio = Gravity.EARTH_RADIUS_M / radiusM;
        double speed = Math.sqrt(Gravity.MU_M3_PER_S2 / radiusM * (1.0 + 1.5 * Gravity.J2 * ratio * ratio));
        double density = 2.249e-12 + 3.0 / 8.0 * (7.492e-12 - 2.249e-12);
        double dragPerMass = 2.2 * 1.0 / 100.0;
        double relative = 1.0 - EARTH_RATE_RAD_PER_S * radiusM / speed;
        double reference = -density * dragPerMass * relative * relative * speed * radiusM * DAY_S;
        Sky sky = sky(OrbitSpec.stateVector(radiusM, 0.0, 0.0, 0.0, speed, 0.0)
                .withModel(Model.NUMERICAL)
                .withBallistics(new Ballistics(100.0, 1.0, 2.2, 0.0, 0.0)));
        double before = mean(sky, 0.0, altitudeM, Sky::radiusM);
        double after = mean(sky, DAY_S, altitudeM, Sky::radiusM);
        return Check.within(
                MODEL,
                "decay of an equatorial orbit at 400 km, 1 m2 on 100 kg, m/day",
                "-(1 - w/n)^2 rho Cd A/m n a^2 with the Harris-Priester density at 400 km (Montenbruck and Gill 2000)",
                reference,
                after - before,
                0.03);
    }

    private static Check moon() {
        DataFreeFrames frames = new DataFreeFrames();
        double worstDeg = 0.0;
        for (ReferenceTable.Row row : ReferenceTable.read("moon_j2000_2026.csv").rows()) {
            AbsoluteDate date = frames.date(Instant.parse(row.text("utc")));
            Vector3D ours = frames.ofDateToInertial(AlmanacMoon.positionM(frames.daysSinceJ2000(date)), date);
            Vector3D theirs = new Vector3D(row.number("x_km"), row.number("y_km"), row.number("z_km"));
            worstDeg = Math.max(worstDeg, Math.toDegrees(Vector3D.angle(ours, theirs)));
        }
        return Check.error(
                MODEL,
                "direction of the Moon, largest error, deg",
                "astronomy-engine 2.1.19, 24 dates of 2026",
                worstDeg,
                0.5);
    }

    private static Sky sky(OrbitSpec orbit) {
        return new Sky(orbit, EQUINOX, List.of(), Double.NaN, Environment.of(Vehicles.ai1()));
    }
}
