package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.RunOptions;
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
            on umbra-entry slot=10
            on umbra-exit slot=11
            on aos slot=12
            on los slot=13
            on region-entry region=saa slot=14
            on region-exit region=saa slot=15
            """;

    @Test
    @Tag("F5")
    @Tag("CORE-139")
    void sequencesStartWithinASecondOfWhatHappensInTheWorld(@TempDir Path folder) {
        try (SqliteArchive archive = new SqliteArchive(folder)) {
            byte[] packed = PackedTable.pack(TableText.of(TRIGGERS), "triggers", "every-moment", 2);
            assertThat(archive.keep("table", "triggers", packed)).isTrue();
        }
        Report report = SimulationRun.of(
                        Flights.scenario("10 h", ""),
                        RunOptions.of(Flights.VEHICLES).withArchive(folder))
                .fly();

        List<String> compared = new ArrayList<>();
        compared.addAll(compare(report, "UMBRA_ENTRY", OrbitEvent.ECLIPSE_ENTRY));
        compared.addAll(compare(report, "UMBRA_EXIT", OrbitEvent.ECLIPSE_EXIT));
        compared.addAll(compare(report, "AOS", OrbitEvent.AOS));
        compared.addAll(compare(report, "LOS", OrbitEvent.LOS));
        compared.addAll(compare(report, "REGION_ENTRY", OrbitEvent.SAA_ENTRY));
        compared.addAll(compare(report, "REGION_EXIT", OrbitEvent.SAA_EXIT));
        assertThat(compared).hasSizeGreaterThan(25);
        assertThat(Math.abs(report.flight().channel("triggers.largestErrorS").getAsDouble()))
                .isLessThan(WITHIN_S);
    }

    /** The worst first moments after the start, before there is a forecast, are left out. */
    private static List<String> compare(Report report, String moment, OrbitEvent inTheWorld) {
        List<Double> world = new ArrayList<>();
        var state = report.flight().world().state();
        for (int nth = 1; nth <= state.eventCount(inTheWorld); nth++) {
            world.add(state.eventTimeS(inTheWorld, nth));
        }
        List<String> compared = new ArrayList<>();
        for (FlightEvent event : report.flight().events()) {
            if (event.name().equals("triggers.FIRED") && event.text().startsWith(moment)) {
                double offS = world.stream()
                        .mapToDouble(timeS -> Math.abs(timeS - event.timeS()))
                        .min()
                        .orElse(Double.NaN);
                assertThat(offS).as("%s at %s s", moment, event.timeS()).isLessThan(WITHIN_S);
                compared.add(moment);
            }
        }
        assertThat(compared).as(moment).isNotEmpty();
        return compared;
    }
}
