package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldOptions;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same flight application on every vehicle that comes with it. */
@Tag("TSIM-024")
class VehiclesTest {
    private static final int ORBITS = 3;
    private static final int SEEDS = 20;

    static List<String> vehicles() throws IOException {
        try (Stream<Path> files = Files.list(Flights.VEHICLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theVehiclesAreThere() throws IOException {
        assertThat(vehicles()).contains("ai1", "starcloud-1", "starlink-v2-mini", "starlink-v3", "suncatcher");
    }

    @ParameterizedTest
    @MethodSource("vehicles")
    void threeOrbitsOfItsDayPassOnEveryVehicle(String vehicle) {
        Report report = Flights.run(day(vehicle).withLength(FlightLength.ofOrbits(ORBITS)))
                .fly();

        assertThat(report.violations()).isEmpty();
        assertThat(report.criteria()).isNotEmpty().allMatch(CriterionResult::pass);
        assertThat(report.passed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("vehicles")
    void everyTruthThatASeedMayDrawIsAWorld(String vehicle) {
        VehicleProfile profile = profile(vehicle);
        assertThat(profile.uncertainKeys()).hasSizeGreaterThan(profile.keys().size() / 8);

        for (long seed = 1; seed <= SEEDS; seed++) {
            WorldOptions options = WorldOptions.defaults().withSeed(seed).withTruthSpreadRatio(0.2);
            assertThat(new SimWorld(profile, options).truth().keys()).isEqualTo(profile.keys());
        }
    }

    @ParameterizedTest
    @MethodSource("vehicles")
    void theDictionaryHoldsWhatTheVehicleHas(String vehicle) {
        VehicleProfile profile = profile(vehicle);
        Dictionary dictionary =
                Flights.run(day(vehicle)).flight().spacecraft().executive().dictionary();
        int gpus = profile.countOr(0, "rack.trays", 0, 100) * profile.countOr(0, "rack.gpusPerTray", 0, 100);
        int lasers = profile.count("links.laserTerminals", 0, 100);

        assertThat(count(dictionary, "compute\\.gpu\\.\\d+\\.tempK")).isEqualTo(gpus);
        assertThat(count(dictionary, "comms\\.terminal\\.laser_\\d+\\.state")).isEqualTo(lasers);
        assertThat(count(dictionary, "compute\\..*") > 0).isEqualTo(gpus > 0);
        assertThat(count(dictionary, "power\\.soc")).isEqualTo(1);
    }

    private static long count(Dictionary dictionary, String pattern) {
        return dictionary.frames().stream()
                .flatMap(frame -> frame.channels().stream())
                .filter(channel -> channel.name().matches(pattern))
                .count();
    }

    private static VehicleProfile profile(String vehicle) {
        return VehicleFile.read(Flights.VEHICLES.resolve(vehicle + ".yaml"));
    }

    private static Scenario day(String vehicle) {
        String name = vehicle.equals("ai1") ? "june-eclipse" : "vehicle-" + vehicle + "-day";
        return new Scenarios(Flights.SCENARIOS).find(name);
    }
}
