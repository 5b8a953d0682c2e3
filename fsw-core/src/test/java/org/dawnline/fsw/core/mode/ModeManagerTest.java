package org.dawnline.fsw.core.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.face.Hazard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("E7")
class ModeManagerTest {
    private final Bench bench = new Bench();
    private final List<Mode> entered = new ArrayList<>();
    private boolean fit = true;

    private void start(Mode mode) {
        bench.modes.fitWhile(() -> fit);
        bench.fly(Bench.S);
        bench.modes.onEntry(entered::add);
        if (mode == Mode.SURVIVAL) {
            bench.modes.endBoot(Mode.SAFE);
            bench.tick(1);
            bench.modes.survival(SurvivalReason.LOOP, true);
            bench.tick(1);
            bench.modes.survival(SurvivalReason.LOOP, false); // of this test's own making
        } else if (mode != Mode.BOOT) {
            bench.modes.endBoot(mode);
            bench.tick(1);
        } else {
            bench.tick(1);
        }
        assertThat(bench.modes.mode()).isEqualTo(mode);
        entered.clear();
    }

    /** What the review says: for each state, where each event leads; written down independently of the table in the code. */
    @ParameterizedTest
    @Tag("CORE-020")
    @CsvSource({
        // state,    toBoot,  toSafe,   toStandby,   toOperat.,   toSurv.,  toPass.,    endBoot,     safe,     edge,
        // over,    passivate
        "BOOT,        BOOT,    SAFE,     BOOT,        BOOT,        BOOT,     BOOT,       OPERATIONAL, SAFE,     BOOT,     BOOT,    BOOT",
        "SAFE,        SAFE,    SAFE,     STANDBY,     OPERATIONAL, SAFE,     SAFE,       SAFE,        SAFE,     SURVIVAL, SAFE,    PASSIVATED",
        "STANDBY,     STANDBY, SAFE,     STANDBY,     OPERATIONAL, STANDBY,  STANDBY,    STANDBY,     SAFE,     SURVIVAL, STANDBY, STANDBY",
        "OPERATIONAL, OPERATIONAL, SAFE, STANDBY,     OPERATIONAL, OPERATIONAL, OPERATIONAL, OPERATIONAL, SAFE, SURVIVAL, OPERATIONAL, OPERATIONAL",
        "SURVIVAL,    SURVIVAL, SURVIVAL, SURVIVAL,   SURVIVAL,    SURVIVAL, SURVIVAL,   SURVIVAL,    SURVIVAL, SURVIVAL, SAFE,    SURVIVAL",
        "PASSIVATED,  PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED, PASSIVATED",
    })
    void everyEventInEveryStateGoesWhereTheReviewSays(
            Mode state,
            Mode toBoot,
            Mode toSafe,
            Mode toStandby,
            Mode toOperational,
            Mode toSurvival,
            Mode toPassivated,
            Mode endBoot,
            Mode safe,
            Mode edge,
            Mode over,
            Mode passivate) {
        assertGround(state, Mode.BOOT, toBoot);
        assertGround(state, Mode.SAFE, toSafe);
        assertGround(state, Mode.STANDBY, toStandby);
        assertGround(state, Mode.OPERATIONAL, toOperational);
        assertGround(state, Mode.SURVIVAL, toSurvival);
        assertGround(state, Mode.PASSIVATED, toPassivated);
        assertAfter(state, endBoot, flight -> flight.bench.modes.endBoot(Mode.OPERATIONAL));
        assertAfter(state, safe, flight -> flight.bench.modes.requestSafe());
        assertAfter(state, edge, flight -> flight.bench.modes.survival(SurvivalReason.BATTERY, true));
        assertAfter(state, over, flight -> flight.bench.modes.survival(SurvivalReason.LOOP, false));
        assertAfter(state, passivate, ModeManagerTest::passivate);
    }

    private interface Happening {
        void to(ModeManagerTest flight);
    }

    private static void assertAfter(Mode state, Mode expected, Happening happening) {
        ModeManagerTest flight = new ModeManagerTest();
        flight.start(state);
        if (state == Mode.SURVIVAL) {
            flight.bench.modes.survival(SurvivalReason.LOOP, true); // what brought it there lasts
        }
        happening.to(flight);
        flight.bench.tick(1);
        assertThat(flight.bench.modes.mode()).as("from %s", state).isEqualTo(expected);
        List<Mode> expectedEntries = expected == state ? List.of() : List.of(expected);
        assertThat(flight.entered).isEqualTo(expectedEntries);
        assertThat(flight.bench.value("mode.current")).isEqualTo(expected.ordinal());
    }

