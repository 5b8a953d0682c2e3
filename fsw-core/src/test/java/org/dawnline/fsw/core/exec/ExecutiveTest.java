package org.dawnline.fsw.core.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExecutiveTest {
    private static final long P = 100 * Bench.MS;

    /** Notes the cycles in which it steps; throws or stalls when told to. */
    private static final class Probe implements Component {
        private final String name;
        private final List<Long> cycles = new ArrayList<>();
        private LongPredicate throwsIn = cycle -> false;
        private boolean restartThrows;
        private int restarts;
        private long steps;
        private double stepS;

        Probe(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void step(Tick tick) {
            if (throwsIn.test(tick.cycle())) {
                throw new IllegalStateException("told to");
            }
            steps++;
            stepS = tick.stepS();
            if (steps < 1000) {
                cycles.add(tick.cycle());
            }
        }

        @Override
        public void restart() {
            restarts++;
            if (restartThrows) {
                throw new AssertionError("told to");
            }
        }
    }

    private final Bench bench = new Bench();

    private static RateGroup group(String name, int divisor, int offset, long budgetNanos, Component... members) {
        return new RateGroup(name, divisor, offset, budgetNanos, List.of(members));
    }

    @Test
    @Tag("CORE-001")
    void groupsStepAtTheirRatesAndOffsets() {
        Probe fast = new Probe("fast");
        Probe slow = new Probe("slow");
        bench.fly(P, List.of(group("reflex", 1, 0, P / 2, fast), group("plan", 10, 3, P / 2, slow)));
        bench.tick(25);
        assertThat(fast.cycles).hasSize(25);
        assertThat(slow.cycles).containsExactly(3L, 13L, 23L);
        assertThat(slow.stepS).isEqualTo(1.0);
        assertThat(bench.hal.kicks).isEqualTo(25);
    }

    @Test
    @Tag("CORE-001")
    void aMillionTicksAtOneKilohertzGiveTheFloorCounts() {
        Probe each = new Probe("each");
        Probe seventh = new Probe("seventh");
        Probe thousandth = new Probe("thousandth");
        long period = Bench.MS;
        Executive executive = bench.fly(
                period,
                List.of(
                        group("a", 1, 0, period / 3, each),
                        group("b", 7, 0, period / 3, seventh),
                        group("c", 1000, 999, period / 3, thousandth)));
        bench.tick(1_000_000);
        assertThat(each.steps).isEqualTo(1_000_000);
        assertThat(seventh.steps).isEqualTo(142_858); // cycle 0 included
        assertThat(thousandth.steps).isEqualTo(1000);
        assertThat(executive.slips()).isZero();
        assertThat(executive.cyclesRun()).isEqualTo(1_000_000);
    }

    @Test
    @Tag("CORE-002")
    void aCycleThatIsOnePeriodLateCostsExactlyOneSlipAndKeepsThePhase() {
        Probe probe = new Probe("probe");
        Executive executive = bench.fly(P, probe);
        bench.tick(5);
        bench.hal.chargeNanos.put("probe", P + P / 2);
        bench.tick(1);
        bench.hal.chargeNanos.clear();
        bench.tick(4);
        assertThat(executive.slips()).isEqualTo(1);
        assertThat(probe.cycles).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 7L, 8L, 9L);
        assertThat(bench.hal.nanos % P).isZero();
        assertThat(bench.count("core.CYCLE_SLIP")).isEqualTo(1);
        assertThat(bench.value("core.member.probe.slips")).isEqualTo(1);
        assertThat(bench.value("core.member.probe.overBudget")).isEqualTo(1);
        assertThat(bench.value("core.group.all.slips")).isEqualTo(1);
        assertThat(bench.value("core.member.probe.maxUs")).isEqualTo(150_000.0);
    }

    @Test
    @Tag("CORE-002")
    void aCycleThatEndsExactlyOnTheNextGridPointDoesNotSlip() {
        Executive executive = bench.fly(P, new Probe("probe"));
        bench.hal.chargeNanos.put("probe", P);
        bench.tick(10);
        assertThat(executive.slips()).isZero();
        bench.hal.chargeNanos.put("probe", 2 * P);
        bench.tick(10);
        assertThat(executive.slips()).isEqualTo(5);
    }

    @Test
    @Tag("CORE-002")
    void aGroupThatWasDueInASkippedCycleIsMadeUpOnceAndReturnsToItsGrid() {
        Probe fast = new Probe("fast");
        Probe slow = new Probe("slow");
        bench.fly(P, List.of(group("reflex", 1, 0, P / 2, fast), group("plan", 5, 0, P / 2, slow)));
        bench.tick(4);
        bench.hal.chargeNanos.put("fast", 8 * P);
        bench.tick(1);
        bench.hal.chargeNanos.clear();
        bench.tick(20);
        // Cycle 4 lasts 8 periods: the next is 12, where the steps of 5 and 10 are made up as one.
        assertThat(slow.cycles).containsExactly(0L, 12L, 15L, 20L);
        assertThat(bench.value("core.group.plan.slips")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-002")
    void aComputerThatWakesLateIsNotBlamedOnAMember() {
        Executive executive = bench.fly(P, new Probe("probe"));
        bench.tick(2);
        bench.hal.nanos += 3 * P + P / 10;
        bench.tick(4);
        // Cycle 2 begins 2.1 periods late; 3 and 4 have passed by then.
        assertThat(executive.slips()).isEqualTo(2);
        assertThat(bench.count("core.WOKEN_LATE")).isEqualTo(1);
        assertThat(bench.count("core.CYCLE_SLIP")).isZero();
        assertThat(bench.value("core.member.probe.slips")).isZero();
    }

    @Test
    @Tag("CORE-003")
    void aMemberThatThrowsIsRestartedInTheNextCycleAndSafeIsRequested() {
        Probe broken = new Probe("broken");
        Probe next = new Probe("next");
        broken.throwsIn = cycle -> cycle == 3;
        bench.fly(P, broken, next);
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(10);
        assertThat(next.cycles).hasSize(10);
        assertThat(broken.cycles).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(broken.restarts).isEqualTo(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.hal.kicks).isEqualTo(9);
        assertThat(bench.count("core.MEMBER_BROKE")).isEqualTo(1);
        assertThat(bench.count("core.MEMBER_RESTARTED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-003")
    @Tag("E5")
    void aMemberThatKeepsThrowingIsGivenUpAndTheWatchdogStarves() {
        Probe broken = new Probe("broken");
        Probe next = new Probe("next");
        broken.throwsIn = cycle -> true;
        bench.fly(P, broken, next);
        bench.tick(50);
        assertThat(broken.restarts).isEqualTo(3);
        assertThat(next.cycles).hasSize(50);
        assertThat(bench.hal.kicks).isZero();
        assertThat(bench.count("core.MEMBER_GIVEN_UP")).isEqualTo(1);
        assertThat(bench.value("core.member.broken.restarts")).isEqualTo(3);
    }

    @Test
    @Tag("CORE-003")
    void aSlowMemberThatThrowsOnceDoesNotStarveTheWatchdogUntilItsNextStep() {
        Probe slow = new Probe("slow");
        slow.throwsIn = cycle -> cycle == 0;
        bench.fly(P, List.of(group("all", 1, 0, P / 2, new Probe("fast")), group("plan", 100, 0, P / 2, slow)));
        bench.tick(50);
        assertThat(bench.hal.kicks).isEqualTo(49);
    }

    @Test
    @Tag("CORE-003")
    void aRestartThatThrowsCountsAsARestart() {
        Probe broken = new Probe("broken");
        broken.throwsIn = cycle -> cycle == 0;
        broken.restartThrows = true;
        bench.fly(P, broken);
        bench.tick(10);
        assertThat(broken.restarts).isEqualTo(3);
        assertThat(broken.cycles).isEmpty();
    }

    @Test
    @Tag("CORE-003")
    void aHardwareLayerThatThrowsEndsNothing() {
        Probe probe = new Probe("probe");
        bench.fly(P, probe);
        bench.hal.latchThrows = true;
        bench.tick(3);
        bench.hal.latchThrows = false;
        bench.tick(3);
        assertThat(probe.cycles).hasSize(6);
        assertThat(bench.hal.kicks).isEqualTo(3);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-003")
    void aRecorderThatThrowsEndsNothingAndStarvesTheWatchdog() {
        Probe probe = new Probe("probe");
        Executive executive = bench.fly(P, probe);
        executive.attach(new Recorder() {
            @Override
            public void begin(Dictionary dictionary) {}

            @Override
            public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
                if (cycle < 2) {
                    throw new IllegalStateException("told to");
                }
            }

            @Override
            public void events(EventLog events, long cycle, long utcNanos) {}

            @Override
            public void reports(CommandReports reports, long cycle, long utcNanos) {}
        });
        bench.tick(5);
        assertThat(probe.cycles).hasSize(5);
        assertThat(bench.frames).isEqualTo(5);
        assertThat(bench.hal.kicks).isEqualTo(3);
        assertThat(bench.count("core.RECORDER_BROKE")).isEqualTo(2);
    }

    @Test
    @Tag("CORE-004")
    void budgetsAreSummedOverTheGroupsThatMeet() {
        Probe a = new Probe("a");
        Probe b = new Probe("b");
        // Cycles 0, 2, 4 and 1, 3, 5 never meet: each may take the whole period.
        bench.fly(P, List.of(group("even", 2, 0, P, a), group("odd", 2, 1, P, b)));
        assertThat(bench.dictionary().frames()).hasSize(2);
    }

    @Test
    @Tag("CORE-004")
    void budgetsThatDoNotFitTogetherAreRefused() {
        RateGroup a = group("a", 2, 0, P / 2 + 1, new Probe("a"));
        RateGroup b = group("b", 3, 1, P / 2, new Probe("b")); // meets a in cycle 4
        assertThatThrownBy(() -> bench.fly(P, List.of(a, b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000001 ns");
    }

    @Test
    @Tag("CORE-004")
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> group("g", 0, 0, 1)).hasMessageContaining("divisor is 0");
        assertThatThrownBy(() -> group("g", 5, 5, 1)).hasMessageContaining("offset is 5");
        assertThatThrownBy(() -> group("g", 5, -1, 1)).hasMessageContaining("offset is -1");
        assertThatThrownBy(() -> group("g", 5, 0, 0)).hasMessageContaining("budgetNanos is 0");
        assertThatThrownBy(() -> new ExecutiveSettings(999_999, "g")).hasMessageContaining("base period");
        assertThatThrownBy(() -> bench.fly(P, List.of(group("a", 1, 0, 1, new Probe("x"), new Probe("x")))))
                .hasMessageContaining("x is in rate group a and again in a");
    }

    @Test
    @Tag("CORE-001")
    void runningOnGoesOnWithTheSameGrid() {
        Probe probe = new Probe("probe");
        Executive executive = bench.fly(P, probe);
        executive.runUntil(P);
        executive.runUntil(2 * P);
        executive.runUntil(5 * P);
        assertThat(probe.cycles).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(bench.hal.nanos).isEqualTo(4 * P);
    }

    @Test
    void theNoopAndTheCounterResetAreObeyed() {
        bench.fly(P, new Probe("probe"));
        bench.hal.chargeNanos.put("probe", P / 4);
        bench.tick(1);
        bench.hal.chargeNanos.clear();
        assertThat(bench.value("core.group.all.maxUs")).isEqualTo(25_000.0);
        assertThat(bench.command("core.NOOP").stage().name()).isEqualTo("COMPLETED");
        assertThat(bench.command("core.RESET_COUNTERS").stage().name()).isEqualTo("COMPLETED");
        assertThat(bench.value("core.group.all.maxUs")).isZero();
    }
}
