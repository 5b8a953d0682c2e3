package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dawnline.app.VehicleFile;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Fault;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.BenchFaults;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a campaign draws. */
class DrawTest {
    private static final Path VEHICLES = Flights.VEHICLES;
    private static final int MANY = 40;

    @Test
    @Tag("TSIM-030")
    void aDrawFollowsFromSeedAndNumberAlone() {
        CampaignPlan plan = new CampaignPlan(5, 100, 3, List.of("ai1"));
        CampaignPlan longer = new CampaignPlan(5, 1000, 3, List.of("ai1"));
        CampaignPlan other = new CampaignPlan(6, 100, 3, List.of("ai1"));

        assertThat(Draw.of(plan, 7, VEHICLES).yaml())
                .isEqualTo(Draw.of(longer, 7, VEHICLES).yaml());
        Set<String> texts = new TreeSet<>();
        for (int run = 0; run < 20; run++) {
            texts.add(Draw.of(plan, run, VEHICLES).yaml());
            texts.add(Draw.of(other, run, VEHICLES).yaml());
        }
        assertThat(texts).hasSize(40);
    }

    @Test
    @Tag("TSIM-031")
    void anExportedRunFliesAsInTheCampaign() {
        CampaignPlan plan = new CampaignPlan(3, 2, 1, List.of("ai1"));
        Draw draw = Draw.of(plan, 1, VEHICLES);
        RunResult flown = new CampaignRun(draw, RunOptions.of(VEHICLES)).fly();

        SimulationRun again =
                SimulationRun.of(ScenarioFile.parse("exported.yaml", draw.yaml()), RunOptions.of(VEHICLES));
        again.fly();

        assertThat(again.flight().digest()).isEqualTo(flown.digest());
        assertThat(plan.repeatCommand(1, "ai1"))
                .isEqualTo("./dawnline campaign --seed 3 --run 1 --vehicle ai1 --orbits 1");
    }

    @Test
    @Tag("TSIM-034")
    void everyFaultOfTheSimulatorIsDrawnOrLeftOutForAReason() {
        Set<String> known = new TreeSet<>(FaultOdds.NEVER_DRAWN.keySet());
        FaultOdds.TABLE.forEach(odds -> known.add(odds.fault()));

        assertThat(BenchFaults.all()).extracting(Fault::name).containsExactlyInAnyOrderElementsOf(known);
        assertThat(FaultOdds.TABLE)
                .allSatisfy(odds -> assertThat(odds.end())
                        .satisfiesAnyOf(
                                end -> assertThat(end).isEmpty(),
                                end -> assertThat(BenchFaults.all())
                                        .extracting(Fault::name)
                                        .contains(end)));
    }

    @Test
    @Tag("TSIM-034")
    void manyDrawsReachEveryFault() {
        VehicleProfile profile = VehicleFile.read(VEHICLES.resolve("ai1.yaml"));
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < 1500; run++) {
            new FaultsDraw(new Dice(1, run, "faults"), profile).write(text, 18_000);
        }

        assertThat(FaultOdds.TABLE)
                .extracting(odds -> "{fault: " + odds.fault() + ",")
                .allSatisfy(fault -> assertThat(text).contains(fault));
    }

    @Test
    @Tag("TSIM-030")
    void drawsCoverOrbitsWorkWearAndNumbersOfFaults() {
        CampaignPlan plan = new CampaignPlan(1, MANY, 3, List.of("ai1"));
        Set<Integer> counts = new TreeSet<>();
        StringBuilder text = new StringBuilder();
        for (int run = 0; run < MANY; run++) {
            Draw draw = Draw.of(plan, run, VEHICLES);
            counts.add(draw.scenario().faults().size());
            text.append(draw.yaml());
        }

        assertThat(counts).contains(0, 1, 2, 3);
        assertThat(text)
                .contains("ltanHours", "betaDeg", "runningGpus", "repeat", "workGpuHours", "overrides", "attacks");
    }

    @Test
    @Tag("TSIM-034")
    void whoseClockIsWrongIsNotAskedToJudgeByTime() {
        StringBuilder attacks = new StringBuilder();
        for (int run = 0; run < MANY; run++) {
            StringBuilder text = new StringBuilder("faults:\n  - {fault: clock.jump, at: 1, value: 7188.5}\n");
            new AttackDraw(new Dice(1, run, "attack")).write(text, 18_000);
            attacks.append(text);
        }

        assertThat(attacks).contains("forged", "oldCounter", "corrupt").doesNotContain("early", "expired");
    }

    @Test
    @Tag("TSIM-030")
    void noOrbitIsDrawnThatTheOrbitModelRefuses() {
        CampaignPlan plan = new CampaignPlan(8, 1000, 3, List.of("suncatcher"));

        // Found by a campaign: an inclination of 63.43 degrees.
        assertThatCode(() -> SimulationRun.of(Draw.of(plan, 791, VEHICLES).scenario(), RunOptions.of(VEHICLES)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starcloud-1", "starlink-v2-mini", "starlink-v3", "suncatcher"})
    @Tag("TSIM-034")
    void whatIsDrawnForAVehicleFitsIt(String vehicle) {
        CampaignPlan plan = new CampaignPlan(2, 20, 1, List.of(vehicle));
        for (int run = 0; run < plan.runs(); run++) {
            Draw draw = Draw.of(plan, run, VEHICLES);

            assertThatCode(() -> SimulationRun.of(draw.scenario(), RunOptions.of(VEHICLES)))
                    .as(draw.yaml())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @Tag("TSIM-103")
    void drawnOrbitsHaveNoFaultsAndVehiclesOfAnyAge() {
        CampaignPlan plan = new CampaignPlan(1, 50, 2, List.of("ai1"), Odds.ORBITS);
        for (int run = 0; run < 50; run++) {
            Draw draw = Draw.of(plan, run, Flights.VEHICLES);

            assertThat(draw.measured()).isTrue();
            assertThat(draw.scenario().faults()).isEmpty();
            assertThat(draw.scenario().attacks()).isEmpty();
            assertThat(draw.scenario().overrides().get("array.powerAt1AuW").value())
                    .isBetween(90e3, 150e3);
            assertThat(draw.scenario()
                            .overrides()
                            .get("battery.stringCapacityWh")
                            .value())
                    .isBetween(3000.0, 7500.0);
            assertThat(draw.scenario().overrides().get("thermal.radiatorAreaM2").value())
                    .isBetween(77.0, 110.0);
        }
        assertThat(plan.repeatCommand(7, "ai1")).contains("--odds orbits").doesNotContain("--orbits");
    }
}
