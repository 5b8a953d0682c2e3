package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.power.plan.ConcaveWork;
import org.dawnline.fsw.power.plan.LumpedLoop;
import org.dawnline.fsw.power.plan.PeriodicSun;
import org.dawnline.fsw.power.plan.Situation;
import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker that does its work when the test lets it. */
@Tag("PWR-030")
class PlanDeskTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int MODE = 3;

    private final PowerBench bench = new PowerBench(1);
    private final List<Runnable> tasks = new ArrayList<>();
    private final PeriodicSun sun = new PeriodicSun();
    private final LumpedLoop loop = new LumpedLoop();
    private final ArbiterSettings settings =
            new ArbiterSettings(new ComponentHarness().face("arbiter"), PowerBench.ai1());
    private final Situation situation = new Situation();
    private boolean busy;
    private final PlanDesk desk = new PlanDesk(
            this::take, sun, loop, new PowerSources(bench.manager.arrayOutlook(), bench.manager.busOutlook()));

    PlanDeskTest() {
        bench.fly(10);
        ConcaveWork work = new ConcaveWork();
        work.latch();
        situation.store().hold(12_000, 11_940);
        situation.store().carry(15_000, 54_000);
        situation.store().lose(0.95, 0.95, 0.97);
        situation.burst().allow(120_000, 20_000);
        situation.burst().fill();
        situation.begin(12_000, 150_000);
        situation.demand().take(work);
    }

    private boolean take(Runnable task) {
        return !busy && tasks.add(task);
    }

    private boolean ask(long seconds) {
        return desk.ask(seconds * SECOND, MODE, situation, settings, 180);
    }

    private void work() {
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }

    @Test
    void aPlanIsThereOnceTheWorkerHasMadeItAndCountsFromWhenItWasAskedFor() {
        assertThat(ask(100)).isTrue();
        assertThat(desk.current().made()).isFalse();
        work();
        PlanDesk.Slot slot = desk.current();
        assertThat(slot.made()).isTrue();
        assertThat(slot.mode()).isEqualTo(MODE);
        assertThat(slot.ageS(130 * SECOND)).isCloseTo(30, within(1e-9));
        assertThat(slot.plan.steps()).isPositive();
        assertThat(desk.made()).isEqualTo(1);
        assertThat(desk.failed()).isZero();
    }

    @Test
    void itReachesAsFarAsIsWantedAndIsKnown() {
        ask(100);
        work();
        double orbitS = sun.sunS + sun.shadowS;
        assertThat(desk.current().plan.lengthS())
                .isLessThanOrEqualTo(settings.orbits.value() * orbitS)
                .isGreaterThan(orbitS / 2);
        sun.reachS = 3_000;
        ask(200);
        work();
        assertThat(desk.current().plan.lengthS()).isBetween(1_000.0, 3_000.0);
    }

    @Test
    void oneIsMadeAtATime() {
        assertThat(ask(100)).isTrue();
        assertThat(ask(101)).isFalse();
        work();
        assertThat(ask(102)).isTrue();
    }

    @Test
    void aWorkerThatIsBusyIsAskedAgain() {
        busy = true;
        assertThat(ask(100)).isFalse();
        busy = false;
        assertThat(ask(101)).isTrue();
    }

    @Test
    void whereNoneCanBeMadeTheLastOneStaysAndGrowsOld() {
        ask(100);
        work();
        PlanDesk.Slot last = desk.current();
        sun.reachS = 0;
        assertThat(ask(200)).isTrue();
        work();
        assertThat(desk.current()).isSameAs(last);
        assertThat(last.ageS(200 * SECOND)).isCloseTo(100, within(1e-9));
        assertThat(desk.failed()).isEqualTo(1);
        assertThat(desk.made()).isEqualTo(1);
        assertThat(ask(300)).as("and the next may be asked for").isTrue();
    }

    @Test
    void theLoopIsLatchedWhenAPlanIsAskedForAndNotWhenTheWorkerGetsToIt() {
        int before = loop.begun();
        ask(100);
        assertThat(loop.begun()).isEqualTo(before + 1);
    }
}
