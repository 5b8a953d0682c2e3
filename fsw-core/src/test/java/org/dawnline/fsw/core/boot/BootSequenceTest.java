package org.dawnline.fsw.core.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.hal.ComputerHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("A9")
class BootSequenceTest {
    private static final long MINUTE = 60 * Bench.S;

    private final StillHal hal = new StillHal();

    private void computer(long startId, boolean byWatchdog) {
        hal.computer = new ComputerHal() {
            @Override
            public long startId() {
                return startId;
            }

            @Override
            public boolean startedByWatchdog() {
                return byWatchdog;
            }
        };
    }

    /** One start of the software on the storage that the last one left. */
    private final class Start {
        final Bench bench = new Bench(hal);
        final BootLedger ledger = BootLedger.open(hal);
        final BootSequence boot = new BootSequence(bench.face("boot"), bench.modes, ledger, hal, new InlineWorker());
        final List<String> stops = new ArrayList<>();
        boolean heard = true;

        Start() {
            boot.stopWith(() -> stops.add("stopped"), () -> heard);
            bench.modes.fitWhile(boot::fit);
        }

        Start fly(int seconds) {
            boot.enter(BootPhase.WIRE);
            bench.fly(Bench.S, boot);
            boot.enter(BootPhase.LOAD_TABLES);
            bench.tick(seconds);
            return this;
        }

        Mode mode() {
            return bench.modes.mode();
        }
    }

    @Test
    @Tag("CORE-165")
    void aFirstStartGoesThroughAllPhasesAndEndsInOperational() {
        Start first = new Start().fly(1);
        assertThat(first.boot.cause()).isEqualTo(BootCause.FIRST);
        assertThat(first.bench.value("boot.phase")).isEqualTo(BootPhase.SELFTEST.ordinal());
        assertThat(first.bench.count("boot.PHASE_ENDED")).isEqualTo(3);
        first.bench.tick(4);
        assertThat(first.bench.value("boot.phase")).isEqualTo(BootPhase.OPERATE.ordinal());
        assertThat(first.bench.count("boot.PHASE_ENDED")).isEqualTo(4);
        assertThat(first.bench.count("boot.PHASE_LATE")).isZero();
        assertThat(first.bench.count("boot.SELFTEST_PASSED")).isEqualTo(1);
        assertThat(first.mode()).isEqualTo(Mode.OPERATIONAL);
    }

    @Test
    @Tag("CORE-166")
    void eachEndOfAProcessIsToldApartAtTheNextStart() {
        computer(11, false);
        new Start().fly(10);
        assertThat(new Start().boot.cause()).as("killed").isEqualTo(BootCause.CRASH);
        computer(12, false);
        assertThat(new Start().boot.cause()).as("computer off and on").isEqualTo(BootCause.POWER_ON);
        computer(13, true);
        assertThat(new Start().boot.cause()).as("bitten").isEqualTo(BootCause.WATCHDOG);
        new Start().ledger.farewell(Farewell.UPDATE);
        assertThat(new Start().boot.cause()).isEqualTo(BootCause.UPDATE);
        assertThat(new Start().boot.cause()).as("the farewell holds once").isEqualTo(BootCause.CRASH);
        new Start().ledger.farewell(Farewell.COMMANDED);
        assertThat(new Start().boot.cause()).isEqualTo(BootCause.COMMANDED);
    }

    @Test
    @Tag("CORE-166")
    void aDamagedCopyOfTheRecordIsNoMatterAndTwoOnlyMakeTheCauseUnknown() {
        new Start();
        new Start(); // now there are two copies
        hal.blobs.get("boot.a")[5] ^= 1;
        assertThat(new Start().boot.cause()).isEqualTo(BootCause.CRASH);
        new Start();
        hal.blobs.get("boot.a")[9] ^= 1;
        hal.blobs.get("boot.b")[9] ^= 1;
        Start lost = new Start();
        assertThat(lost.boot.cause()).isEqualTo(BootCause.UNKNOWN);
        assertThat(lost.fly(5).mode()).isEqualTo(Mode.OPERATIONAL);
    }

    @Test
    @Tag("CORE-166")
    void everyFlippedByteOfOneCopyLeavesAReadableRecord() {
        new Start().ledger.farewell(Farewell.UPDATE);
        byte[] sound = hal.blobs.get("boot.b").clone();
        for (int i = 0; i < sound.length; i++) {
            hal.blobs.put("boot.b", sound.clone());
            hal.blobs.get("boot.b")[i] ^= 0x10;
            assertThat(BootRecord.of(sound)).isNull(); // raw bytes are no record: the store's header comes first
            BootLedger opened = BootLedger.open(hal);
            assertThat(opened.cause()).isNotEqualTo(BootCause.UNKNOWN);
        }
    }

    @Test
    @Tag("CORE-167")
    void threeStartsThatDoNotProveThemselvesWithinHalfAnHourMakeTheNextOneKeepToTheSafeTopology() {
        for (int i = 0; i < StartRules.STANDARD.failedStarts(); i++) {
            Start failing = new Start().fly(5);
            assertThat(failing.ledger.safeTopology()).as("start " + i).isFalse();
            assertThat(failing.mode()).isEqualTo(Mode.OPERATIONAL);
        }
        Start fourth = new Start().fly(10);
        assertThat(fourth.ledger.safeTopology()).isTrue();
        assertThat(fourth.mode()).isEqualTo(Mode.SAFE);
        assertThat(fourth.bench.value("boot.safeTopology")).isEqualTo(1);
        assertThat(fourth.bench.count("boot.SAFE_TOPOLOGY")).isEqualTo(1);

        fourth.bench.tick(60);
        assertThat(fourth.bench.count("boot.PROVEN")).isEqualTo(1);
        assertThat(new Start().ledger.safeTopology())
                .as("the fourth has proven itself")
                .isFalse();
    }

