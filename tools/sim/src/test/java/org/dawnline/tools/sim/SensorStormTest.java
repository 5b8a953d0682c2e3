package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.scenario.FlightLength;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever all sensors say at once, flight software goes on: no member throws, no cycle is lost. */
@Tag("TSIM-052")
class SensorStormTest {
    private static final double MINUTE_S = 60.0;

    @ParameterizedTest
    @CsvSource({
        "sensor.stuck, 0",
        "sensor.drift, 1e5",
        "sensor.bias, -1e6",
        "sensor.bias, 1e6",
        "sensor.scale, -1000",
        "sensor.scale, 0",
        "sensor.lie, 0",
        "sensor.lie, -1e6",
        "sensor.nan, 0",
        "sensor.silent, 0",
        "sensor.spike, 1e6",
        "sensor.dropout, 0.5"
    })
    void flightOutlivesTroubleOfEverySensor(String fault, double value) {
        fly(Flights.run(Flights.scenario("2 min", "")), fault, value);
    }

    @ParameterizedTest
    @CsvSource({
        "vehicle-starcloud-1-day, sensor.nan, 0", "vehicle-starcloud-1-day, sensor.bias, 1e6",
        "vehicle-starlink-v2-mini-day, sensor.nan, 0", "vehicle-starlink-v2-mini-day, sensor.scale, -1000",
        "vehicle-suncatcher-day, sensor.lie, 0", "vehicle-starlink-v3-day, sensor.silent, 0"
    })
    void soDoesTheFlightOfAnotherVehicle(String day, String fault, double value) {
        Scenario scenario = new Scenarios(Flights.SCENARIOS).find(day).withLength(FlightLength.ofSeconds(2 * MINUTE_S));
        fly(Flights.run(scenario), fault, value);
    }

    private static void trouble(SimWorld world, String fault, double value) {
        List<String> sensors = world.sensorNames();
        assertThat(sensors).isNotEmpty();
        for (String sensor : sensors) {
            world.inject(fault, sensor, value);
        }
    }

    private static void fly(SimulationRun run, String fault, double value) {
        trouble(run.flight().world(), fault, value);
        Flight flight = run.fly().flight();

        assertThat(flight.world().state().timeS()).isGreaterThan(MINUTE_S);
        assertThat(flight.events()).extracting(FlightEvent::name).noneMatch(name -> name.contains("MEMBER_"));
    }
}
