package org.dawnline.fsw.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.hal.ComputerCondition;
import org.dawnline.hal.ComputerCondition.ThreadUse;
import org.dawnline.hal.ComputerHal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E6")
class ResourceMonitorTest {
    private static final double INTERVAL_S = 10;

    private final Bench bench = new Bench();
    private double uptimeS = 100;
    private double commsS = 1;
    private double collections = 7;
    private double longestPauseS;
    private double workerRatio;
    private double workerS;
    private boolean commsLives = true;

    private final ComputerHal computer = new ComputerHal() {
        @Override
        public ComputerCondition condition() {
            List<ThreadUse> threads = new ArrayList<>(List.of(new ThreadUse(1, "main", uptimeS * 0.25)));
            if (commsLives) {
                threads.add(new ThreadUse(2, "comms", commsS));
            }
            threads.add(new ThreadUse(3, "worker", workerS));
            return new ComputerCondition(
                    uptimeS, uptimeS, 4, 64e6, 256e6, 3e6, collections, longestPauseS, 100, 400, 5e9, threads);
        }
    };

    @BeforeEach
    void fly() {
        bench.fly(Bench.S, new ResourceMonitor(bench.face("resources"), computer, new InlineWorker()));
        bench.tick(2);
    }

    private void interval(double commsRatio) {
        uptimeS += INTERVAL_S;
        commsS += INTERVAL_S * commsRatio;
        workerS += INTERVAL_S * workerRatio;
        bench.tick((int) INTERVAL_S);
    }

    @Test
    @Tag("CORE-174")
    void whatTheComputerHasLeftIsTelemetry() {
        interval(0.5);
        assertThat(bench.value("resources.cpuRatio")).isCloseTo(0.25, within(1e-12));
        assertThat(bench.value("resources.heapRatio")).isEqualTo(0.25);
        assertThat(bench.value("resources.directBytes")).isEqualTo(3e6);
        assertThat(bench.value("resources.filesRatio")).isEqualTo(0.25);
        assertThat(bench.value("resources.diskFreeBytes")).isEqualTo(5e9);
        assertThat(bench.value("resources.busiestRatio")).isCloseTo(0.5, within(1e-12));
        assertThat(bench.value("resources.busiestThread")).isEqualTo(ThreadNames.numberOf("comms"));
        assertThat(bench.value("resources.pauseUs")).isZero();
    }

    @Test
    @Tag("CORE-174")
    void aPauseOfTheCollectorAboveItsBudgetIsAnEventAndOneBelowIsNot() {
        collections += 2;
        longestPauseS = 0.0199;
        interval(0);
        assertThat(bench.value("resources.pauseUs")).isCloseTo(19_900, within(1e-6));
        assertThat(bench.count("resources.PAUSES_TOO_LONG")).isZero();
        collections += 20; // the mean would be small
        longestPauseS = 0.0201;
        interval(0);
        assertThat(bench.count("resources.PAUSES_TOO_LONG")).isEqualTo(1);
        longestPauseS = 0;
        interval(0);
        assertThat(bench.count("resources.PAUSES_TOO_LONG")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-175")
    void aThreadThatTakesThreeQuartersForFiveIntervalsInARowIsAHog() {
        for (int i = 0; i < 4; i++) {
            interval(0.76);
        }
        interval(0.74);
        for (int i = 0; i < 4; i++) {
            interval(0.76);
        }
        assertThat(bench.count("resources.THREAD_HOG"))
                .as("never five in a row")
                .isZero();
        interval(0.75);
        assertThat(bench.count("resources.THREAD_HOG")).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            interval(0.9);
        }
        assertThat(bench.count("resources.THREAD_HOG")).isEqualTo(1);
        interval(0.9);
        assertThat(bench.count("resources.THREAD_HOG"))
                .as("again after five more")
                .isEqualTo(2);
    }

    @Test
    @Tag("CORE-175")
    void eachOfSeveralHogsIsNamed() {
        workerRatio = 0.9;
        for (int i = 0; i < 4; i++) {
            interval(0.8);
        }
        assertThat(bench.count("resources.THREAD_HOG")).isZero();
        interval(0.8);
        assertThat(bench.count("resources.THREAD_HOG")).isEqualTo(2);
        assertThat(bench.value("resources.busiestThread")).isEqualTo(ThreadNames.numberOf("worker"));
    }

    @Test
    @Tag("CORE-175")
    void aThreadThatEndsAndOneThatIsBusierForAMomentHideNoHog() {
        for (int i = 0; i < 3; i++) {
            interval(0.8);
        }
        commsLives = false;
        interval(0);
        assertThat(bench.value("resources.busiestThread")).isEqualTo(ThreadNames.numberOf("main"));
        assertThat(bench.count("resources.THREAD_HOG")).isZero();
    }

    @Test
    @Tag("CORE-174")
    void aComputerThatKnowsNothingLeavesTheChannelsWithoutValueAndRaisesNothing() {
        Bench blind = new Bench();
        blind.fly(Bench.S, new ResourceMonitor(blind.face("resources"), ComputerHal.UNKNOWN, new InlineWorker()));
        blind.tick(100);
        assertThat(blind.value("resources.cpuRatio")).isNaN();
        assertThat(blind.value("resources.pauseUs")).isNaN();
        assertThat(blind.events).noneMatch(event -> event.startsWith("resources."));
    }

    @Test
    @Tag("CORE-174")
    void aWorkerThatIsFullOrSlowOnlyDelaysTheNextStock() {
        List<Runnable> waiting = new ArrayList<>();
        Bench slow = new Bench();
        boolean[] full = {true};
        slow.fly(Bench.S, new ResourceMonitor(slow.face("resources"), computer, task -> !full[0] && waiting.add(task)));
        slow.tick(5);
        assertThat(waiting).isEmpty();
        full[0] = false;
        slow.tick(100);
        assertThat(waiting).as("one at a time").hasSize(1);
        waiting.remove(0).run();
        slow.tick(2);
        assertThat(slow.value("resources.heapRatio")).isEqualTo(0.25);
        assertThat(waiting).hasSize(1);
    }
}
