package org.dawnline.fsw.core.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutiveAccountTest {
    private static final long P = 100 * Bench.MS;

    /** Counts its steps; throws in the cycles that it is told to. */
    private static final class Counter implements Component {
        private final String name;
        private final List<Long> cycles = new ArrayList<>();
        private long steps;
        private long throwsFrom = Long.MAX_VALUE;
        private int restarts;

        Counter(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void restart() {
            restarts++;
        }

        @Override
        public void step(Tick tick) {
            if (tick.cycle() >= throwsFrom) {
                throw new IllegalStateException("told to");
            }
            steps++;
            if (cycles.size() < 100) {
                cycles.add(tick.cycle());
            }
        }
    }

    private final Bench bench = new Bench();

    private static RateGroup group(String name, int divisor, int offset, long budgetNanos, Component... members) {
        return new RateGroup(name, divisor, offset, budgetNanos, List.of(members));
    }

    @Test
    @Tag("A1")
    @Tag("CORE-001")
    void aMillionTicksGiveExactlyFloorOfTicksByDivisorForEveryMember() {
        int[] divisors = {1, 2, 7, 10, 1000, 999_983};
        List<RateGroup> groups = new ArrayList<>();
        List<Counter> members = new ArrayList<>();
        for (int divisor : divisors) {
            Counter first = new Counter("a" + divisor);
            Counter second = new Counter("b" + divisor);
            members.addAll(List.of(first, second));
            groups.add(group("every" + divisor, divisor, divisor - 1, P / divisors.length, first, second));
        }
        bench.fly(P, groups);
        bench.tick(1_000_000);
        for (int i = 0; i < members.size(); i++) {
            assertThat(members.get(i).steps).as(members.get(i).name).isEqualTo(1_000_000L / divisors[i / 2]);
        }
    }

    @Test
    @Tag("A2")
    @Tag("CORE-002")
    void aStallOfOneCycleIsExactlyOneSlipAndNoLaterCycleIsLost() {
        Counter member = new Counter("member");
        Executive executive = bench.fly(P, member);
        bench.tick(20);
        bench.hal.chargeNanos.put("member", P + 1);
        bench.tick(1);
        bench.hal.chargeNanos.clear();
        bench.tick(79);
        assertThat(executive.slips()).isEqualTo(1);
        assertThat(member.steps).isEqualTo(99);
        assertThat(bench.value("core.sinceSlip")).isEqualTo(99 - 21);
        assertThat(bench.value("core.group.all.sinceSlip")).isEqualTo(77);
    }

    @Test
    @Tag("A2")
    @Tag("CORE-168")
    void slipsInARowAreReportedFirstAndThenOneInTenAndFirstAgainAfterAQuietTime() {
        bench.fly(P, new Counter("member"));
        bench.hal.chargeNanos.put("member", 2 * P);
        bench.tick(2 * 25);
        assertThat(bench.value("core.slips")).isEqualTo(24); // the 25th is known in the next cycle
        assertThat(bench.count("core.CYCLE_SLIP")).isEqualTo(3);
        bench.hal.chargeNanos.clear();
        bench.tick(200);
        assertThat(bench.count("core.CYCLE_SLIP")).isEqualTo(3);
        bench.hal.chargeNanos.put("member", 2 * P);
        bench.tick(2);
        bench.hal.chargeNanos.clear();
        bench.tick(2);
        assertThat(bench.count("core.CYCLE_SLIP")).isEqualTo(4);
    }

    @Test
    @Tag("A2")
    @Tag("CORE-168")
    void groupsTellLongestMeanAndNinetyNinthPercentile() {
        bench.fly(P, new Counter("member"));
        bench.hal.chargeNanos.put("member", 100_000L);
        bench.tick(990);
        bench.hal.chargeNanos.put("member", 8_000_000L);
        bench.tick(10);
        assertThat(bench.value("core.group.all.maxUs")).isEqualTo(8000);
        assertThat(bench.value("core.group.all.meanUs")).isEqualTo(179, within(1e-9));
        assertThat(bench.value("core.group.all.p99Us")).isBetween(100.0, 125.0);
        bench.tick(20);
        assertThat(bench.value("core.group.all.p99Us"))
                .as("more than one in a hundred")
                .isEqualTo(8000);
    }

    @Test
    @Tag("A2")
    @Tag("CORE-168")
    void thePercentileIsNeverMoreThanAQuarterAboveTheExactOne() {
        SplittableRandom luck = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            StepTimes times = new StepTimes();
            long[] all = new long[1 + luck.nextInt(3000)];
            double spread = luck.nextDouble() * 20;
            for (int i = 0; i < all.length; i++) {
                all[i] = (long) StrictMath.exp(7 + luck.nextDouble() * spread / 2);
                times.add(all[i]);
            }
            Arrays.sort(all);
            long exact = all[Math.max(0, all.length - 1 - all.length / 100)];
            assertThat((double) times.p99Nanos())
                    .as("run " + run)
                    .isBetween((double) exact, Math.max(1280, exact * 1.25));
            assertThat(times.longestNanos()).isEqualTo(all[all.length - 1]);
        }
        StepTimes none = new StepTimes();
        assertThat(none.p99Nanos()).isZero();
        assertThat(none.meanNanos()).isZero();
    }

    @Test
    @Tag("A3")
    @Tag("CORE-169")
    void aMemberWithAPhaseStepsSoManyCyclesAfterItsGroupAndTheFrameWaitsForIt() {
        Counter early = new Counter("early");
        Counter late = new Counter("late");
        Counter fast = new Counter("fast");
        RateGroup slow = group("slow", 5, 1, P / 2, early, late).withPhase(late, 3);
        bench.fly(P, List.of(group("fast", 1, 0, P / 2, fast), slow));
        bench.tick(5);
        assertThat(bench.frames).as("five of the fast group, one of the slow").isEqualTo(6);
        bench.tick(15);
        assertThat(early.cycles).containsExactly(1L, 6L, 11L, 16L);
        assertThat(late.cycles).containsExactly(4L, 9L, 14L, 19L);
        assertThat(bench.frames).isEqualTo(20 + 4);
        assertThat(bench.dictionary().frames()).hasSize(2);
    }

    @Test
    @Tag("A3")
    @Tag("CORE-169")
    void aPhaseMayWrapIntoTheNextPeriodOfTheGroupAndOneBeyondItIsRefused() {
        Counter late = new Counter("late");
        bench.fly(P, List.of(group("slow", 5, 4, P, new Counter("first"), late).withPhase(late, 2)));
        bench.tick(12);
        assertThat(late.cycles).containsExactly(1L, 6L, 11L);
        RateGroup five = group("five", 5, 0, P, late);
        assertThatThrownBy(() -> five.withPhase(late, 5)).hasMessageContaining("phase of late is 5, expected 0 to 4");
        assertThatThrownBy(() -> five.withPhase(new Counter("other"), 1)).hasMessageContaining("no member other");
    }

    @Test
    @Tag("A3")
    @Tag("CORE-169")
    void phasesSpreadTheWorstCaseSumThatIsRefusedWithoutThem() {
        Counter a = new Counter("a");
        Counter b = new Counter("b");
        RateGroup fast = group("fast", 1, 0, P / 2, new Counter("fast"));
        RateGroup slow = group("slow", 10, 0, P, a, b);
        assertThatThrownBy(() -> new Bench().fly(P, List.of(fast, slow))).hasMessageContaining("150000000 ns");
        bench.fly(P, List.of(fast, slow.withPhase(b, 5)));
        bench.tick(10);
        assertThat(b.cycles).containsExactly(5L);
    }

    @Test
    @Tag("A4")
    @Tag("CORE-170")
    void aSlowMemberIsNamedAndThreeBreachesInARowReachTheHookOnce() {
        List<Integer> told = new ArrayList<>();
        Executive executive = bench.fly(P, new Counter("quick"), new Counter("slow"), new Counter("last"));
        executive.onBrokenBudget(told::add);
        bench.hal.chargeNanos.put("slow", P / 3 + 1);
        bench.tick(2);
        assertThat(told).isEmpty();
        bench.hal.chargeNanos.clear();
        bench.tick(1);
        bench.hal.chargeNanos.put("slow", P / 3 + 1);
        bench.tick(2);
        assertThat(told).as("not in a row").isEmpty();
        bench.tick(1);
        assertThat(told)
                .containsExactly(bench.dictionary().enumeration("member").indexOf("slow"));
        assertThat(bench.count("core.BUDGET_BROKEN")).isEqualTo(1);
        assertThat(bench.value("core.member.slow.overBudget")).isEqualTo(5);
        assertThat(bench.value("core.member.quick.overBudget")).isZero();
    }

    @Test
    @Tag("A4")
    @Tag("E4")
    @Tag("CORE-170")
    void whoStaysSlowStartsOverThreeTimesAndIsThenOnlyToldOf() {
        Counter slow = new Counter("slow");
        bench.fly(P, new Counter("quick"), slow);
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.hal.chargeNanos.put("slow", P / 2 + 1);
        bench.tick(4);
        assertThat(slow.restarts).isEqualTo(1);
        bench.tick(40);
        assertThat(slow.restarts).isEqualTo(3);
        assertThat(slow.steps).as("it goes on").isEqualTo(44);
        assertThat(bench.count("core.BUDGET_BROKEN"))
                .as("after the last start, too")
                .isEqualTo(4);
        assertThat(bench.count("core.MEMBER_RESTARTED")).isEqualTo(3);
        assertThat(bench.value("core.member.slow.restarts")).isEqualTo(3);
        assertThat(bench.count("core.MEMBER_GIVEN_UP")).isZero();
        assertThat(bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
        assertThat(bench.hal.kicks).isEqualTo(44);
        slow.throwsFrom = 50;
        bench.tick(40);
        assertThat(slow.restarts)
                .as("slowness uses up no restart of a member that throws")
                .isEqualTo(6);
    }

    @Test
    @Tag("A4")
    @Tag("CORE-170")
    void aMemberMayDeclareABudgetOfItsOwnThatTheDictionaryTells() {
        Counter patient = new Counter("patient");
        Counter hasty = new Counter("hasty");
        RateGroup both = group("both", 1, 0, P / 2, patient, hasty).withBudget(patient, P / 2);
        bench.fly(P, List.of(both));
        bench.hal.chargeNanos.put("patient", P / 2);
        bench.hal.chargeNanos.put("hasty", P / 4 + 1);
        bench.tick(2);
        assertThat(bench.value("core.member.patient.overBudget")).isZero();
        assertThat(bench.value("core.member.hasty.overBudget")).isEqualTo(2);
        assertThat(bench.dictionary().channel("core.member.patient.overBudget").description())
                .contains("50000 us");
        assertThatThrownBy(() -> new Bench().fly(P, List.of(both.withBudget(hasty, P / 2 + 1))))
                .as("the sum of what is declared")
                .hasMessageContaining("100000001 ns");
        assertThatThrownBy(() -> both.withBudget(hasty, 0)).hasMessageContaining("budget of hasty is 0");
    }

    @Test
    @Tag("E5")
    @Tag("CORE-171")
    void theWatchdogIsKickedOnlyInCyclesThatKeepTheirDeadline() {
        bench.fly(P, new Counter("member"));
        bench.hal.chargeNanos.put("member", P);
        bench.tick(10);
        assertThat(bench.hal.kicks).as("just in time").isEqualTo(10);
        bench.hal.chargeNanos.put("member", P + 1);
        bench.tick(10);
        assertThat(bench.hal.kicks).isEqualTo(10);
        bench.hal.chargeNanos.clear();
        bench.tick(10);
        assertThat(bench.hal.kicks).isEqualTo(20);
    }

    @Test
    @Tag("E5")
    @Tag("CORE-171")
    void theWatchdogStarvesWhileSomethingVitalIsMissing() {
        boolean[] vital = {true};
        Executive executive = bench.fly(P, new Counter("member"));
        executive.kickWhile(() -> vital[0]);
        bench.tick(5);
        vital[0] = false;
        bench.tick(5);
        assertThat(bench.hal.kicks).isEqualTo(5);
    }

    @Test
    @Tag("E4")
    @Tag("CORE-171")
    void whoStarvesTheWatchdogThatDoesNotBiteEndsForTheSupervisor() {
        boolean[] vital = {true};
        Executive executive = bench.fly(P, new Counter("member"));
        executive.kickWhile(() -> vital[0]);
        executive.endWhenStarvedFor(3);
        bench.tick(100);
        vital[0] = false;
        bench.tick(20);
        vital[0] = true;
        bench.tick(20);
        vital[0] = false;
        bench.tick(20);
        assertThat(executive.starved()).as("two seconds are not yet too long").isFalse();
        bench.tick(100);
        assertThat(executive.starved()).isTrue();
        assertThat(executive.cyclesRun()).as("3 s after the last kick").isEqualTo(100 + 20 + 20 + 31);
    }

    @Test
    @Tag("E4")
    @Tag("CORE-171")
    void unlessItIsToldAnExecutiveThatStarvesTheWatchdogFliesOn() {
        Executive executive = bench.fly(P, new Counter("member"));
        executive.kickWhile(() -> false);
        bench.tick(10_000);
        assertThat(executive.starved()).isFalse();
        assertThat(executive.cyclesRun()).isEqualTo(10_000);
    }

    /** One fault in each of the six parts of a cycle: the cycle goes on to its end, is not sound, and the next one is. */
    @ParameterizedTest
    @Tag("E8")
    @Tag("CORE-003")
    @ValueSource(strings = {"SENSE", "OBEY", "DECIDE", "ACT", "REPORT", "LIVE"})
    void aFaultInAnyPartOfTheCycleCostsOneKickAndNothingElse(String part) {
        Counter member = new Counter("member");
        Counter other = new Counter("other");
        Executive executive = bench.fly(P, other, member);
        bench.modes.endBoot(Mode.OPERATIONAL);
        Faults faults = new Faults();
        executive.attach(faults);
        bench.modes.onEntry(faults);
        bench.tick(5);
        long kicks = bench.hal.kicks;
        bench.hal.latchThrows = part.equals("SENSE");
        bench.hal.applyThrows = part.equals("ACT");
        bench.hal.kickThrows = part.equals("LIVE");
        faults.onEntry = part.equals("OBEY");
        faults.onFrame = part.equals("REPORT");
        if (part.equals("DECIDE")) {
            member.throwsFrom = 5;
        }
        bench.modes.requestSafe(); // a mode is entered
        bench.tick(1);
        bench.hal.latchThrows = false;
        bench.hal.applyThrows = false;
        bench.hal.kickThrows = false;
        faults.onEntry = false;
        faults.onFrame = false;
        member.throwsFrom = Long.MAX_VALUE;
        assertThat(bench.hal.kicks).as("not in this cycle").isEqualTo(kicks);
        bench.tick(5);
        assertThat(bench.hal.kicks).isEqualTo(kicks + 5);
        assertThat(other.steps).isEqualTo(11);
        assertThat(bench.frames).isEqualTo(11);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(executive.slips()).isZero();
    }

    private static final class Faults implements Recorder, ModeEntry {
        private boolean onEntry;
        private boolean onFrame;

        @Override
        public boolean entered(Mode mode) {
            if (onEntry) {
                throw new IllegalStateException("told to");
            }
            return true;
        }

        @Override
        public void begin(Dictionary dictionary) {}

        @Override
        public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
            if (onFrame) {
                throw new IllegalStateException("told to");
            }
        }

        @Override
        public void events(EventLog events, long cycle, long utcNanos) {}

        @Override
        public void reports(CommandReports reports, long cycle, long utcNanos) {}
    }

    @Test
    @Tag("E4")
    @Tag("CORE-172")
    void anOptionalMemberThatIsGivenUpIsAnEventAndDoesNotStarveTheWatchdog() {
        Counter planner = new Counter("planner");
        Counter reflex = new Counter("reflex");
        planner.throwsFrom = 3;
        Executive executive = bench.fly(P, reflex, planner);
        executive.makeOptional(planner);
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(50);
        assertThat(reflex.steps).isEqualTo(50);
        assertThat(bench.hal.kicks).isEqualTo(50);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("core.MEMBER_RESTARTED")).isEqualTo(3);
        assertThat(bench.count("core.OPTIONAL_GIVEN_UP")).isEqualTo(1);
        assertThat(bench.count("core.MEMBER_GIVEN_UP")).isZero();
        assertThat(executive.sound()).isFalse();
    }

    @Test
    @Tag("A9")
    @Tag("CORE-172")
    void whatIsLeftOutNeverStepsAndOnlyWhatIsOptionalCanBe() {
        Counter planner = new Counter("planner");
        Counter reflex = new Counter("reflex");
        Executive executive = bench.fly(P, reflex, planner);
        assertThatThrownBy(() -> executive.leaveOut(reflex)).hasMessageContaining("reflex cannot be left out");
        assertThatThrownBy(() -> executive.makeOptional(new Counter("x")))
                .hasMessageContaining("x is in no rate group");
        executive.makeOptional(planner);
        executive.leaveOut(planner);
        bench.tick(5);
        assertThat(planner.steps).isZero();
        assertThat(bench.hal.kicks).isEqualTo(5);
        assertThat(executive.sound()).isTrue();
    }

    /** Each of four members throws in each kind of cycle there is; whatever it is, all others keep their steps. */
    @Test
    @Tag("E8")
    @Tag("CORE-003")
    void whoeverThrowsWheneverAllOthersKeepTheirSteps() {
        for (int guilty = 0; guilty < 4; guilty++) {
            for (long from = 0; from < 20; from++) {
                Bench flight = new Bench();
                Counter[] members = {new Counter("m0"), new Counter("m1"), new Counter("m2"), new Counter("m3")};
                members[guilty].throwsFrom = from;
                RateGroup slow =
                        group("slow", 5, 2, P / 2, members[2], members[3]).withPhase(members[3], 1);
                flight.fly(P, List.of(group("fast", 1, 0, P / 2, members[0], members[1]), slow));
                flight.tick(40);
                for (int i = 0; i < members.length; i++) {
                    long due = i < 2 ? 40 : 8;
                    assertThat(members[i].steps == due)
                            .as("m%d while m%d throws from %d", i, guilty, from)
                            .isEqualTo(i != guilty);
                }
                assertThat(flight.value("core.cycles")).isEqualTo(40);
            }
        }
    }
}