    @Test
    @Tag("CORE-167")
    void startsThatLieFarApartAreNotHeldAgainstEachOther() {
        for (int i = 0; i < 3 * StartRules.STANDARD.failedStarts(); i++) {
            assertThat(new Start().fly(5).ledger.safeTopology()).isFalse();
            hal.nanos += 11 * MINUTE;
        }
    }

    @Test
    @Tag("CORE-167")
    void aClockThatWasWrongCountsAgainstTheStart() {
        hal.nanos += 1_000 * MINUTE;
        for (int i = 0; i < StartRules.STANDARD.failedStarts(); i++) {
            new Start();
        }
        hal.nanos = 0; // the present lies before those starts
        assertThat(new Start().ledger.safeTopology()).isTrue();
    }

    @Test
    @Tag("CORE-167")
    void aProcessThatWasToldToEndHasNotFailed() {
        for (int i = 0; i < 2 * StartRules.STANDARD.failedStarts(); i++) {
            Start start = new Start();
            assertThat(start.ledger.safeTopology()).isFalse();
            start.ledger.farewell(Farewell.COMMANDED);
        }
    }

    @ParameterizedTest
    @Tag("CORE-165")
    @EnumSource(value = BootCheck.class, names = "STORAGE", mode = EnumSource.Mode.EXCLUDE)
    void aCheckThatNeverHoldsEndsItsPhaseAtItsLimitInSafe(BootCheck check) {
        Start start = new Start();
        start.boot.check(check, () -> false);
        start.fly((int) check.phase().limitS());
        assertThat(start.mode()).isEqualTo(Mode.BOOT);
        start.bench.tick(10);
        assertThat(start.mode()).isEqualTo(Mode.SAFE);
        assertThat(start.bench.count("boot.PHASE_LATE")).isEqualTo(1);
        boolean tested = check.phase() == BootPhase.SELFTEST;
        assertThat(start.bench.count("boot.CHECK_FAILED")).isEqualTo(tested ? 1 : 0);
        assertThat(start.bench.command("boot.SELFTEST").stage().name()).isEqualTo(tested ? "FAILED" : "COMPLETED");
        assertThat(start.bench
                        .command("mode.SET", Mode.STANDBY.ordinal())
                        .stage()
                        .name())
                .isEqualTo(tested ? "FAILED" : "COMPLETED");
    }

    @Test
    @Tag("CORE-165")
    void constructionThatTakesTooLongIsReportedAndEndsInSafe() {
        Start start = new Start();
        hal.nanos += 21 * Bench.S;
        start.fly(5);
        assertThat(start.bench.count("boot.PHASE_LATE")).isEqualTo(1);
        assertThat(start.mode()).isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-165")
    void aPassivatedSatelliteStaysPassivatedWhateverFails() {
        Start start = new Start();
        start.bench.modes.resumeAfterBoot(Mode.PASSIVATED);
        start.boot.check(BootCheck.MEMORY, () -> false);
        start.fly(80);
        assertThat(start.mode()).isEqualTo(Mode.PASSIVATED);
    }

    @Test
    @Tag("CORE-166")
    void aRestartByTelecommandIsArmedAndWrittenDownBeforeTheProcessEnds() {
        Start start = new Start().fly(10);
        int number = start.bench.dictionary().commandNumber("boot.RESTART");
        assertThat(start.bench.dictionary().commands().get(number).terms().hazard())
                .isEqualTo(Hazard.CRITICAL);
        start.heard = false;
        assertThat(start.bench.command("boot.RESTART").stage()).isEqualTo(Stage.COMPLETED);
        start.bench.tick(5);
        assertThat(start.stops).as("before the ground has heard of it").isEmpty();
        start.heard = true;
        start.bench.tick(3);
        assertThat(start.stops).isNotEmpty();
        assertThat(new Start().boot.cause()).isEqualTo(BootCause.COMMANDED);
    }

    @Test
    @Tag("CORE-166")
    void aRestartDoesNotWaitForAGroundThatDoesNotHear() {
        Start start = new Start().fly(10);
        start.heard = false;
        start.bench.command("boot.RESTART");
        start.bench.tick(12);
        assertThat(start.stops).isNotEmpty();
    }

    @Test
    @Tag("CORE-166")
    void theSequenceOfTheCauseIsStartedOnceWhenBootIsOver() {
        List<BootCause> started = new ArrayList<>();
        Start start = new Start();
        start.boot.onBooted(started::add);
        start.fly(3);
        assertThat(started).isEmpty();
        start.bench.tick(20);
        assertThat(started).containsExactly(BootCause.FIRST);
        assertThat(start.bench.count("boot.SEQUENCE_NOT_STARTED")).isZero();

        Start second = new Start();
        second.boot.onBooted(cause -> false);
        second.fly(20);
        assertThat(second.bench.count("boot.SEQUENCE_NOT_STARTED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-165")
    void aDiskThatCannotBeWrittenIsReportedAndTheSatelliteWorksOn() {
        hal.writesFail = true;
        Start start = new Start().fly(70);
        assertThat(start.mode()).isEqualTo(Mode.OPERATIONAL);
        assertThat(start.bench.count("boot.CHECK_FAILED")).isEqualTo(1);
    }
}
