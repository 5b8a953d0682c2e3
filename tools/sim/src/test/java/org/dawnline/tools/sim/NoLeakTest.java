package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.hal.Hal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a scenario does to the world, flight software learns from its sensors or not at all. */
@Tag("TSIM-012")
class NoLeakTest {
    private static final double ALL = Double.MAX_VALUE;
    private static final double CHANGE = 0.98;
    private static final VehicleProfile FILE = VehicleFile.read(Flights.VEHICLES.resolve("ai1.yaml"));

    @Test
    void flightIsBuiltFromTheUnmodifiedProfileWhateverTheWorldIs() {
        Scenario changed = Flights.scenario("1 min", overrides() + """
                world: {truthSpreadRatio: 0.03, sensorErrors: false, solarFluxWPerM2: 1200}
                faults:
                  - {fault: string.open, target: 1, at: 0 s}
                  - {fault: array.degrade, value: 0.5, at: 0 s}
                """);
        Flight told = Flights.run(changed.withSeed(77)).flight();
        Flight plain = Flights.run(Flights.scenario("1 min", "")).flight();
        SortedMap<String, Double> truth = figures(told.world().truth());
        truth.entrySet().removeAll(figures(FILE).entrySet());

        assertThat(truth.size())
                .as("figures that are different in the world")
                .isGreaterThan(FILE.keys().size() / 2);
        assertThat(figures(told.profile())).isEqualTo(figures(FILE));
        assertThat(configuration(told)).isEqualTo(configuration(plain));
    }

    @Test
    void aParameterThatWouldChangeShowsInTheComparison() {
        Flight flight = Flights.run(Flights.scenario("1 min", "")).flight();
        List<String> before = configuration(flight);

        flight.spacecraft().executive().dictionary().parameters().get(0).set(0.011);

        assertThat(configuration(flight)).isNotEqualTo(before);
    }

    @Test
    void flightHoldsNothingOfTheWorldButItsDevices() throws IllegalAccessException {
        Flight flight = Flights.run(Flights.scenario("1 min", "overrides: {gpu.idleW: 200}"))
                .flight();

        PortSearch search = new PortSearch(flight.spacecraft());

        assertThat(search.leaks()).isEmpty();
        assertThat(search.ports()).contains(Hal.class, PowerHal.class);
        assertThat(search.ports())
                .allSatisfy(port -> assertThat(PortSearch.climbable(port))
                        .as("a port gives plain values, so that nobody can climb up to the world behind it")
                        .isEmpty());
        assertThat(search.profiles())
                .allSatisfy(profile -> assertThat(figures(profile)).isEqualTo(figures(FILE)));
    }

    @Test
    void theSearchFindsAWorldAndAPortThatGivesItAway() throws IllegalAccessException {
        SimWorld world = Flights.run(Flights.scenario("1 min", "")).flight().world();

        assertThat(new PortSearch(List.of(world)).leaks()).containsExactly("org.dawnline.sim.SimWorld in a collection");
        assertThat(PortSearch.climbable(Supplier.class)).hasSize(1);
    }

    /** An override of every figure that may be 2 % smaller; those that must be whole or exact are left. */
    private static String overrides() {
        List<String> accepted = new ArrayList<>();
        for (String key : FILE.keys()) {
            String override = key + ": "
                    + BigDecimal.valueOf(FILE.number(key, -ALL, ALL) * CHANGE).toPlainString();
            if (isAccepted("overrides: {" + override + "}")) {
                accepted.add(override);
            }
        }
        return "overrides: {" + String.join(", ", accepted) + "}\n";
    }

    private static boolean isAccepted(String body) {
        try {
            Flights.run(Flights.scenario("1 min", body));
            return true;
        } catch (WrongScenario e) {
            return false;
        }
    }

    private static SortedMap<String, Double> figures(VehicleProfile profile) {
        SortedMap<String, Double> figures = new TreeMap<>();
        profile.keys().forEach(key -> figures.put(key, profile.number(key, -ALL, ALL)));
        return figures;
    }

    /** Everything that flight software was built with, as far as it can be seen. */
    private static List<String> configuration(Flight flight) {
        Dictionary dictionary = flight.spacecraft().executive().dictionary();
        List<String> lines = new ArrayList<>(dictionary.text().lines().toList());
        for (Parameter parameter : dictionary.parameters()) {
            lines.add(parameter.name() + " = " + parameter.value() + " " + parameter.min() + " " + parameter.max());
        }
        return lines;
    }
}
