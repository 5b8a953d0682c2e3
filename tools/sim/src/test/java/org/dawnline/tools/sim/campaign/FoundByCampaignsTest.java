package org.dawnline.tools.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flights that a campaign has found to break an invariant, cut down to what it takes, and mended since. */
class FoundByCampaignsTest {
    /** In the shadow the battery must not feed the rack that was found running; its jobs are taken away, and that must be said. */
    @ParameterizedTest
    @ValueSource(ints = {976, 1600})
    @Tag("TSIM-013")
    void aJobThatAStartInTheShadowTakesAwayIsToldOf(int demandW) {
        String yaml = """
                name: shadow-start
                description: A start in the shadow with a rack that works.
                epoch: 2026-06-28T14:19:36Z
                duration: 60
                orbit: {altitudeKm: 666.5, ltanHours: 4.43, trueAnomalyDeg: 331.02}
                start: {socRatio: 0.55, steadyRackPowerKW: 86}
                jobs:
                  - {name: service, priority: 9, gpus: 47, runningGpus: 47, demandW: %d}
                pass:
                  - {metric: cycleSlips, equals: 0}
                """.formatted(demandW);
        Draw draw = new Draw(0, yaml, ScenarioFile.parse("shadow-start.yaml", yaml), false);

        RunResult result = new CampaignRun(draw, RunOptions.of(Flights.VEHICLES)).fly();

        assertThat(result.failures()).isEmpty();
    }

    /** Frames that were an hour early waited an hour for a link, and were obeyed as what they then were: valid. The attack's fault. */
    @Test
    @Tag("TSIM-133")
    void earlyFramesThatWaitForALinkAreStillEarlyWhenTheyCome() {
        String yaml = """
                name: early
                description: Frames with a later time of validity, in a pause of two hours between contacts.
                vehicle: starcloud-1
                epoch: 2026-10-29T14:58:23Z
                duration: 5600
                orbit: {altitudeKm: 742.5, ltanHours: 12.56, trueAnomalyDeg: 102.99}
                start: {socRatio: 0.851, steadyRackPowerKW: 0.51, laserTracking: false}
                jobs: [{name: service, priority: 1, gpus: 1, runningGpus: 1, demandW: 305}]
                attacks: [{kind: early, at: 526, count: 20, perSecond: 15}]
                pass: [{metric: attackFramesExecuted, equals: 0}]
                """;
        Draw draw = new Draw(0, yaml, ScenarioFile.parse("early.yaml", yaml), false);

        RunResult result = new CampaignRun(draw, RunOptions.of(Flights.VEHICLES)).fly();

        assertThat(result.failures()).isEmpty();
    }
}
