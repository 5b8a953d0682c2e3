package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final double STEP_S = 60;
    private static final double LEAD_S = 180;
    private static final double FULL_WH = 12_000;

    private final PeriodicSun sun = new PeriodicSun(); // 76 min of light, 20 min 40 s of shadow
    private final SteadySources sources = new SteadySources();
    private final Horizon horizon = new Horizon();
    private final Store store = new Store();

    HorizonTest() {
        store.hold(FULL_WH, 11_940);
        store.carry(15_000, 54_000);
        store.lose(0.95, 0.95, 0.97);
    }

    @Test
    @Tag("PWR-028")
    void stepsAreShortOnlyWhereTheLightChanges() {
        sun.phaseS = 30; // the shadow begins amid a step
        horizon.lay(sun, sources, 10_300, STEP_S);
        for (int step = 0; step < horizon.steps; step++) {
            double lengthS = horizon.startS[step + 1] - horizon.startS[step];
            boolean changing =
                    sun.sunlitRatio(STEP_S * Math.floor(horizon.startS[step] / STEP_S), roundedUp(step)) % 1 > 0;
            assertThat(lengthS).as("at %.0f s", horizon.startS[step]).isEqualTo(changing ? 10 : STEP_S);
        }
        assertThat(horizon.startS[horizon.at(4_530)]).isEqualTo(4_530);
        assertThat(horizon.entry[horizon.at(4_530)]).isTrue();
    }

    private double roundedUp(int step) {
        return STEP_S * (1 + Math.floor(horizon.startS[step] / STEP_S));
    }

    @Test
    @Tag("PWR-023")
    void itEndsAtTheLastEntryInItsSecondHalfAndElseWhereItWasTold() {
        horizon.lay(sun, sources, 11_600, STEP_S);
        assertThat(horizon.lengthS()).isEqualTo(5_800 + 4_560);
        assertThat(horizon.entry[horizon.steps]).isTrue();
        horizon.lay(sun, sources, 11_600 - 1_300, STEP_S);
        assertThat(horizon.lengthS()).as("the only entry is in the first half").isCloseTo(10_300, within(STEP_S));
        assertThat(horizon.entry[horizon.steps]).isTrue();
    }

    @Test
    @Tag("PWR-028")
    void itHasNeverMoreStepsThanThereIsRoomFor() {
        sun.sunS = 1e9;
        horizon.lay(sun, sources, 1e6, STEP_S);
        assertThat(horizon.steps).isEqualTo(Horizon.MAX_STEPS);
        assertThat(horizon.lengthS()).isEqualTo(Horizon.MAX_STEPS * STEP_S);
    }

    @Test
    @Tag("PWR-023")
    void withoutATaperTheBatteryIsWantedFullFromTheLeadOnAndNotBefore() {
        horizon.lay(sun, sources, 10_300, STEP_S);
        horizon.demandRecovery(store, LEAD_S);
        int entry = horizon.at(4_560);
        for (int step = entry; step >= entry - 3; step--) {
            assertThat(horizon.recoveredWh[step]).isEqualTo(11_940);
        }
        assertThat(horizon.recoveredWh[entry - 4]).isZero();
        assertThat(horizon.chargeW[entry - 1]).isEqualTo(15_000);
        assertThat(horizon.chargeW[0]).isEqualTo(15_000);
    }

    @Test
    @Tag("PWR-026")
    void withATaperItIsWantedFullerTheEarlierItTakesLess() {
        store.taper(3);
        horizon.lay(sun, sources, 10_300, STEP_S);
        horizon.demandRecovery(store, LEAD_S);
        int entry = horizon.at(4_560);
        double missingWh = 15_000 * 0.25 * 0.95 / 3; // at the end it takes a quarter of what it can
        assertThat(horizon.recoveredWh[entry]).isCloseTo(FULL_WH - missingWh, within(1e-6));
        assertThat(horizon.recoveredWh[entry - 3]).isEqualTo(horizon.recoveredWh[entry]);
        assertThat(horizon.chargeW[entry - 3])
                .as("within the lead nothing is left to take")
                .isEqualTo(15_000);
        for (int step = entry - 4; missingWh * 3 / 0.95 < 15_000; step--) {
            assertThat(horizon.chargeW[step]).isCloseTo(missingWh * 3 / 0.95, within(1e-6));
            missingWh *= Math.exp(3 / 60.0);
            assertThat(horizon.recoveredWh[step]).isCloseTo(FULL_WH - missingWh, within(1e-6));
        }
        assertThat(horizon.recoveredWh[entry - 4 - 40]).isZero();
    }

    @Test
    @Tag("PWR-023")
    void nothingIsWantedInTheShadow() {
        sun.sunS = 1_200; // too short to be charged in, with a battery as slow as this
        store.taper(1);
        horizon.lay(sun, sources, 3_700, STEP_S);
        horizon.demandRecovery(store, LEAD_S);
        assertThat(horizon.recoveredWh[horizon.at(600)]).isPositive();
        assertThat(horizon.recoveredWh[horizon.at(2_000)]).isZero();
        assertThat(horizon.recoveredWh[horizon.at(2_500)]).isPositive();
    }

    @Test
    @Tag("PWR-028")
    void aTimeBelongsToTheStepThatHasBegun() {
        for (int i = 0; i < 5; i++) {
            horizon.put(10 * (i + 1), 0, 0, 1); // from 0, 10, 30, 60 and 100 to 150
        }
        double[] timesS = {0, 9.9, 10, 29.9, 30, 60, 99, 100, 149, 1_000};
        int[] steps = {0, 0, 1, 1, 2, 3, 3, 4, 4, 4};
        for (int i = 0; i < timesS.length; i++) {
            assertThat(horizon.at(timesS[i])).as("at %.1f s", timesS[i]).isEqualTo(steps[i]);
        }
        assertThat(horizon.hours(4)).isCloseTo(50 / 3_600.0, within(1e-12));
    }
}
