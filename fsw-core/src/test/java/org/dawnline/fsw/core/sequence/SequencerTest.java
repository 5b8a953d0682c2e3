package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.table.Flaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {
    private static final int DOUBLE_BITS = 64;
    private static final int ROWS = 5_000;

    private final SequenceBench flight = new SequenceBench();

    private Reason command(String name, double... arguments) {
        flight.cycle++;
        return flight.bench.command(name, arguments).reason();
    }

    @Test
    @Tag("F2")
    @Tag("CORE-127")
    void timesCountFromTheStepBeforeOrFromTheStartAsTheHeaderSays() {
        String[] rows = {
            "+0s pump.RUN pump=1 speed=0.5",
            "+300ms pump.RUN pump=2 speed=1",
            "+00:00:00.500 pump.RUN speed=2 pump=3",
            "+500ms pump.RUN pump=4 speed=2"
        };
        flight.load(3, "times=previous", rows);
        flight.load(4, "times=start", rows);
        assertThat(command("sequencer.START", 3)).isEqualTo(Reason.NONE);
        long start = flight.cycle;
        flight.tick(20);
        assertThat(flight.pumps()).containsExactly(1, 2, 3, 4);
        assertThat(flight.cycles()).containsExactly(start, start + 3, start + 8, start + 13);
        assertThat(flight.given.get(0).speed()).isEqualTo(0.5);
        assertThat(flight.bench.count("sequencer.COMPLETED")).isEqualTo(1);

        flight.given.clear();
        command("sequencer.START", 4);
        start = flight.cycle;
        flight.tick(20);
        assertThat(flight.cycles()).containsExactly(start, start + 3, start + 5, start + 5);
    }

    @Test
    @Tag("F2")
    @Tag("CORE-128")
    void allSlotsRunAtOnceTheUrgentOnesFirstAndNoMoreThanEightTelecommandsACycle() {
        List<Integer> expected = new ArrayList<>();
        for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
            int priority = (slot * 7) % 10;
            flight.load(slot, "times=start priority=" + priority, "+1s pump.RUN pump=" + slot + " speed=1");
        }
        for (int priority = 0; priority < 10; priority++) {
            for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
                if ((slot * 7) % 10 == priority) {
                    expected.add(slot);
                }
            }
        }
        for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
            assertThat(flight.sequencer.start(slot, Origin.ACTION)).isTrue();
        }
        flight.tick(1);
        assertThat(flight.bench.value("sequencer.running")).isEqualTo(Sequencer.SLOTS);
        flight.tick(30);

        assertThat(flight.pumps()).containsExactlyElementsOf(expected);
        long first = flight.cycles().get(0);
        for (int i = 0; i < Sequencer.SLOTS; i++) {
            assertThat(flight.cycles().get(i)).isEqualTo(first + i / Sequencer.MAX_PER_CYCLE);
        }
        assertThat(flight.bench.value("sequencer.running")).isZero();
        assertThat(flight.bench.value("sequencer.completed")).isEqualTo(Sequencer.SLOTS);
        assertThat(flight.bench.value("sequencer.late")).isPositive();
    }

    /** Every bit of the step's telecommand and arguments. */
    @Test
    @Tag("F2")
    @Tag("CORE-129")
    void aFlippedBitStopsTheSequenceInsteadOfBecomingATelecommand() {
        int flips = 0;
        for (int bit = 0; bit < DOUBLE_BITS; bit++) {
            for (int argument = 0; argument < SequenceBench.arguments(); argument++) {
                flips += flipped(argument, bit);
            }
            flips += bit < Integer.SIZE ? flipped(-1, bit) : 0;
        }
        assertThat(flight.given).hasSize(flips).allMatch(given -> given.pump() == 1);
        assertThat(flight.bench.value("sequencer.damaged")).isEqualTo(flips);
        assertThat(flight.bench.count("sequencer.DAMAGED")).isPositive();
        assertThat(flight.sequencer.start(0, Origin.ACTION))
                .as("it is damaged still")
                .isFalse();
    }

    private int flipped(int argument, int bit) {
        flight.load(0, "times=start", "+0s pump.RUN pump=1 speed=5", "+200ms pump.RUN pump=2 speed=6");
        flight.sequencer.start(0, Origin.ACTION);
        flight.tick(1);
        Sequence sequence = flight.sequencer.sequence(0);
        if (argument < 0) {
            sequence.commands[1] ^= 1 << bit;
        } else {
            int at = SequenceBench.arguments() + argument;
            long bits = Double.doubleToRawLongBits(sequence.arguments[at]) ^ (1L << bit);
            sequence.arguments[at] = Double.longBitsToDouble(bits);
        }
        flight.tick(3);
        return 1;
    }

    @Test
    @Tag("F2")
    @Tag("CORE-130")
    void theGroundStopsHoldsAndResumesOneAGroupOrAll() {
        for (int slot = 0; slot < 4; slot++) {
            flight.load(slot, "times=start group=" + slot / 2, "+1s pump.RUN pump=" + slot + " speed=1");
        }
        assertThat(command("sequencer.START_GROUP", 1)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.START_GROUP", 7)).isEqualTo(Reason.STATE);
        assertThat(command("sequencer.START", 0)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.START", 0)).as("runs already").isEqualTo(Reason.STATE);
        assertThat(command("sequencer.START", 9)).as("empty").isEqualTo(Reason.STATE);
        assertThat(command("sequencer.HOLD", 2)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.STOP", 3)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.STOP", 3)).isEqualTo(Reason.STATE);
        flight.tick(20);
        assertThat(flight.pumps()).containsExactly(0);
        assertThat(flight.bench.value("sequencer.slot2")).isEqualTo(SequenceState.HELD.ordinal());

        assertThat(command("sequencer.RESUME", 2)).isEqualTo(Reason.NONE);
        flight.tick(3);
        assertThat(flight.pumps()).as("its time stood still").containsExactly(0);
        flight.tick(7);
        assertThat(flight.pumps()).containsExactly(0, 2);

        command("sequencer.START_GROUP", 0);
        assertThat(command("sequencer.STOP_GROUP", 0)).isEqualTo(Reason.NONE);
        command("sequencer.START", 1);
        assertThat(command("sequencer.STOP_ALL")).isEqualTo(Reason.NONE);
        flight.tick(20);
        assertThat(flight.pumps()).containsExactly(0, 2);
        assertThat(flight.bench.value("sequencer.running")).isZero();
    }

    @Test
    @Tag("F2")
    @Tag("CORE-130")
    void aGroupStartsAndStopsAsAWholeAndTheOthersGoOn() {
        for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
            flight.load(slot, "times=previous group=" + slot % 3, "+10s pump.RUN pump=" + slot + " speed=1");
        }
        assertThat(command("sequencer.START_GROUP", 1)).isEqualTo(Reason.NONE);
        assertThat(running()).allMatch(slot -> slot % 3 == 1).hasSize(21);
        assertThat(command("sequencer.START_GROUP", 1)).as("none is ready").isEqualTo(Reason.STATE);
        assertThat(command("sequencer.START_GROUP", 2)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.HOLD", 4)).isEqualTo(Reason.NONE);
        assertThat(command("sequencer.STOP_GROUP", 1)).as("what is held, too").isEqualTo(Reason.NONE);
        assertThat(running()).allMatch(slot -> slot % 3 == 2).hasSize(21);
        assertThat(command("sequencer.STOP_GROUP", 1)).as("none runs").isEqualTo(Reason.STATE);
        flight.tick(110);
        assertThat(flight.pumps()).allMatch(pump -> pump % 3 == 2).hasSize(21);
    }

    private List<Integer> running() {
        return IntStream.range(0, Sequencer.SLOTS)
                .filter(flight.sequencer::active)
                .boxed()
                .toList();
    }

    @Test
    @Tag("CORE-130")
    void aSequenceMayStartAnotherOneOrStopItself() {
        flight.load(0, "times=start", "+0s sequencer.START slot=1", "+0s sequencer.STOP slot=0", "+0s pump.FAIL");
        flight.load(1, "times=start", "+0s pump.RUN pump=7 speed=1");
        flight.sequencer.start(0, Origin.MODE);
        flight.tick(5);

        assertThat(flight.pumps()).containsExactly(7);
        assertThat(flight.bench.count("sequencer.FAILED")).isZero();
    }

    @Test
    @Tag("CORE-131")
    void aTelecommandThatFailsStopsTheSequenceUnlessTheHeaderSaysOtherwise() {
        flight.load(0, "times=start", "+0s pump.FAIL", "+100ms pump.RUN pump=1 speed=1");
        flight.load(1, "times=start failure=continue", "+0s pump.FAIL", "+100ms pump.RUN pump=2 speed=1");
        flight.sequencer.start(0, Origin.ACTION);
        flight.sequencer.start(1, Origin.ACTION);
        flight.tick(5);

        assertThat(flight.pumps()).containsExactly(2);
        assertThat(flight.bench.count("sequencer.FAILED")).isEqualTo(1);
        assertThat(flight.bench.count("commands.ONBOARD_REFUSED")).isEqualTo(2);
    }

    @Test
    @Tag("F3")
    @Tag("CORE-132")
    void aWaitEndsWithItsChannelOrWithItsTimeAndUnknownIsNotEnough() {
        String run = "+100ms pump.RUN pump=1 speed=1";
        flight.load(0, "times=previous", "+0s WAIT channel=pump.level above=0.5 for=2s", run);
        flight.sequencer.start(0, Origin.ACTION);
        flight.tick(5);
        assertThat(flight.given).isEmpty();
        flight.level.set(0.5);
        flight.tick(3);
        assertThat(flight.given).isEmpty();
        flight.level.set(0.6);
        long there = flight.cycle + 1;
        flight.tick(3);
        assertThat(flight.cycles()).containsExactly(there + 1);

        flight.load(0, "times=previous", "+0s WAIT channel=pump.level below=0.5 for=1s", run);
        flight.sequencer.start(0, Origin.ACTION);
        flight.tick(20);
        assertThat(flight.given).hasSize(1);
        assertThat(flight.bench.count("sequencer.WAITED_IN_VAIN")).isEqualTo(1);

        flight.load(0, "times=previous", "+0s WAIT channel=pump.level below=0.5 for=1s else=continue", run);
        flight.sequencer.start(0, Origin.ACTION);
        long start = flight.cycle + 1;
        flight.tick(20);
        assertThat(flight.cycles()).containsExactly(there + 1, start + 11);
    }

    @Test
    @Tag("CORE-131")
    void aSequenceRunsInItsModesOnlyAndStopsWhenItIsReplaced() {
        flight.load(0, "times=start modes=SAFE", "+1s pump.IN_SAFE");
        assertThat(flight.sequencer.start(0, Origin.ACTION)).isFalse();
        flight.bench.modes.requestSafe();
        flight.tick(1);
        assertThat(flight.sequencer.start(0, Origin.ACTION)).isTrue();
        flight.tick(2);
        flight.load(0, "times=start", "+0s pump.RUN pump=1 speed=1");
        flight.tick(20);
        assertThat(flight.bench.count("sequencer.REPLACED")).isEqualTo(1);
        assertThat(flight.given).isEmpty();
        assertThat(flight.bench.value("sequencer.running")).isZero();
        assertThat(flight.sequencer.slotOf("test0")).isZero();
        assertThat(flight.sequencer.slotOf("none")).isEqualTo(-1);
        assertThat(Mode.SAFE).isEqualTo(flight.bench.modes.mode());
    }

    @ParameterizedTest
    @Tag("F4")
    @Tag("CORE-133")
    @CsvSource(
            delimiter = ';',
            value = {
                "times=previous; 0s pump.FAIL; WRONG_KIND",
                "times=previous; +25h pump.FAIL; OUT_OF_RANGE",
                "times=previous; +1.0005s pump.FAIL; WRONG_KIND",
                "times=previous; +0s; MISSING",
                "times=previous; +0s pump.WALK; UNKNOWN_NAME",
                "times=previous; +0s pump.RUN pump=1; MISSING",
                "times=previous; +0s pump.RUN pump=1 speed=1001; OUT_OF_RANGE",
                "times=previous; +0s pump.RUN pump=0.5 speed=1; OUT_OF_RANGE",
                "times=previous; +0s pump.FAIL now; UNKNOWN_FIELD",
                "times=previous; +0s pump.IN_SAFE; CONFLICT",
                "times=previous modes=SAFE,OPERATIONAL; +0s pump.IN_SAFE; CONFLICT",
                "times=previous modes=SAFE,GONE; +0s pump.FAIL; UNKNOWN_NAME",
                "times=previous; +0s pump.BURN; CONFLICT",
                "times=sometimes; +0s pump.FAIL; UNKNOWN_NAME",
                "'' ; +0s pump.FAIL; MISSING",
                "times=previous priority=10; +0s pump.FAIL; OUT_OF_RANGE",
                "times=previous; +0s WAIT channel=pump.level for=1s; CONFLICT",
                "times=previous; +0s WAIT channel=pump.level above=1 below=0 for=1s; CONFLICT",
                "times=previous; +0s WAIT channel=pump.depth above=1 for=1s; UNKNOWN_NAME",
                "times=previous; +0s WAIT channel=pump.level above=1; MISSING",
            })
    void whatTheDispatcherWouldRefuseIsRefusedBefore(String header, String row, Flaw flaw) {
        var problems = flight.problems("table sequence bad version=1 " + header + "\n" + row + "\n");

        assertThat(problems.list().stream().map(problem -> problem.flaw())).contains(flaw);
    }

    @Test
    @Tag("CORE-133")
    void timesFromTheStartDoNotRunBackwardsAndStepsAreBounded() {
        var backwards = flight.problems("table sequence bad version=1 times=start\n+2s pump.FAIL\n+1s pump.FAIL\n");
        assertThat(backwards.first().flaw()).isEqualTo(Flaw.CONFLICT);
        assertThat(backwards.first().line()).isEqualTo(3);
        String many = "+0s pump.FAIL\n".repeat(Sequence.MAX_STEPS + 1);
        assertThat(flight.problems("table sequence bad version=1 times=start\n" + many)
                        .first()
                        .flaw())
                .isEqualTo(Flaw.TOO_MANY);
    }

    /** Random rows, right and wrong: what the check says, and what the dispatcher says to the very same telecommand. */
    @Test
    @Tag("F4")
    @Tag("CORE-133")
    void theCheckRefusesExactlyWhatTheDispatcherWouldRefuse() {
        SplittableRandom luck = new SplittableRandom(5);
        int right = 0;
        for (int i = 0; i < ROWS; i++) {
            double pump = luck.nextInt(-20, 130) * (luck.nextInt(6) == 0 ? 0.5 : 1);
            double speed = luck.nextInt(-200, 1300) / 2.0;
            int command = luck.nextInt(6);
            String name = List.of("pump.RUN", "pump.RUN", "pump.RUN", "pump.FAIL", "pump.IN_SAFE", "pump.BURN")
                    .get(command);
            boolean run = command < 3;
            String arguments = run ? " pump=" + pump + " speed=" + speed : "";
            String text = "table sequence t version=1 times=start modes=OPERATIONAL\n+0s " + name + arguments + "\n";
            boolean accepted = flight.problems(text).none();
            Reason reason = flight.bench.commands.command(
                    Origin.SEQUENCE,
                    0,
                    flight.bench.dictionary().commandNumber(name),
                    run ? new double[] {pump, speed} : new double[0]);
            assertThat(accepted).as("%s: %s", text, reason).isEqualTo(reason == Reason.NONE || reason == Reason.DEVICE);
            right += accepted ? 1 : 0;
        }
        assertThat(right).isBetween(ROWS / 5, ROWS * 4 / 5);
    }
}
