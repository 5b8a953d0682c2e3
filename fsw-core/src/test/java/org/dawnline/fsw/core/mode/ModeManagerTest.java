package org.dawnline.fsw.core.mode;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeManagerTest {
    private final Bench bench = new Bench();

    private void start(Mode mode) {
        bench.fly(Bench.S);
        if (mode != Mode.BOOT) {
            bench.modes.endBoot(mode);
        }
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(mode);
    }

    /** All states x all events: what the ground asks for, what the end of boot does, a request of SAFE on board. */
    @ParameterizedTest
    @Tag("CORE-020")
    @CsvSource({
        // state,    toBoot,      toSafe, toStandby,   toOperational, endBoot,     requestSafe
        "BOOT,        BOOT,        SAFE,   BOOT,        BOOT,          OPERATIONAL, SAFE",
        "SAFE,        SAFE,        SAFE,   STANDBY,     OPERATIONAL,   SAFE,        SAFE",
        "STANDBY,     STANDBY,     SAFE,   STANDBY,     OPERATIONAL,   STANDBY,     SAFE",
        "OPERATIONAL, OPERATIONAL, SAFE,   STANDBY,     OPERATIONAL,   OPERATIONAL, SAFE",
    })
    void everyEventInEveryStateGoesWhereTheTableSays(
            Mode state, Mode toBoot, Mode toSafe, Mode toStandby, Mode toOperational, Mode endBoot, Mode requestSafe) {
        assertGround(state, Mode.BOOT, toBoot);
        assertGround(state, Mode.SAFE, toSafe);
        assertGround(state, Mode.STANDBY, toStandby);
        assertGround(state, Mode.OPERATIONAL, toOperational);
        ModeManagerTest ended = new ModeManagerTest();
        ended.start(state);
        ended.bench.modes.endBoot(Mode.OPERATIONAL);
        ended.bench.tick(1);
        assertThat(ended.bench.modes.mode()).isEqualTo(endBoot);
        ModeManagerTest safed = new ModeManagerTest();
        safed.start(state);
        safed.bench.modes.requestSafe();
        safed.bench.tick(1);
        assertThat(safed.bench.modes.mode()).isEqualTo(requestSafe);
    }

    private static void assertGround(Mode from, Mode asked, Mode expected) {
        ModeManagerTest flight = new ModeManagerTest();
        flight.start(from);
        Bench.Report report = flight.bench.command("mode.SET", asked.ordinal());
        assertThat(flight.bench.modes.mode()).as("%s to %s", from, asked).isEqualTo(expected);
        assertThat(flight.bench.value("mode.current")).isEqualTo(expected.ordinal());
        boolean allowed = expected == asked && ModeManager.groundMay(from, asked);
        assertThat(report.stage()).isEqualTo(allowed ? Stage.COMPLETED : Stage.FAILED);
        assertThat(report.reason()).isEqualTo(allowed ? Reason.NONE : Reason.STATE);
    }

    @Test
    @Tag("CORE-021")
    void nothingOverridesARequestOfSafeInTheSameCycle() {
        start(Mode.OPERATIONAL);
        bench.modes.requestSafe();
        Bench.Report report = bench.command("mode.SET", Mode.STANDBY.ordinal());
        assertThat(report.stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("mode.SAFE_REQUESTED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-021")
    void endOfBootDoesNotOverrideSafe() {
        start(Mode.BOOT);
        bench.modes.requestSafe();
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-021")
    void aRequestThatIsRepeatedIsReportedOnce() {
        start(Mode.OPERATIONAL);
        for (int i = 0; i < 5; i++) {
            bench.modes.requestSafe();
            bench.tick(1);
        }
        assertThat(bench.count("mode.SAFE_REQUESTED")).isEqualTo(1);
        assertThat(bench.count("mode.CHANGED")).isEqualTo(2);
    }
}
