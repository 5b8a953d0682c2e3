package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every component of the shipped satellite breaks in turn. */
@Tag("E8")
@Tag("APP-011")
class FaultInjectionTest {
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final int CYCLES = 120;
    private static final int FLYING = 40;
    private static final List<String> PLANNERS = List.of("arbiter", "orbit");

    /** What a flight in which one member breaks has come to. */
    private record Outcome(Map<String, Integer> steps, long cycles, long kicks, double mode) {}

    private static Outcome fly(String guilty, boolean forEver, int breaksFrom) {
        FakeHal hal = new FakeHal();
        Map<String, Integer> steps = new TreeMap<>();
        long[] cycle = {0};
        boolean[] thrown = {false};
        hal.clock.onStep(member -> {
            steps.merge(member, 1, Integer::sum);
            boolean due = member.equals(guilty) && hal.clock.nanos() >= breaksFrom * PERIOD_NANOS;
            if (due && (forEver || !thrown[0])) {
                thrown[0] = true;
                throw new IllegalStateException("told to, in cycle " + cycle[0]);
            }
        });
        Spacecraft spacecraft = TestSpacecraft.over(hal, new InlineWorker(), PERIOD_NANOS);
        spacecraft.executive().runUntil(CYCLES * PERIOD_NANOS);
        return new Outcome(
                steps,
                spacecraft.executive().cyclesRun(),
                hal.watchdog.kicks(),
                spacecraft.executive().dictionary().channel("mode.current").value());
    }

    @Test
    void whateverBreaksInItsFirstStepOrForEverInFlightAllOthersKeepTheirSteps() {
        Outcome calm = fly("nobody", false, 0);
        assertThat(calm.kicks()).isEqualTo(CYCLES);
        assertThat(calm.steps()).hasSizeGreaterThan(20);
        for (String guilty : calm.steps().keySet()) {
            for (boolean forEver : new boolean[] {false, true}) {
                Outcome hurt = fly(guilty, forEver, forEver ? FLYING : 0);
                Map<String, Integer> others = new TreeMap<>(hurt.steps());
                Map<String, Integer> expected = new TreeMap<>(calm.steps());
                others.remove(guilty);
                expected.remove(guilty);
                assertThat(others).as(guilty).isEqualTo(expected);
                assertThat(hurt.cycles()).isEqualTo(CYCLES);
                assertThat(hurt.mode()).as(guilty).isEqualTo(Mode.SAFE.ordinal());
                boolean spared = PLANNERS.contains(guilty) || !forEver;
                assertThat(hurt.kicks()).as("kicks while %s is broken", guilty).satisfies(kicks -> {
                    if (spared) {
                        assertThat(kicks).isGreaterThanOrEqualTo(CYCLES - 1);
                    } else {
                        assertThat(kicks).isLessThan(CYCLES);
                    }
                });
            }
        }
    }
}
