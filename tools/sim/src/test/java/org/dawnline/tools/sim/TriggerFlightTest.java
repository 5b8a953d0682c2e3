package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.sim.WorldOptions;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.orbit.Sky;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the forecast says against what the world does: two models that know nothing of each other. */
@Tag("one-jdk")
class TriggerFlightTest {
    private static final double WITHIN_S = 1.0;

    private static final String TRIGGERS = """
            table triggers every-moment version=2
            # The box that the world takes for the South Atlantic Anomaly.
            corner saa lat=-50 lon=-90
            corner saa lat=-50 lon=40
            corner saa lat=0 lon=40
            corner saa lat=0 lon=-90
            parallel arctic lat=66.5
            meridian east lon=-71
            on umbra-entry slot=10
            on umbra-exit slot=11
            on aos slot=12
            on los slot=13
            on region-entry region=saa slot=14
            on region-exit region=saa slot=15
            on region-entry region=arctic slot=16
            on region-exit region=arctic slot=17
            on region-entry region=east slot=18
            on region-exit region=east slot=19
            """;

    private static final double ARCTIC_RAD = Math.toRadians(66.5);
    private static final double EAST_FROM_RAD = Math.toRadians(-71);
    private static final double FLIGHT_S = 18_000;
    private static final double LOOK_S = 0.1;

    @Test
    @Tag("F5")
    @Tag("CORE-139")
    void sequencesStartWithinASecondOfWhatHappensInTheWorld(@TempDir Path folder) {
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            byte[] packed = PackedTable.pack(TableText.of(TRIGGERS), "triggers", "every-moment", 2);
            assertThat(archive.keep("table", "triggers", packed)).isTrue();
        }
        Scenario scenario = Flights.scenario("5 h", "");
        Report report = SimulationRun.of(
                        scenario, RunOptions.of(Flights.VEHICLES).withArchive(folder))
                .fly();

        int compared = compare(report, OrbitEvent.ECLIPSE_ENTRY, "UMBRA_ENTRY: sequence 10 ")
                + compare(report, OrbitEvent.ECLIPSE_EXIT, "UMBRA_EXIT: sequence 11 ")
                + compare(report, OrbitEvent.AOS, "AOS: sequence 12 ")
                + compare(report, OrbitEvent.LOS, "LOS: sequence 13 ")
                + compare(report, OrbitEvent.SAA_ENTRY, "REGION_ENTRY: sequence 14 ")
                + compare(report, OrbitEvent.SAA_EXIT, "REGION_EXIT: sequence 15 ");
        assertThat(compared).isGreaterThan(12);
        Crossings arctic = crossings(scenario, sky -> sky.latitudeRad() >= ARCTIC_RAD);
        assertThat(compare(report, arctic.entriesS, "REGION_ENTRY: sequence 16 "))
                .isEqualTo(arctic.entriesS.size())
                .isGreaterThan(2);
        assertThat(compare(report, arctic.exitsS, "REGION_EXIT: sequence 17 "))
                .isEqualTo(arctic.exitsS.size())
                .isGreaterThan(2);
        Crossings east = crossings(scenario, sky -> Math.sin(sky.longitudeRad() - EAST_FROM_RAD) >= 0);
        assertThat(compare(report, east.entriesS, "REGION_ENTRY: sequence 18 "))
                .isEqualTo(east.entriesS.size())
                .isGreaterThan(2);
        assertThat(compare(report, east.exitsS, "REGION_EXIT: sequence 19 "))
                .isEqualTo(east.exitsS.size())
                .isGreaterThan(2);
        assertThat(Math.abs(report.flight().channel("triggers.largestErrorS").getAsDouble()))
                .isLessThan(WITHIN_S);
    }

    /** When the satellite of the world came into a region and left it. */
    private static final class Crossings {
        final List<Double> entriesS = new ArrayList<>();
        final List<Double> exitsS = new ArrayList<>();
    }

    /** By the world's own sky, which the flight does not know. */
    private static Crossings crossings(Scenario scenario, Predicate<Sky> inside) {
        WorldOptions world = scenario.world();
        Environment nothing = new Environment(0, 0, 0, 0, 0, 0);
        Sky sky = new Sky(world.orbit(), world.epoch(), List.of(), Double.NaN, nothing);
        Crossings crossings = new Crossings();
        boolean before = inside.test(sky);
        for (int look = 1; look * LOOK_S < FLIGHT_S; look++) {
            sky.moveTo(look * LOOK_S);
            boolean now = inside.test(sky);
            if (now != before) {
                (now ? crossings.entriesS : crossings.exitsS).add(look * LOOK_S);
            }
            before = now;
        }
        return crossings;
    }

    private static int compare(Report report, OrbitEvent inTheWorld, String moment) {
        List<Double> world = new ArrayList<>();
        var state = report.flight().world().state();
        for (int nth = 1; nth <= state.eventCount(inTheWorld); nth++) {
            world.add(state.eventTimeS(inTheWorld, nth));
        }
        return compare(report, world, moment);
    }

    /** Says how many sequences it has compared with what happened in the world. */
    private static int compare(Report report, List<Double> worldS, String moment) {
        int compared = 0;
        for (FlightEvent event : report.flight().events()) {
            if (event.name().equals("triggers.FIRED") && event.text().startsWith(moment)) {
                double offS = worldS.stream()
                        .mapToDouble(timeS -> Math.abs(timeS - event.timeS()))
                        .min()
                        .orElse(Double.NaN);
                assertThat(offS).as("%s at %s s", moment, event.timeS()).isLessThan(WITHIN_S);
                compared++;
            }
        }
        assertThat(compared).as(moment).isPositive();
        return compared;
    }
}