    // Armed, then fired.
    private void passivate() {
        int number = bench.dictionary().commandNumber("mode.PASSIVATE");
        long nonce = bench.command("commands.ARM", number).answer();
        Telecommand slot = bench.commands.mailbox().claim();
        assertThat(slot).isNotNull();
        slot.fill(1, 10_000, number, 0, Long.MAX_VALUE);
        slot.putNonce(nonce);
        bench.commands.mailbox().publish();
    }

    private static void assertGround(Mode from, Mode asked, Mode expected) {
        ModeManagerTest flight = new ModeManagerTest();
        flight.start(from);
        if (from == Mode.SURVIVAL) {
            flight.bench.modes.survival(SurvivalReason.LOOP, true);
        }
        Bench.Report report = flight.bench.command("mode.SET", asked.ordinal());
        assertThat(flight.bench.modes.mode()).as("%s to %s", from, asked).isEqualTo(expected);
        boolean done = expected == asked && from != Mode.PASSIVATED && asked != Mode.BOOT && asked != Mode.SURVIVAL;
        boolean obeyed = from != Mode.PASSIVATED; // then nothing is
        Stage undone = obeyed ? Stage.FAILED : Stage.REJECTED;
        Reason why = obeyed ? Reason.STATE : Reason.WRONG_MODE;
        assertThat(report.stage()).as("%s to %s", from, asked).isEqualTo(done ? Stage.COMPLETED : undone);
        assertThat(report.reason()).isEqualTo(done ? Reason.NONE : why);
    }

    /** Every pair of events from every state: PASSIVATED is never left, a request of SAFE never lost, and only the ground leads up. */
    @Test
    @Tag("CORE-021")
    @Tag("CORE-162")
    void noTwoEventsLeaveTheTableAndOnlyTheGroundLeadsUp() {
        for (Mode first : Mode.values()) {
            for (ModeTrigger a : ModeTrigger.values()) {
                for (ModeTrigger b : ModeTrigger.values()) {
                    Mode expected = next(next(first, a), b);
                    assertThat(expected == Mode.PASSIVATED || first != Mode.PASSIVATED)
                            .isTrue();
                    if (a == ModeTrigger.ONBOARD_SAFE) {
                        assertThat(next(first, a).spare())
                                .as("SAFE from " + first)
                                .isTrue();
                    }
                    if (first.spare() && expected.payloadAllowed()) {
                        assertThat(List.of(a.name(), b.name()))
                                .as("up by the ground only")
                                .anyMatch(trigger -> trigger.startsWith("GROUND_"));
                    }
                }
            }
        }
    }

    private static Mode next(Mode mode, ModeTrigger trigger) {
        ModeTable.Row row = ModeTable.row(mode, trigger);
        return row == null ? mode : row.to();
    }

