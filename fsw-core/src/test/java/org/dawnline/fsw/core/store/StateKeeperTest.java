package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.boot.BootLedger;
import org.dawnline.fsw.core.boot.BootSequence;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StateKeeperTest {
    private final StillHal hal = new StillHal();
    private final Worker worker = new InlineWorker();

    /** One start of the flight software on the storage that the last one left. */
    private final class Boot {
        final Bench bench = new Bench(hal);
        final Parameter limitW;
        final StateKeeper keeper;

        Boot() {
            this(worker, 100);
        }

        Boot(Worker worker, double maxW) {
            this(worker, maxW, false);
        }

        Boot(Worker worker, double maxW, boolean withDefaults) {
            Face power = bench.face("power");
            limitW = power.parameter("limitW", Unit.WATT, 50, 0, maxW, "limit");
            var table = new ParameterTable(bench.face("parameters"), bench.registrar);
            keeper = new StateKeeper(bench.face("state"), bench.registrar, bench.modes, hal, worker);
            bench.registrar.savedBy(keeper);
            var boot = new BootSequence(bench.face("boot"), bench.modes, BootLedger.open(new StillHal()), hal, worker);
            if (withDefaults) {
                keeper.restoreWithDefaults();
            } else {
                keeper.restore();
            }
            bench.fly(Bench.S, boot, table, keeper);
        }

        int number(String parameter) {
            return bench.dictionary().enumeration("parameter").indexOf(parameter);
        }

        Bench.Report set(String parameter, double value) {
            return bench.command("parameters.SET", number(parameter), value);
        }
    }

    @Test
    @Tag("CORE-031")
    void aFirstBootGoesToOperationalAfterTheSettlingTime() {
        Boot boot = new Boot();
        boot.bench.tick(4);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.BOOT);
        boot.bench.tick(1);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
        assertThat(boot.bench.value("state.bootCount")).isEqualTo(1);
        assertThat(boot.bench.value("state.damagedCopies")).isZero();
        assertThat(boot.bench.count("state.RESTORED")).isEqualTo(1);
    }

    @Test
    @Tag("A9")
    @Tag("CORE-167")
    void aStartWithDefaultsLosesNoSavedParameterForTheOneAfter() {
        Boot first = new Boot();
        first.set("power.limitW", 77);
        first.bench.tick(1);
        Boot sparing = new Boot(worker, 100, true);
        assertThat(sparing.limitW.value()).isEqualTo(50);
        sparing.bench.modes.requestSafe(); // something to save
        sparing.bench.tick(20);
        assertThat(sparing.bench.value("state.bootCount")).isEqualTo(2);
        assertThat(new Boot().limitW.value()).isEqualTo(77);
        Boot again = new Boot(worker, 100, true);
        again.set("power.limitW", 33);
        again.bench.tick(2);
        assertThat(new Boot().limitW.value())
                .as("what the ground has set since")
                .isEqualTo(33);
    }

    @Test
    @Tag("CORE-031")
    void parametersAndBootCountSurviveARestart() {
        Boot first = new Boot();
        assertThat(first.set("power.limitW", 77).stage()).isEqualTo(Stage.COMPLETED);
        first.bench.tick(1);
        Boot second = new Boot();
        assertThat(second.limitW.value()).isEqualTo(77);
        second.bench.tick(1);
        assertThat(second.bench.value("state.bootCount")).isEqualTo(2);
        assertThat(second.bench.value("parameters.changed")).isEqualTo(1);
        second.bench.command("parameters.RESET", second.number("power.limitW"));
        second.bench.tick(1);
        assertThat(new Boot().limitW.value()).isEqualTo(50);
    }

    @Test
    @Tag("CORE-031")
    void nothingIsWrittenWhileNothingChanges() {
        Boot boot = new Boot();
        assertThat(hal.writes).isEqualTo(2); // the boot count, into both copies
        boot.bench.tick(100);
        assertThat(hal.writes).isEqualTo(2);
        boot.set("power.limitW", 60);
        boot.bench.tick(100);
        assertThat(hal.writes).isEqualTo(4);
    }

    @Test
    @Tag("CORE-032")
    void safeStaysSafeOverRestartsEvenDuringBoot() {
        Boot first = new Boot();
        first.bench.tick(10);
        first.bench.modes.requestSafe();
        first.bench.tick(2);
        Boot second = new Boot();
        second.bench.tick(2); // dies in BOOT
        assertThat(second.bench.modes.mode()).isEqualTo(Mode.BOOT);
        Boot third = new Boot();
        third.bench.tick(10);
        assertThat(third.bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(third.bench.command("mode.SET", Mode.OPERATIONAL.ordinal()).stage())
                .isEqualTo(Stage.COMPLETED);
        third.bench.tick(2);
        Boot fourth = new Boot();
        fourth.bench.tick(10);
        assertThat(fourth.bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
    }

    private static void passivate(Boot boot) {
        boot.bench.modes.requestSafe();
        boot.bench.tick(1);
        int number = boot.bench.dictionary().commandNumber("mode.PASSIVATE");
        long nonce = boot.bench.command("commands.ARM", number).answer();
        Telecommand slot = boot.bench.commands.mailbox().claim();
        assertThat(slot).isNotNull();
        slot.fill(1, 10_000, number, 0, Long.MAX_VALUE);
        slot.putNonce(nonce);
        boot.bench.commands.mailbox().publish();
        boot.bench.tick(1);
    }

    private static long completed(Boot boot) {
        return boot.bench.reports.stream()
                .filter(report -> report.stage() == Stage.COMPLETED)
                .count();
    }

    @Test
    @Tag("CORE-164")
    void passivatedIsHeldFromTheFirstCycleOnWhicheverCopiesAreLost() {
        Boot first = new Boot();
        first.bench.tick(10);
        passivate(first); // killed in the very cycle after
        assertThat(hal.blobs).containsKeys("passivated.a", "passivated.b");
        Map<String, byte[]> kept = new TreeMap<>(hal.blobs);
        for (String lost : List.of("none", "state.", "passivated.", "state.a passivated.a passivated.b")) {
            hal.blobs.clear();
            kept.forEach((name, blob) -> hal.blobs.put(
                    name, !lost.contains(name) && !name.startsWith(lost) ? blob.clone() : new byte[] {1, 2, 3}));
            Boot next = new Boot(worker, 100, lost.equals("none"));
            next.bench.tick(1);
            assertThat(next.bench.modes.mode()).as(lost).isEqualTo(Mode.PASSIVATED);
            next.bench.modes.resumeAfterBoot(Mode.SAFE); // as a start in the safe topology wants it
            next.bench.tick(20);
            assertThat(next.bench.modes.mode()).as(lost).isEqualTo(Mode.PASSIVATED);
            assertThat(next.bench.command("parameters.NOOP").reason()).isEqualTo(Reason.WRONG_MODE);
            CheckedStore end = new CheckedStore(hal, "passivated");
            assertThat(end.load()).isNotNull();
            assertThat(end.damagedCopies()).as("mended").isZero();
        }
    }

    @Test
    @Tag("CORE-164")
    void passivateIsDoneWhenItIsOnTheDiskAndNotBefore() {
        List<Runnable> queue = new ArrayList<>();
        Boot boot = new Boot(task -> queue.add(task), 100);
        boot.bench.tick(10);
        queue.forEach(Runnable::run);
        queue.clear();
        long before = completed(boot);
        passivate(boot);
        boot.bench.tick(5);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.PASSIVATED);
        long armed = completed(boot);
        assertThat(armed).isEqualTo(before + 1);
        for (int round = 0; round < 3; round++) {
            List<Runnable> tasks = List.copyOf(queue);
            queue.clear();
            tasks.forEach(Runnable::run);
            boot.bench.tick(2);
        }
        assertThat(completed(boot)).isEqualTo(armed + 1);
    }

    @Test
    @Tag("CORE-186")
    void aModeIsAcknowledgedWhenARestartWouldGoBackToIt() {
        List<Runnable> queue = new ArrayList<>();
        Boot boot = new Boot(task -> queue.add(task), 100);
        for (int i = 0; i < 10; i++) {
            run(queue, boot);
        }
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.OPERATIONAL);
        Bench.Report set = boot.bench.command("mode.SET", Mode.STANDBY.ordinal());
        assertThat(set.stage()).as("it is not on the disk").isEqualTo(Stage.STARTED);
        long before = completed(boot);
        boot.bench.tick(5);
        assertThat(boot.bench.modes.mode()).as("obeyed at once").isEqualTo(Mode.STANDBY);
        assertThat(completed(boot)).isEqualTo(before);
        assertThat(savedMode()).as("after a kill").isEqualTo(Mode.OPERATIONAL.name());
        run(queue, boot);
        assertThat(completed(boot)).isEqualTo(before + 1);
        assertThat(savedMode()).isEqualTo(Mode.STANDBY.name());
        Boot next = new Boot();
        next.bench.tick(10);
        assertThat(next.bench.modes.mode()).isEqualTo(Mode.STANDBY);
    }

    private @Nullable String savedMode() {
        byte[] bytes = new CheckedStore(hal, "state").load();
        SavedState state = bytes == null ? null : SavedState.of(bytes);
        return state == null ? null : state.mode();
    }

    private static void run(List<Runnable> queue, Boot boot) {
        List<Runnable> tasks = List.copyOf(queue);
        queue.clear();
        tasks.forEach(Runnable::run);
        boot.bench.tick(2);
    }

    @Test
    @Tag("CORE-186")
    void aModeThatIsWrittenInItsOwnCycleIsAcknowledgedInIt() {
        Boot boot = new Boot();
        boot.bench.tick(10);
        assertThat(boot.bench.command("mode.SET", Mode.SAFE.ordinal()).stage()).isEqualTo(Stage.COMPLETED);
        Boot next = new Boot(); // killed before anything else
        next.bench.tick(10);
        assertThat(next.bench.modes.mode()).isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("A10")
    @Tag("CORE-032")
    void aLostStateBootsIntoSafe() {
        new Boot().bench.tick(10);
        hal.blobs.replaceAll((name, blob) -> new byte[] {1, 2, 3});
        Boot next = new Boot();
        next.bench.tick(10);
        assertThat(next.bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(next.bench.count("state.STATE_LOST")).isEqualTo(1);
        assertThat(next.bench.count("state.COPY_DAMAGED")).isEqualTo(1);
    }

    @Test
    @Tag("A10")
    @Tag("CORE-031")
    void oneDamagedCopyIsReportedAndTheOtherServes() {
        Boot first = new Boot();
        first.set("power.limitW", 60);
        first.set("power.limitW", 70);
        first.bench.tick(1);
        hal.blobs.put("state.a", new byte[] {1, 2, 3}); // the other copy holds the newest state, too
        Boot second = new Boot();
        second.bench.tick(1);
        assertThat(second.limitW.value()).isEqualTo(70);
        assertThat(second.bench.value("state.damagedCopies")).isEqualTo(1);
        assertThat(second.bench.count("state.COPY_DAMAGED")).isEqualTo(1);
        assertThat(second.bench.count("state.STATE_LOST")).isZero();
    }

    @Test
    @Tag("CORE-031")
    void valuesThatTheNewSoftwareDoesNotKnowOrAllowAreIgnored() throws IOException {
        Map<String, Double> values = new TreeMap<>(Map.of("power.limitW", 101.0, "gone.x", 1.0, "boot.settleS", 8.0));
        new CheckedStore(hal, "state").save(new SavedState(41, "OPERATIONAL", values).toBytes());
        Boot boot = new Boot();
        boot.bench.tick(2);
        assertThat(boot.limitW.value()).isEqualTo(50);
        assertThat(boot.bench.value("state.bootCount")).isEqualTo(42);
        assertThat(boot.bench.count("state.PARAMETERS_UNKNOWN")).isEqualTo(1);
        assertThat(boot.bench.count("state.PARAMETER_OUT_OF_RANGE")).isEqualTo(1);
        boot.bench.tick(5);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.BOOT); // settles for 8 s now
    }

    @Test
    @Tag("CORE-032")
    void aModeThatTheSoftwareDoesNotKnowBecomesSafe() throws IOException {
        new CheckedStore(hal, "state").save(new SavedState(1, "PARTY", Map.of()).toBytes());
        Boot boot = new Boot();
        boot.bench.tick(10);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.SAFE);
    }

    @Test
    @Tag("CORE-032")
    void anotherFormatIsALostState() throws IOException {
        new CheckedStore(hal, "state").save(new byte[] {0, 0, 0, 9});
        Boot boot = new Boot();
        boot.bench.tick(10);
        assertThat(boot.bench.modes.mode()).isEqualTo(Mode.SAFE);
        assertThat(boot.bench.count("state.STATE_LOST")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-031")
    void aFailedWriteIsReportedAndTriedAgain() {
        Boot boot = new Boot();
        boot.bench.tick(1);
        hal.writesFail = true;
        boot.set("power.limitW", 60);
        boot.bench.tick(5);
        assertThat(boot.bench.value("state.failedSaves")).isEqualTo(1);
        assertThat(boot.bench.count("state.SAVE_FAILED")).isEqualTo(1);
        hal.writesFail = false;
        boot.bench.tick(15);
        assertThat(new Boot().limitW.value()).isEqualTo(60);
    }

    @Test
    @Tag("CORE-031")
    void theCycleNeverWritesItself() {
        List<Runnable> queue = new ArrayList<>();
        Boot boot = new Boot(task -> queue.add(task), 100);
        boot.set("power.limitW", 60);
        boot.set("power.limitW", 61);
        boot.bench.tick(10);
        assertThat(hal.writes).isEqualTo(2);
        assertThat(queue).hasSize(1); // one at a time
        queue.remove(0).run();
        boot.bench.tick(1);
        assertThat(queue).hasSize(1); // what changed meanwhile
        queue.remove(0).run();
        assertThat(new Boot().limitW.value()).isEqualTo(61);
    }

    @Test
    @Tag("CORE-033")
    void aParameterIsSetOnlyWithinItsOwnBounds() {
        Boot boot = new Boot();
        Bench.Report refused = boot.set("power.limitW", 100.5);
        assertThat(refused.stage()).isEqualTo(Stage.REJECTED);
        assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(boot.limitW.value()).isEqualTo(50);
        assertThat(boot.set("power.limitW", 100).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(boot.bench.count("parameters.CHANGED")).isEqualTo(1);
        assertThat(boot.bench.command("parameters.SET", 99, 1).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(boot.set("power.limitW", Double.NaN).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(boot.bench.command("parameters.RESET_ALL").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(boot.limitW.value()).isEqualTo(50);
        boot.bench.tick(1);
        assertThat(boot.bench.value("parameters.changed")).isZero();
    }
}
