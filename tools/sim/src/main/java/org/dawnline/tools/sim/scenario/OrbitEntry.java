package org.dawnline.tools.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dawnline.sim.orbit.OrbitSpec;

/** The {@code orbit} of a scenario: a TLE, a state vector, or elements. */
final class OrbitEntry {
    private static final double METRES_PER_KILOMETRE = 1e3;
    private static final double DUSK_HOURS = 18;
    private static final int TLE_LINES = 2;
    private static final List<String> NODE_KEYS = List.of("ltanHours", "raanDeg", "betaDeg");

    private OrbitEntry() {}

    static OrbitSpec read(Section orbit) {
        if (orbit.has("tle")) {
            return tle(orbit);
        }
        if (orbit.has("positionM") || orbit.has("velocityMPerS")) {
            return stateVector(orbit);
        }
        if (!orbit.has("altitudeKm")) {
            throw new WrongScenario(orbit.place(), "says too little; expected tle, altitudeKm or positionM");
        }
        return orbit.checked("altitudeKm", () -> elements(orbit));
    }

    private static OrbitSpec tle(Section orbit) {
        if (orbit.names().size() > 1) {
            throw orbit.refusal("tle", "stands beside other keys; a TLE says everything about the orbit");
        }
        List<String> lines = orbit.text("tle", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() != TLE_LINES) {
            throw orbit.refusal("tle", "has " + lines.size() + " lines; expected two");
        }
        return orbit.checked("tle", () -> OrbitSpec.tle(lines.get(0), lines.get(1)));
    }

    private static OrbitSpec stateVector(Section orbit) {
        List<String> others = new ArrayList<>(orbit.names());
        others.removeAll(List.of("positionM", "velocityMPerS", "model"));
        if (!others.isEmpty()) {
            throw orbit.refusal(others.get(0), "stands beside a state vector, which says everything about the orbit");
        }
        for (String name : List.of("positionM", "velocityMPerS")) {
            if (!orbit.has(name)) {
                throw orbit.refusal(name, "is missing; a state vector has positionM and velocityMPerS");
            }
        }
        return withModel(
                orbit,
                OrbitSpec.stateVector(
                        orbit.element("positionM", 0),
                        orbit.element("positionM", 1),
                        orbit.element("positionM", 2),
                        orbit.element("velocityMPerS", 0),
                        orbit.element("velocityMPerS", 1),
                        orbit.element("velocityMPerS", 2)));
    }

    private static OrbitSpec elements(Section orbit) {
        double altitudeM = orbit.number("altitudeKm", 0) * METRES_PER_KILOMETRE;
        OrbitSpec spec = orbit.has("inclinationDeg")
                ? OrbitSpec.circular(altitudeM, orbit.number("inclinationDeg", 0))
                : OrbitSpec.sunSynchronous(altitudeM, DUSK_HOURS);
        spec = withNode(orbit, spec);
        if (orbit.has("eccentricity") || orbit.has("argumentOfPerigeeDeg")) {
            spec = spec.withEccentricity(orbit.number("eccentricity", 0), orbit.number("argumentOfPerigeeDeg", 0));
        }
        return withModel(orbit, spec.withAnomalyDeg(orbit.number("trueAnomalyDeg", 0)));
    }

    private static OrbitSpec withNode(Section orbit, OrbitSpec spec) {
        List<String> given = NODE_KEYS.stream().filter(orbit::has).toList();
        if (given.size() > 1) {
            throw orbit.refusal(
                    given.get(1),
                    "stands beside " + given.get(0) + "; expected one of " + String.join(", ", NODE_KEYS));
        }
        if (orbit.has("betaDeg")) {
            return spec.withBetaDeg(orbit.number("betaDeg", 0));
        }
        if (orbit.has("raanDeg")) {
            return spec.withRaanDeg(orbit.number("raanDeg", 0));
        }
        return orbit.has("ltanHours") ? spec.withLtanHours(orbit.number("ltanHours", 0)) : spec;
    }

    private static OrbitSpec withModel(Section orbit, OrbitSpec spec) {
        if (!orbit.has("model")) {
            return spec;
        }
        return orbit.checked(
                "model",
                () -> spec.withModel(
                        OrbitSpec.Model.valueOf(orbit.text("model", "").toUpperCase(Locale.ROOT))));
    }
}