    @Test
    @Tag("CORE-020")
    void everyModeCanBeReachedAndOnlyPassivatedIsFinal() {
        Set<Mode> reached = EnumSet.of(Mode.BOOT);
        for (int i = 0; i < Mode.values().length; i++) {
            ModeTable.rows().stream()
                    .filter(row -> reached.contains(row.from()))
                    .forEach(row -> reached.add(row.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Mode.values());
        for (Mode mode : Mode.values()) {
            boolean left = ModeTable.rows().stream().anyMatch(row -> row.from() == mode && row.to() != mode);
            assertThat(left).as(mode.name()).isEqualTo(mode != Mode.PASSIVATED);
        }
    }

    @ParameterizedTest
    @Tag("CORE-162")
    @EnumSource(names = {"STANDBY", "OPERATIONAL"})
    void guardsKeepTheSatelliteInSafeUntilTheyHoldAndTheReasonIsSaid(Mode wanted) {
        start(Mode.SAFE);
        fit = false;
        assertThat(bench.command("mode.SET", wanted.ordinal()).reason()).isEqualTo(Reason.STATE);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("mode.REFUSED")).isEqualTo(1);
        assertThat(bench.value("mode.refused")).isEqualTo(1);
        fit = true;
        assertThat(bench.command("mode.SET", wanted.ordinal()).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.modes.mode()).isEqualTo(wanted);
    }

    @Test
    @Tag("CORE-162")
    void aSelfTestThatFailedEndsBootInSafe() {
        start(Mode.BOOT);
        fit = false;
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("mode.REFUSED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-163")
    void survivalEndsInSafeWhenNothingIsAtTheEdgeAnyMore() {
        start(Mode.OPERATIONAL);
        bench.modes.survival(SurvivalReason.BATTERY, true);
        bench.modes.survival(SurvivalReason.LOOP, true);
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SURVIVAL);
        assertThat(bench.count("mode.SURVIVAL_ASKED")).isEqualTo(2);
        bench.modes.survival(SurvivalReason.BATTERY, false);
        bench.tick(1);
        assertThat(bench.modes.mode()).as("the loop still is").isEqualTo(Mode.SURVIVAL);
        bench.modes.survival(SurvivalReason.LOOP, false);
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(entered).containsExactly(Mode.SURVIVAL, Mode.SAFE);
    }

    @Test
    @Tag("CORE-163")
    void whatIsAtTheEdgeDuringBootIsHeededWhenBootHasEnded() {
        start(Mode.BOOT);
        bench.modes.survival(SurvivalReason.BATTERY, true);
        bench.tick(3);
        assertThat(bench.modes.mode()).isEqualTo(Mode.BOOT);
        bench.modes.endBoot(Mode.SAFE);
        bench.tick(2);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SURVIVAL);
        assertThat(bench.command("mode.SET", Mode.SAFE.ordinal()).stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.count("mode.REFUSED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-164")
    void passivatedIsEnteredFromSafeOnlyAndForEver() {
        start(Mode.OPERATIONAL);
        assertThat(bench.command("mode.PASSIVATE").reason()).isEqualTo(Reason.WRONG_MODE);
        bench.modes.requestSafe();
        bench.tick(1);
        int number = bench.dictionary().commandNumber("mode.PASSIVATE");
        assertThat(bench.dictionary().commands().get(number).terms().hazard()).isEqualTo(Hazard.CRITICAL);
        passivate();
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.PASSIVATED);
        bench.modes.requestSafe();
        bench.modes.survival(SurvivalReason.LOOP, true);
        bench.tick(2);
        assertThat(bench.modes.mode()).isEqualTo(Mode.PASSIVATED);

        ModeManagerTest restarted = new ModeManagerTest();
        restarted.start(Mode.BOOT);
        restarted.bench.modes.resumeAfterBoot(Mode.PASSIVATED);
        restarted.bench.modes.endBoot(restarted.bench.modes.afterBoot());
        restarted.bench.tick(1);
        assertThat(restarted.bench.modes.mode()).isEqualTo(Mode.PASSIVATED);
    }

    @Test
    @Tag("CORE-162")
    void anEntryThatCannotBeStartedIsReportedAndTheModeIsEnteredAllTheSame() {
        start(Mode.OPERATIONAL);
        bench.modes.onEntry(mode -> false);
        bench.modes.requestSafe();
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.count("mode.ENTRY_NOT_STARTED")).isEqualTo(1);
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
        assertThat(bench.count("mode.REFUSED")).isZero();
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

    @Test
    @Tag("CORE-021")
    void safeAskedForTwiceInOneCycleIsOneRequestAndTheGroundsOwnIsFulfilledByIt() {
        start(Mode.OPERATIONAL);
        bench.modes.requestSafe();
        bench.modes.requestSafe();
        Bench.Report report = bench.command("mode.SET", Mode.SAFE.ordinal());
        assertThat(bench.count("mode.SAFE_REQUESTED")).isEqualTo(1);
        assertThat(report.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.count("mode.REFUSED")).isZero();
        assertThat(bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(bench.value("mode.changes")).as("BOOT, OPERATIONAL, SAFE").isEqualTo(2);
    }

    @Test
    @Tag("CORE-162")
    @Tag("CORE-163")
    void nothingLeadsUpWhileBatteryOrLoopIsAtTheEdge() {
        start(Mode.SAFE);
        bench.modes.survival(SurvivalReason.LOOP, true);
        bench.modes.survival(SurvivalReason.LOOP, true);
        Bench.Report report = bench.command("mode.SET", Mode.OPERATIONAL.ordinal());
        assertThat(report.stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.count("mode.REFUSED")).isEqualTo(1);
        assertThat(bench.count("mode.SURVIVAL_ASKED")).as("said once").isEqualTo(1);
        assertThat(bench.modes.mode()).isEqualTo(Mode.SURVIVAL);
        bench.tick(5);
        assertThat(bench.modes.mode()).as("while it lasts").isEqualTo(Mode.SURVIVAL);
        assertThat(bench.count("mode.REFUSED")).isEqualTo(1);
    }

    @ParameterizedTest
    @Tag("CORE-020")
    @CsvSource({
        "BOOT, OPERATIONAL",
        "SAFE, SAFE",
        "STANDBY, STANDBY",
        "OPERATIONAL, OPERATIONAL",
        "SURVIVAL, SAFE",
        "PASSIVATED, PASSIVATED"
    })
    void bootEndsInTheModeBeforeItOrWhereThatLeads(Mode before, Mode after) {
        start(Mode.BOOT);
        bench.modes.resumeAfterBoot(before);
        assertThat(bench.modes.afterBoot()).isEqualTo(after);
        bench.modes.endBoot(bench.modes.afterBoot());
        bench.tick(1);
        assertThat(bench.modes.mode()).isEqualTo(after);
        bench.modes.endBoot(Mode.STANDBY);
        bench.tick(1);
        assertThat(bench.modes.mode()).as("boot is over").isEqualTo(after);
        assertThat(bench.count("mode.REFUSED")).isZero();
    }
}
