package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.power.plan.ConcaveWork;
import org.dawnline.fsw.power.plan.LumpedLoop;
import org.dawnline.fsw.power.plan.PeriodicSun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArbiterTest {
    private static final double ORBIT_S = 5_800;
    private static final double LOOP_W = 127_000;

    private final PeriodicSun sun = new PeriodicSun();
    private final LumpedLoop loop = new LumpedLoop();
    private final ConcaveWork work = new ConcaveWork();
    private final InlineWorker inline = new InlineWorker();
    private Worker worker = inline;
    private double heatGrantW = 150_000;
    private double loopW = LOOP_W;
    private double forecasts = 1;
    private boolean warmthWanted;
    private final PowerBench bench = new PowerBench(1, this::arbiter, "arbiter.grantW");

    private List<Component> arbiter(PowerBench on) {
        Face thermal = on.harness.face("thermal");
        Channel grant = thermal.channel("heatGrantW", Unit.WATT, "rack input that heat allows");
        Channel warmth = thermal.channel("warmthWanted", Unit.NONE, "whether idle GPUs should stay awake");
        Channel capability = thermal.channel("capabilityW", Unit.WATT, "rack input that the loop carries for ever");
        Channel made = thermal.channel("forecasts", Unit.COUNT, "forecasts made");
        Component world = new Component() {
            @Override
            public String name() {
                return "thermal";
            }

            @Override
            public void step(Tick tick) {
                sun.sunS = on.sunS;
                sun.shadowS = on.shadowS;
                sun.phaseS = on.timeS;
                sun.reachS = on.known ? 3 * ORBIT_S : -1;
                grant.set(heatGrantW);
                warmth.set(warmthWanted);
                capability.set(loopW);
                made.set(forecasts);
            }
        };
        Arbiter arbiter = new Arbiter(
                on.harness.face("arbiter"),
                PowerBench.ai1(),
                task -> worker.offer(task),
                on.manager,
                new Outlooks(on.forecast, made, sun, loop, grant, warmth, capability, work),
                on.harness.hal().compute,
                on.harness.modes());
        return List.of(world, arbiter);
    }

    private double grantW() {
        return bench.harness.value("arbiter.grantW");
    }

    private String constraint() {
        return bench.harness.state("arbiter.binding_constraint");
    }

    private double value(String channel) {
        return bench.harness.value("arbiter." + channel);
    }

    @Test
    @Tag("PWR-020")
    void juneOrbitGetsAllThatPhysicsAllowsAndEndsFull() {
        bench.fly(bench.sunS);
        for (int orbit = 0; orbit < 2; orbit++) {
            double before = bench.computeWh;
            bench.minSoc = 1;
            bench.fly(bench.shadowS + bench.sunS);
            assertThat(bench.computeWh - before).isBetween(159_500.0, 161_000.0);
            assertThat(bench.minSoc).isBetween(0.60, 0.615);
            assertThat(bench.soc).isGreaterThan(0.99);
        }
        assertThat(bench.harness.events("arbiter.PLAN_INFEASIBLE")).isEmpty();
    }

    @Test
    @Tag("PWR-029")
    void surpriseIsPlannedForWithinASecond() {
        bench.fly(100);
        double plans = value("plans");
        bench.harness.tick();
        assertThat(value("plans")).isEqualTo(plans);
        work.demandW = 60_000;
        bench.fly(2);
        assertThat(grantW()).isCloseTo(60_000, within(1.0));
        assertThat(value("surprises.DEMAND")).isEqualTo(1);
        loopW = 60_000;
        bench.fly(2);
        assertThat(value("surprises.LOOP")).isEqualTo(1);
        bench.arrayRatio = 0.5;
        bench.fly(10);
        assertThat(value("surprises.ARRAY")).isGreaterThanOrEqualTo(1);
        forecasts = 2;
        bench.fly(1);
        assertThat(value("surprises.FORECAST")).isEqualTo(1);
        bench.eps.stringConnected[0] = false;
        bench.fly(2);
        assertThat(value("surprises.BATTERY")).isGreaterThanOrEqualTo(1);
        bench.harness.parameter("arbiter.capW").set(50_000);
        bench.fly(1);
        assertThat(value("surprises.SETTINGS")).isEqualTo(1);
        assertThat(grantW()).isLessThanOrEqualTo(50_000);
        assertThat(bench.harness.events("arbiter.SURPRISE")).isNotEmpty();
    }

    @Test
    @Tag("PWR-081")
    void settingsThatChangeTogetherAreNoticedHoweverTheyAddUp() {
        bench.fly(100);
        for (int k = 1; k <= 3; k++) {
            bench.harness.parameter("arbiter.capW").set(150_000 - 3_000 * k);
            bench.harness.parameter("arbiter.sustainedW").set(126_000 + 1_000 * k);
            bench.fly(1);
            assertThat(value("surprises.SETTINGS")).isEqualTo(k);
        }
    }

    @Test
    @Tag("PWR-029")
    void withoutSurpriseThereIsOnePlanAMinute() {
        bench.fly(60);
        double plans = value("plans");
        double surprises = value("surprises");
        bench.fly(600);
        assertThat(value("plans") - plans).isEqualTo(10);
        assertThat(value("surprises")).isEqualTo(surprises);
        assertThat(bench.harness.state("arbiter.surprise")).isEqualTo("NONE");
    }

    @Test
    @Tag("PWR-030")
    void plainRulesGrantWithoutAPlan() {
        bench.known = false;
        bench.fly(10);
        assertThat(constraint()).isEqualTo("NO_PLAN");
        assertThat(grantW()).isEqualTo(bench.harness.value("power.computeGrantW"));
        assertThat(bench.harness.events("arbiter.PLAN_FAILED")).hasSize(1);
        bench.known = true;
        bench.fly(70);
        assertThat(constraint()).isEqualTo("DEMAND");
        assertThat(bench.harness.events("arbiter.PLAN_READY")).hasSize(1);
        bench.known = false;
        bench.fly(600);
        assertThat(constraint()).isEqualTo("DEMAND"); // the last plan still covers it
        bench.fly(600);
        assertThat(constraint()).isEqualTo("NO_PLAN");
        assertThat(bench.harness.events("arbiter.PLAN_LOST")).hasSize(1);
    }

    @Test
    @Tag("PWR-030")
    void plainRulesGrantOnCommandOfTheGround() {
        bench.fly(10);
        bench.harness.parameter("arbiter.enabled").set(0);
        bench.fly(1);
        assertThat(constraint()).isEqualTo("NO_PLAN");
    }

    @Test
    @Tag("PWR-030")
    void planThatIsLateOrRefusedDelaysNothing() {
        bench.fly(100);
        double plans = value("plans");
        worker = task -> false;
        bench.fly(200);
        assertThat(value("plans")).isEqualTo(plans);
        assertThat(grantW()).isCloseTo(120_000, within(1.0));
        List<Runnable> waiting = new ArrayList<>();
        worker = waiting::add;
        bench.fly(200);
        assertThat(waiting).hasSize(1);
        waiting.get(0).run();
        worker = inline;
        bench.fly(2);
        assertThat(value("plans")).isGreaterThan(plans);
    }

    @Test
    @Tag("PWR-082")
    void planOfAnotherModeIsNotFlown() {
        bench.fly(100);
        assertThat(constraint()).isEqualTo("DEMAND");
        worker = task -> false;
        bench.harness.command("mode.SET", Mode.STANDBY.ordinal());
        bench.fly(1);
        assertThat(constraint()).isEqualTo("NO_PLAN");
        assertThat(grantW()).isEqualTo(bench.harness.value("power.computeGrantW"));
        worker = inline;
        bench.fly(1);
        assertThat(constraint()).isNotEqualTo("NO_PLAN");
        worker = task -> false;
        bench.harness.command("mode.SET", Mode.OPERATIONAL.ordinal());
        bench.fly(1);
        assertThat(constraint()).isEqualTo("NO_PLAN");
    }

    @Test
    @Tag("PWR-031")
    void constraintThatDecidesIsTold() {
        bench.fly(100);
        assertThat(constraint()).isEqualTo("DEMAND");
        work.demandW = 150_000;
        bench.harness.parameter("arbiter.capW").set(90_000);
        bench.fly(2);
        assertThat(constraint()).isEqualTo("CAP");
        heatGrantW = 80_000;
        bench.fly(2);
        assertThat(constraint()).isEqualTo("DIE_TEMPERATURE");
        loopW = 70_000;
        bench.fly(2);
        assertThat(constraint()).isEqualTo("LOOP");
        heatGrantW = 150_000;
        loopW = LOOP_W;
        bench.harness.parameter("arbiter.capW").set(150_000);
        bench.timeS = bench.sunS + 300;
        bench.fly(20);
        assertThat(constraint()).isEqualTo("STORED_ENERGY");
        bench.harness.modes().requestSafe();
        bench.fly(2);
        assertThat(constraint()).isEqualTo("MODE");
        assertThat(grantW()).isZero();
    }

    @Test
    @Tag("THM-055")
    void inSafeTheRackIsFedForItsWarmthAlone() {
        bench.timeS = bench.sunS + 300;
        bench.fly(20);
        bench.harness.modes().requestSafe();
        bench.fly(2);
        assertThat(grantW()).isZero();
        warmthWanted = true;
        bench.fly(2);
        assertThat(constraint()).isEqualTo("COLD");
        assertThat(grantW()).isPositive();
    }

    @Test
    @Tag("THM-055")
    void warmthForPanelsThatCallForItComesAndGoesInAMinuteAndNotAtABlow() {
        bench.timeS = bench.sunS + 300;
        bench.fly(20);
        bench.harness.modes().requestSafe();
        warmthWanted = true;
        bench.fly(90);
        double allW = grantW();
        warmthWanted = false;
        bench.fly(30);
        assertThat(grantW()).isBetween(0.4 * allW, 0.6 * allW);
        bench.fly(40);
        assertThat(grantW()).isZero();
        assertThat(constraint()).isEqualTo("MODE");
        warmthWanted = true;
        bench.fly(30);
        assertThat(grantW()).isBetween(0.4 * allW, 0.6 * allW);
        bench.harness.parameter("arbiter.warmthS").set(10);
        warmthWanted = false;
        bench.fly(10);
        assertThat(grantW()).as("sooner when it is told to").isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5, true", "0.4, false"})
    @Tag("PWR-006")
    void warmthInSafeMayUseHalfOfWhatLiesBelowTheRoutineReserve(double socRatio, boolean warmed) {
        bench.timeS = bench.sunS + 300;
        bench.soc = socRatio;
        bench.eps.socGaugeRatio = socRatio;
        bench.fly(20);
        bench.harness.modes().requestSafe();
        warmthWanted = true;
        bench.fly(2);
        assertThat(grantW() > 0).isEqualTo(warmed);
    }

    @Test
    @Tag("PWR-031")
    void batteryAtItsReserveCarriesTheBusOnly() {
        bench.timeS = bench.sunS + 300;
        bench.soc = 0.6;
        bench.eps.socGaugeRatio = 0.6;
        bench.fly(20);
        assertThat(constraint()).isEqualTo("RESERVE");
        assertThat(grantW()).isLessThanOrEqualTo(work.leastW);
    }

    @Test
    @Tag("PWR-031")
    void aPlanThatCannotHoldTheReserveIsToldOnce() {
        bench.timeS = bench.sunS + 100;
        bench.soc = 0.605;
        bench.eps.socGaugeRatio = 0.605;
        bench.fly(200);
        assertThat(bench.harness.events("arbiter.PLAN_INFEASIBLE")).hasSize(1);
        assertThat(bench.harness.events("arbiter.PLAN_TOO_COLD")).isEmpty();
    }

    @Test
    @Tag("PWR-031")
    void aPlanWithoutEnergyForTheWarmthThatIsNeededIsToldOnce() {
        work.demandW = 4_000;
        work.spareWarmthW = 50_000;
        loop.skyK = 250;
        loop.coldestK = 275;
        bench.fly(200);
        assertThat(bench.harness.events("arbiter.PLAN_TOO_COLD")).hasSize(1);
    }

    @Test
    @Tag("PWR-029")
    void changesThatAreNoMoreThanNoiseAreNoSurprise() {
        bench.fly(100);
        double surprises = value("surprises");
        work.demandW *= 0.99;
        loopW *= 0.99;
        bench.arrayRatio = 0.99;
        bench.fly(120);
        assertThat(value("surprises")).isEqualTo(surprises);
    }

    @Test
    @Tag("PWR-032")
    @Tag("J5")
    void burstLastsAsLongAsItsCreditAndThenThereIsTheSustainedPower() {
        bench.shadowS = 0;
        bench.sunS = 1e6;
        bench.arrayRatio = 1.3;
        work.demandW = 150_000;
        loop.skyK = 250;
        bench.fly(120);
        assertThat(grantW()).isEqualTo(150_000);
        bench.fly(2_400);
        assertThat(grantW()).isGreaterThan(149_000);
        bench.fly(1_200);
        assertThat(grantW()).isCloseTo(126_000, within(1_000.0));
        assertThat(constraint()).isEqualTo("BURST_CREDIT");
        assertThat(value("creditWh")).isBetween(-50.0, 50.0);
        work.demandW = 60_000;
        bench.fly(1_200);
        assertThat(value("creditWh")).isGreaterThan(15_000);
    }

    @Test
    @Tag("PWR-033")
    void grantDoesNotTrembleWithNoisyMeters() {
        bench.noiseRatio = 0.002;
        work.demandW = 150_000;
        bench.fly(600);
        assertThat(trembling(2_400)).isLessThan(0.02);
        bench.timeS = bench.sunS + 60;
        bench.fly(20);
        assertThat(trembling(900)).isLessThan(0.02);
    }

    // Rms of the grant about its mean over the last minute, over that mean.
    private double trembling(int seconds) {
        double[] grants = new double[seconds];
        double squares = 0;
        int judged = 0;
        for (int i = 0; i < seconds; i++) {
            bench.fly(1);
            grants[i] = grantW();
            if (i >= 60) {
                double mean = 0;
                for (int k = i - 59; k <= i; k++) {
                    mean += grants[k] / 60;
                }
                squares += (grants[i - 30] - mean) * (grants[i - 30] - mean) / mean / mean;
                judged++;
            }
        }
        return Math.sqrt(squares / judged);
    }

    @Test
    @Tag("PWR-034")
    void jobsThatDrawLessThanTheyMayGetMoreThanTheArrayGives() {
        work.demandW = 150_000;
        work.useRatio = 0.7;
        bench.fly(60);
        double balanceW = (PowerBench.SUNLIT_W - PowerBench.BUS_W) * PowerBench.PDU;
        assertThat(grantW()).isGreaterThan(balanceW + 5_000);
    }

    @Test
    @Tag("PWR-027")
    void unknownChargeOrHeatGrantsNothingThatRestsOnIt() {
        bench.timeS = bench.sunS + 300;
        bench.fly(30);
        assertThat(grantW()).isGreaterThan(10_000);
        heatGrantW = Double.NaN;
        bench.fly(1);
        assertThat(grantW()).isZero();
    }

    @Test
    @Tag("PWR-029")
    void aLoopThatCarriesLessIsASurpriseBeyondAPartOfTheCap() {
        bench.fly(100);
        double toleranceW = bench.harness.parameter("arbiter.surpriseRatio").value()
                * bench.harness.parameter("arbiter.capW").value();
        loopW = LOOP_W - 0.95 * toleranceW;
        bench.fly(2);
        assertThat(value("surprises.LOOP")).isZero();
        loopW = LOOP_W - 1.05 * toleranceW;
        bench.fly(2);
        assertThat(value("surprises.LOOP")).isEqualTo(1);
        assertThat(bench.harness.events("arbiter.SURPRISE").get(0).arguments())
                .startsWith((double) Surprise.LOOP.ordinal(), LOOP_W, loopW);
    }

    @Test
    @Tag("PWR-029")
    void whatBecomesUnknownIsASurpriseOnce() {
        bench.fly(100);
        loopW = Double.NaN;
        bench.fly(30);
        assertThat(value("surprises.LOOP")).isEqualTo(1);
        loopW = LOOP_W;
        bench.fly(20);
        assertThat(value("surprises.LOOP")).isEqualTo(2);
        forecasts = 3;
        bench.fly(2);
        assertThat(value("surprises.FORECAST")).isEqualTo(1);
        assertThat(bench.harness.events("arbiter.SURPRISE"))
                .as("forecasts come every few minutes")
                .hasSize(2);
    }

    @Test
    @Tag("PWR-006")
    void inSafeWithALowBatteryWarmthGetsWhatBusAndMarginLeaveOfTheArray() {
        bench.arrayRatio = 0.3;
        bench.soc = 0.4;
        bench.eps.socGaugeRatio = 0.4;
        bench.fly(20);
        bench.harness.modes().requestSafe();
        warmthWanted = true;
        bench.fly(200);
        double plannedW = 0.3
                * PowerBench.SUNLIT_W
                * (1 - bench.harness.parameter("arbiter.arrayMarginRatio").value());
        assertThat(constraint()).isEqualTo("COLD");
        assertThat(grantW()).isCloseTo((plannedW - PowerBench.BUS_W) * PowerBench.PDU, within(300.0));
    }

    @Test
    @Tag("PWR-020")
    void justBeforeSunriseAFullBatteryGivesAllThatItMayAndTheBusIsServedFirst() {
        bench.timeS = bench.sunS + bench.shadowS - 120;
        bench.fly(100);
        double mostW =
                60_000 * bench.harness.parameter("power.dischargeUseRatio").value();
        assertThat(constraint()).isEqualTo("DISCHARGE_LIMIT");
        assertThat(grantW()).isCloseTo((mostW - PowerBench.BUS_W) * PowerBench.PDU, within(100.0));
    }

    @Test
    @Tag("CMP-054")
    void whatIsComingWhenAGpuHasWokenIsTold() {
        bench.timeS = bench.sunS + bench.shadowS - 120;
        bench.fly(120 - bench.harness.parameter("arbiter.wakeS").value() / 2);
        assertThat(grantW()).isLessThan(60_000);
        assertThat(value("comingW")).isGreaterThan(100_000);
        bench.known = false;
        bench.fly(1_200);
        assertThat(value("comingW")).isZero();
    }

    @Test
    @Tag("CMP-053")
    void justBeforeTheSunGpusWakeForWhatIsComing() {
        double wakeS = bench.harness.parameter("arbiter.wakeS").value();
        work.readyW = 40_000;
        work.readyForW = 100_000;
        bench.timeS = bench.sunS - 120;
        bench.fly(120 + bench.shadowS - 3 * wakeS);
        assertThat(grantW()).isBetween(10_000.0, 35_000.0);
        bench.fly(2.5 * wakeS);
        assertThat(grantW()).isCloseTo(40_000, within(500.0));
    }
}
