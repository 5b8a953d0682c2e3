package org.dawnline.fsw.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.hal.Heartbeat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E4")
class HealthMonitorTest {
    private static final double WARN_S = 5;
    private static final double FAIL_S = 10;

    private final Bench bench = new Bench();
    private final HealthMonitor health = new HealthMonitor(bench.face("health"), bench.modes);
    private final Heartbeat heart = new Heartbeat("worker");
    private final List<Double> restartsAtS = new ArrayList<>();

    private void fly(boolean mandatory, @Nullable Runnable restart) {
        health.watch(new Vital(heart, WARN_S, FAIL_S, mandatory, restart));
        Executive executive = bench.fly(Bench.S, health);
        executive.kickWhile(health::vital);
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(1);
        heart.beat();
        bench.tick(1);
    }

    private void restart() {
        restartsAtS.add(bench.hal.nanos / 1e9);
    }

    @Test
    @Tag("CORE-173")
    void aThreadThatBeatsOrRestsIsLeftAlone() {
        fly(true, this::restart);
        for (int i = 0; i < 50; i++) {
            heart.beat();
            bench.tick((int) WARN_S - 1);
        }
        assertThat(bench.value("health.silentS")).isPositive();
        heart.rest();
        bench.tick(1000);
        assertThat(bench.count("health.THREAD_SILENT")).isZero();
        assertThat(restartsAtS).isEmpty();
        assertThat(bench.value("health.silentS")).isZero();
        assertThat(bench.value("health.threads")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-173")
    void aHungThreadClimbsTheWholeLadderAndNotOneRungMore() {
        fly(true, this::restart);
        bench.tick(4);
        assertThat(bench.count("health.THREAD_SILENT")).isZero();
        bench.tick(1);
        assertThat(bench.count("health.THREAD_SILENT")).isEqualTo(1);
        bench.tick(5);
        assertThat(restartsAtS).hasSize(1);
        bench.tick(20);
        assertThat(restartsAtS).hasSize(3);
        assertThat(bench.count("health.THREAD_RESTARTED")).isEqualTo(3);
        assertThat(bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
        bench.tick(11);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("health.THREAD_LOST")).isEqualTo(1);
        assertThat(bench.value("health.vital")).isEqualTo(1);
        long kicks = bench.hal.kicks;
        bench.tick(100);
        assertThat(bench.hal.kicks - kicks).as("starved from the last rung on").isLessThan(12);
        assertThat(bench.count("health.LEFT_TO_SUPERVISOR")).isEqualTo(1);
        assertThat(restartsAtS).as("bounded").hasSize(3);
        assertThat(bench.value("health.vital")).isZero();
        assertThat(bench.value("health.restarts")).isEqualTo(3);
    }

    @Test
    @Tag("CORE-173")
    void aThreadThatTheSatelliteCanDoWithoutIsOnlyAnEventAfterItsRestarts() {
        fly(false, this::restart);
        bench.tick(500);
        assertThat(restartsAtS).hasSize(3);
        assertThat(bench.count("health.THREAD_GIVEN_UP")).isEqualTo(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
        assertThat(bench.value("health.vital")).isEqualTo(1);
        assertThat(bench.hal.kicks).isEqualTo(502);
    }

    @Test
    @Tag("CORE-173")
    void aThreadThatNothingBringsBackIsGivenUpAtOnce() {
        fly(false, null);
        bench.tick(11);
        assertThat(bench.count("health.THREAD_GIVEN_UP")).isEqualTo(1);
        assertThat(bench.count("health.THREAD_RESTARTED")).isZero();
    }

    @Test
    @Tag("CORE-173")
    void whoShowsLifeAgainIsReportedAndTheWatchdogIsKickedAgain() {
        fly(true, null);
        bench.tick(30);
        assertThat(bench.value("health.vital")).isZero();
        heart.beat();
        bench.tick(1);
        assertThat(bench.value("health.vital")).isEqualTo(1);
        assertThat(bench.count("health.THREAD_BACK")).isEqualTo(1);
        assertThat(bench.modes.mode()).as("only the ground leaves SAFE").isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-165")
    void allAreSeenWhenEachHasBeatenOnce() {
        Heartbeat other = new Heartbeat("comms");
        health.watch(new Vital(other, WARN_S, FAIL_S, false, null));
        other.rest();
        assertThat(health.allSeen()).isFalse();
        other.beat();
        assertThat(health.allSeen()).isTrue();
        assertThatThrownBy(() -> new Vital(other, 10, 5, true, null)).hasMessageContaining("comms");
        assertThatThrownBy(() -> new Vital(other, Double.NaN, 5, true, null)).hasMessageContaining("comms");
    }
}
