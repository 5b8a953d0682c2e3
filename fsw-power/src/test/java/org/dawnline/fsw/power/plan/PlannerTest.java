package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final double ORBIT_S = 5_800;
    private static final double STEP_S = 60;
    private static final double LEAD_S = 180;

    private final PeriodicSun sun = new PeriodicSun();
    private final SteadySources sources = new SteadySources();
    private final LumpedLoop loop = new LumpedLoop();
    private final ConcaveWork work = new ConcaveWork();
    private final Situation situation = new Situation();
    private final Planner planner = new Planner(sun, sources, loop);
    private final Plan plan = new Plan();

    PlannerTest() {
        situation.store().hold(12_000, 11_940);
        situation.store().carry(15_000, 54_000);
        situation.store().lose(0.95, 0.95, 0.97);
        situation.burst().allow(120_000, 20_000);
        situation.burst().fill();
        situation.begin(12_000, 150_000);
    }

    private void make() {
        work.latch();
        situation.demand().take(work);
        assertThat(planner.make(plan, situation, 2 * ORBIT_S, STEP_S, LEAD_S)).isTrue();
    }

    @Test
    @Tag("PWR-020")
    @Tag("J2")
    void juneOrbitUsesAllOfTheBatteryInTheShadowAndIsFullBeforeTheNext() {
        make();
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.leastStoredWh(0)).isBetween(0.0, 60.0);
        assertThat(plan.entryStoredWh(0)).isGreaterThanOrEqualTo(11_940);
        assertThat(plan.entryStoredWh(ORBIT_S)).isGreaterThanOrEqualTo(11_930);
        assertThat(plan.rackWh(0, ORBIT_S)).isBetween(159_500.0, 160_800.0);
    }

    @Test
    @Tag("PWR-020")
    @Tag("J2")
    void shadowIsSharedEvenly() {
        make();
        double early = plan.rackW(sun.sunS + 60);
        assertThat(early).isGreaterThan(20_000);
        for (double timeS = sun.sunS + 60; timeS < ORBIT_S - 60; timeS += STEP_S) {
            assertThat(plan.rackW(timeS)).isCloseTo(early, within(1.0));
        }
    }

    @Test
    @Tag("PWR-023")
    void planEndsAtAnEntryIntoEclipseWithAFullBattery() {
        make();
        assertThat(plan.lengthS()).isCloseTo(ORBIT_S + sun.sunS, within(STEP_S));
        assertThat(plan.storedWh(plan.lengthS())).isGreaterThanOrEqualTo(11_930);
    }

    @Test
    @Tag("PWR-023")
    void withoutEclipsesTheBatteryIsFilledAndLeftAlone() {
        sun.shadowS = 0;
        sun.sunS = ORBIT_S;
        situation.begin(6_000, 150_000);
        make();
        assertThat(plan.lengthS()).isCloseTo(2 * ORBIT_S, within(STEP_S));
        assertThat(plan.storedWh(plan.lengthS())).isGreaterThanOrEqualTo(11_930);
        assertThat(plan.leastStoredWh(0)).isGreaterThanOrEqualTo(5_999);
    }

    @Test
    @Tag("PWR-024")
    @Tag("J5")
    void burstIsPlannedOnlyAsFarAsDiesAndCreditAllow() {
        sun.shadowS = 0;
        sun.sunS = ORBIT_S;
        sources.sunlitW = 200_000;
        loop.nowK = 343;
        work.demandW = 150_000;
        make();
        assertThat(plan.rackW(0)).isGreaterThan(140_000);
        assertThat(plan.rackW(600)).isCloseTo(128_000, within(1_500.0));
        assertThat(plan.rackW(2 * ORBIT_S - 120)).isCloseTo(120_000, within(1_500.0));
        assertThat(plan.passes()).isBetween(2, Planner.MAX_PASSES);
    }

    @Test
    @Tag("PWR-025")
    void loopThatGetsTooColdInTheShadowIsKeptWarmByARackWithoutWork() {
        work.demandW = 4_000;
        work.spareWarmthW = 50_000;
        loop.skyK = 250;
        make();
        assertThat(plan.rackW(ORBIT_S - 120)).isLessThan(4_001);
        loop.coldestK = 260;
        make();
        assertThat(plan.rackW(ORBIT_S - 120)).isCloseTo(20_000, within(1_500.0));
        assertThat(plan.tooCold()).isFalse();
    }

    @Test
    @Tag("PWR-025")
    void loopThatTheBatteryCannotKeepWarmIsWarmedBeforeTheShadow() {
        work.demandW = 4_000;
        work.spareWarmthW = 50_000;
        loop.skyK = 250;
        loop.coldestK = 275;
        make();
        assertThat(plan.tooCold()).isTrue();
        assertThat(plan.rackW(sun.sunS - 120)).isGreaterThan(30_000);
    }

    @Test
    @Tag("PWR-026")
    void batteryThatTapersIsChargedEarlierAndNoPowerIsKeptForWhatItDoesNotTake() {
        situation.begin(3_000, 150_000);
        situation.store().taper(3);
        make();
        double lateW = Math.min(15_000, situation.store().taperedW(12_000 - plan.storedWh(sun.sunS - 300)));
        assertThat(lateW).isLessThan(15_000);
        assertThat(plan.rackW(sun.sunS - 300)).isEqualTo(120_000);
        assertThat(plan.entryStoredWh(0)).isGreaterThan(10_600);
    }

    @Test
    @Tag("PWR-027")
    void nothingIsPlannedWithUnknownChargeOrWithoutForecast() {
        work.latch();
        situation.demand().take(work);
        situation.begin(Double.NaN, 150_000);
        assertThat(planner.make(plan, situation, 2 * ORBIT_S, STEP_S, LEAD_S)).isFalse();
        situation.begin(12_000, 150_000);
        assertThat(planner.make(plan, situation, Double.NaN, STEP_S, LEAD_S)).isFalse();
        assertThat(plan.covers(0)).isFalse();
    }

    @Test
    @Tag("PWR-028")
    void planningIsBoundedAndAllocatesNothing() {
        work.demandW = 150_000;
        SplittableRandom random = new SplittableRandom(5);
        make();
        long before = 0;
        for (int run = 0; run < 60; run++) {
            if (run == 30) {
                before = allocatedBytes();
            }
            situation.begin(random.nextDouble(0, 12_000), 150_000);
            loop.nowK = random.nextDouble(280, 360);
            sun.phaseS = random.nextDouble(0, ORBIT_S);
            planner.make(plan, situation, 2 * ORBIT_S, STEP_S, LEAD_S);
            assertPasses();
        }
        assertThat(allocatedBytes() - before).isLessThan(30 * 200);
    }

    @Test
    @Tag("PWR-020")
    void whatIsPlannedToBeStoredFollowsFromWhatIsPlannedToBeDrawn() {
        make();
        Store store = situation.store();
        double storedWh = situation.storedWh();
        for (double timeS = 0; timeS < ORBIT_S - STEP_S; timeS += STEP_S) {
            assertThat(plan.storedWh(timeS)).as("at %.0f s", timeS).isCloseTo(storedWh, within(0.01));
            assertThat(plan.arrayW(timeS)).isEqualTo(timeS < sun.sunS ? sources.sunlitW : 0);
            double batteryW =
                    store.batteryW(plan.rackW(timeS), plan.arrayW(timeS), sources.busW, storedWh, store.chargeW());
            double afterWh = store.after(storedWh, batteryW, STEP_S / 3_600);
            assertThat(plan.storedWh(timeS + STEP_S / 4)).isCloseTo(storedWh + (afterWh - storedWh) / 4, within(0.01));
            storedWh = afterWh;
        }
        double worth = 0;
        for (double timeS = 0; timeS < plan.lengthS(); timeS += 10) { // the shortest step
            worth += situation.demand().worth(plan.rackW(timeS)) * 10 / 3_600;
        }
        assertThat(plan.worth()).isCloseTo(worth, within(worth * 1e-9));
    }

    @Test
    @Tag("PWR-020")
    void sumsAndEndsOfAPlanCountFromTheTimeThatIsAskedFor() {
        make();
        assertThat(plan.rackWh(0, 3_600)).isCloseTo(120_000, within(1.0));
        assertThat(plan.rackWh(30, 90)).isCloseTo(2_000, within(0.1));
        assertThat(plan.rackWh(600, 600)).isZero();
        assertThat(plan.leastStoredWh(0)).isEqualTo(plan.storedWh(ORBIT_S));
        assertThat(plan.leastStoredWh(ORBIT_S + 600)).isGreaterThan(plan.storedWh(ORBIT_S));
        assertThat(plan.entryStoredWh(100)).isEqualTo(plan.storedWh(sun.sunS));
        assertThat(plan.entryStoredWh(sun.sunS + 1_000)).isEqualTo(plan.storedWh(plan.lengthS()));
        assertThat(plan.sunlitRatio(100)).isEqualTo(1);
        assertThat(plan.sunlitRatio(sun.sunS + 100)).isZero();
    }

    @Test
    @Tag("PWR-028")
    void aPlanThatIsMadeAgainKeepsNothingOfTheOneBefore() {
        work.demandW = 4_000;
        work.spareWarmthW = 50_000;
        loop.skyK = 250;
        make();
        double worth = plan.worth();
        double coldW = plan.rackW(ORBIT_S - 120);
        loop.coldestK = 275;
        make();
        assertThat(plan.highestFloorW()).isPositive();
        assertThat(plan.floorW(sun.sunS - 120)).isPositive();
        loop.coldestK = 0;
        make();
        assertThat(plan.highestFloorW()).isZero();
        assertThat(plan.worth()).isEqualTo(worth);
        assertThat(plan.rackW(ORBIT_S - 120)).isEqualTo(coldW);
    }

    private void assertPasses() {
        if (plan.passes() < 1 || plan.passes() > Planner.MAX_PASSES || plan.steps() > Horizon.MAX_STEPS) {
            throw new AssertionError(plan.passes() + " passes, " + plan.steps() + " steps");
        }
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
