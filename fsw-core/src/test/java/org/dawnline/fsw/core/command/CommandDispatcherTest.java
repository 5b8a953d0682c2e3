package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.Bench.Report;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest {
    private static final long P = 100 * Bench.MS;

    private final Bench bench = new Bench();
    private final List<Double> executed = new ArrayList<>();

    private void fly() {
        Face face = bench.face("x");
        Argument real = Argument.real("value", Unit.WATT, 0, 10, "a value");
        face.command("NOTE", "Notes a value.", this::note, real);
        face.command("STANDBY_ONLY", "Only in STANDBY.", Mode.STANDBY.bit(), this::note, real);
        face.command("BREAK", "Breaks.", arguments -> {
            throw new IllegalStateException("told to");
        });
        face.command("DEVICE", "Fails.", arguments -> Outcome.FAILED_DEVICE);
        face.command("EVEN", "Refuses odd numbers.", new EvenOnly(), Argument.whole("n", -1, 10, "a number"));
        bench.fly(P);
    }

    private Outcome note(double[] arguments) {
        executed.add(arguments[0]);
        return Outcome.COMPLETED;
    }

    private final class EvenOnly implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            if (arguments[0] < 0) {
                throw new IllegalStateException("told to");
            }
            return arguments[0] % 2 == 0;
        }

        @Override
        public Outcome execute(double[] arguments) {
            return note(arguments);
        }
    }

    private List<Stage> stages(long counter) {
        return bench.reports.stream()
                .filter(report -> report.counter() == counter)
                .map(Report::stage)
                .toList();
    }

    @Test
    @Tag("CORE-014")
    void anImmediateTelecommandIsAcceptedStartedAndCompleted() {
        fly();
        long sent = bench.send("x.NOTE", 5);
        bench.tick(1);
        assertThat(stages(sent)).containsExactly(Stage.ACCEPTED, Stage.STARTED, Stage.COMPLETED);
        assertThat(executed).containsExactly(5.0);
        assertThat(bench.value("commands.completed")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-014")
    void everyFaultHasItsOwnReasonAndCounterAndNothingIsExecuted() {
        fly();
        assertRejected(bench.command("x.NOTE", 10.5), Reason.OUT_OF_RANGE, 0);
        assertRejected(bench.command("x.NOTE", Double.NaN), Reason.OUT_OF_RANGE, 0);
        assertRejected(bench.command("x.NOTE"), Reason.WRONG_ARGUMENTS, -1);
        assertRejected(bench.command("x.NOTE", 1, 2), Reason.WRONG_ARGUMENTS, -1);
        assertRejected(bench.command("x.UNKNOWN"), Reason.UNKNOWN_COMMAND, -1);
        assertRejected(bench.command("x.STANDBY_ONLY", 1), Reason.WRONG_MODE, -1);
        assertRejected(bench.command("x.EVEN", 3), Reason.OUT_OF_RANGE, -1);
        assertRejected(bench.command("x.EVEN", -1), Reason.INTERNAL, -1);
        assertThat(executed).isEmpty();
        assertThat(bench.value("commands.rejected")).isEqualTo(8);
        assertThat(bench.value("commands.rejected.OUT_OF_RANGE")).isEqualTo(3);
        assertThat(bench.value("commands.rejected.WRONG_ARGUMENTS")).isEqualTo(2);
        assertThat(bench.value("commands.rejected.UNKNOWN_COMMAND")).isEqualTo(1);
        assertThat(bench.value("commands.rejected.WRONG_MODE")).isEqualTo(1);
        assertThat(bench.value("commands.rejected.INTERNAL")).isEqualTo(1);
        assertThat(bench.value("commands.rejected.EXPIRED")).isZero();
    }

    private static void assertRejected(Report report, Reason reason, int argument) {
        assertThat(report.stage()).isEqualTo(Stage.REJECTED);
        assertThat(report.reason()).isEqualTo(reason);
        assertThat(report.argument()).isEqualTo(argument);
    }

    @Test
    @Tag("CORE-014")
    void whatExpiredWhileTheLinkWasDownIsNotExecuted() {
        fly();
        Telecommand slot = bench.commands.mailbox().claim();
        assertThat(slot).isNotNull();
        int number = bench.dictionary().commandNumber("x.NOTE");
        slot.fill(1, 77, number, 0, StillHal.START_UTC_NANOS - 1);
        slot.addArgument(5);
        bench.commands.mailbox().publish();
        bench.tick(1);
        assertThat(bench.reports).containsExactly(new Report(77, Stage.REJECTED, Reason.EXPIRED, -1));
        assertThat(executed).isEmpty();
    }

    @Test
    @Tag("CORE-014")
    void aHandlerThatBreaksFailsItsTelecommandOnly() {
        fly();
        Report broken = bench.command("x.BREAK");
        assertThat(broken.stage()).isEqualTo(Stage.FAILED);
        assertThat(broken.reason()).isEqualTo(Reason.INTERNAL);
        assertThat(bench.count("commands.HANDLER_BROKE")).isEqualTo(1);
        assertThat(bench.command("x.DEVICE").reason()).isEqualTo(Reason.DEVICE);
        assertThat(bench.command("x.NOTE", 1).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-015")
    void timeTaggedTelecommandsWaitForTheirTimeInTheirOrder() {
        fly();
        long utc = StillHal.START_UTC_NANOS;
        long late = bench.sendAt(utc + 10 * P, "x.NOTE", 3);
        bench.sendAt(utc + 5 * P, "x.NOTE", 1);
        bench.sendAt(utc + 5 * P, "x.NOTE", 2);
        bench.tick(5);
        assertThat(executed).isEmpty();
        assertThat(stages(late)).containsExactly(Stage.ACCEPTED);
        assertThat(bench.value("commands.scheduled")).isEqualTo(3);
        bench.tick(1);
        assertThat(executed).containsExactly(1.0, 2.0);
        bench.tick(10);
        assertThat(executed).containsExactly(1.0, 2.0, 3.0);
        assertThat(stages(late)).containsExactly(Stage.ACCEPTED, Stage.STARTED, Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-015")
    void aTimeTaggedTelecommandThatFindsAnotherModeFailsAndIsNotRejectedAfterAcceptance() {
        fly();
        long sent = bench.sendAt(StillHal.START_UTC_NANOS + 2 * P, "x.STANDBY_ONLY", 3);
        bench.tick(5);
        assertThat(stages(sent)).containsExactly(Stage.ACCEPTED, Stage.FAILED);
        assertThat(executed).isEmpty();
    }

    @Test
    @Tag("CORE-015")
    void aFullScheduleRejectsTheNewcomer() {
        fly();
        long utc = StillHal.START_UTC_NANOS;
        for (int i = 0; i < Schedule.CAPACITY; i++) {
            bench.sendAt(utc + 2000 * P, "x.NOTE", 1);
            if (i % CommandDispatcher.MAX_PER_CYCLE == 0) {
                bench.tick(1);
            }
        }
        long last = bench.sendAt(utc + 2000 * P, "x.NOTE", 1);
        bench.tick(2);
        assertThat(bench.reports).contains(new Report(last, Stage.REJECTED, Reason.SCHEDULE_FULL, -1));
        bench.tick(4000);
        assertThat(executed).as("late, but none is lost").hasSize(Schedule.CAPACITY);
    }

    /** Random commands, modes, time tags and mailbox fill: each telecommand ends exactly once, nothing follows its end. */
    @Test
    @Tag("CORE-016")
    void everyTelecommandGetsExactlyOneTerminalReport() {
        for (long seed = 1; seed <= 40; seed++) {
            new CommandDispatcherTest().flyRandomly(seed);
        }
    }

    private void flyRandomly(long seed) {
        fly();
        Random random = new Random(seed);
        List<String> names =
                List.of("x.NOTE", "x.STANDBY_ONLY", "x.BREAK", "x.DEVICE", "x.EVEN", "mode.SET", "core.NOOP", "no");
        List<Long> sent = new ArrayList<>();
        for (int cycle = 0; cycle < 200; cycle++) {
            int burst = random.nextInt(20) == 0 ? 150 : random.nextInt(6);
            for (int i = 0; i < burst && bench.commands.mailbox().size() < CommandMailbox.CAPACITY; i++) {
                String name = names.get(random.nextInt(names.size()));
                double[] arguments = random.doubles(random.nextInt(3), -2, 12).toArray();
                if (arguments.length > 0 && random.nextBoolean()) {
                    arguments[0] = Math.rint(arguments[0]);
                }
                long utc = bench.hal.utcNanos();
                long at = random.nextInt(3) == 0 ? utc + (long) (random.nextGaussian() * 30 * P) : 0;
                sent.add(bench.sendAt(at, name, arguments));
            }
            if (random.nextInt(30) == 0) {
                bench.modes.endBoot(Mode.STANDBY);
            }
            bench.tick(1);
        }
        bench.tick(400);
        Map<Long, Integer> terminal = new TreeMap<>();
        Map<Long, Stage> lastStage = new TreeMap<>();
        for (Report report : bench.reports) {
            Stage before = lastStage.put(report.counter(), report.stage());
            assertThat(before == null
                            || (!before.terminal()
                                    && before.ordinal() < report.stage().ordinal()))
                    .as("seed %d: %s after %s", seed, report, before)
                    .isTrue();
            terminal.merge(report.counter(), report.stage().terminal() ? 1 : 0, Integer::sum);
        }
        assertThat(terminal).as("seed %d", seed).hasSize(sent.size());
        assertThat(terminal.values()).as("seed %d", seed).containsOnly(1);
    }
}
