package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.PowerDraw;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;

/** A sequencer over a pump that writes down what it was told and when, in tenths of a second. */
final class SequenceBench {
    static final long PERIOD = Bench.S / 10;

    record Given(long cycle, int pump, double speed) {}

    final Bench bench = new Bench();
    final List<Given> given = new ArrayList<>();
    final Channel level;
    final Sequencer sequencer;
    long cycle;

    SequenceBench() {
        Face pump = bench.face("pump");
        level = pump.channel("level", Unit.RATIO, "level");
        Argument speed = Argument.real("speed", Unit.RATIO, 0, 1000, "speed");
        pump.command("RUN", "Runs a pump.", this::run, Argument.whole("pump", 0, 99, "the pump"), speed);
        pump.command("HEAT", "Heats a pump.", new Heating(), Argument.whole("pump", 0, 99, "the pump"), speed);
        pump.command("FAIL", "Fails.", arguments -> Outcome.FAILED_DEVICE);
        pump.command("IN_SAFE", "Is for SAFE only.", Mode.SAFE.bit(), arguments -> Outcome.COMPLETED);
        pump.command("BURN", "Is critical.", CommandTerms.always().critical(), arguments -> Outcome.COMPLETED);
        sequencer = new Sequencer(bench.face("sequencer"), bench.commands, bench.modes);
        bench.fly(
                PERIOD,
                List.of(
                        new RateGroup("fast", 1, 0, PERIOD / 4, List.of(sequencer.dispatch())),
                        new RateGroup("slow", 1, 0, PERIOD / 4, List.of(sequencer))));
        bench.modes.endBoot(Mode.OPERATIONAL);
        tick(1);
    }

    private static final class Heating implements CommandHandler {
        @Override
        public Outcome execute(double[] arguments) {
            return Outcome.COMPLETED;
        }

        @Override
        public PowerDraw draw(double[] arguments) {
            return new PowerDraw("pump" + (int) arguments[0], arguments[1], () -> Double.NaN);
        }
    }

    private Outcome run(double[] arguments) {
        given.add(new Given(cycle, (int) arguments[0], arguments[1]));
        return Outcome.COMPLETED;
    }

    /** Cycles are counted as they begin: what a cycle does carries its number. */
    void tick(int cycles) {
        for (int i = 0; i < cycles; i++) {
            cycle++;
            bench.tick(1);
        }
    }

    Problems problems(String text) {
        Problems problems = new Problems();
        TableText.of(text).read(slot(0), bench.dictionary(), problems);
        return problems;
    }

    SequenceSlot slot(int number) {
        return (SequenceSlot) sequencer.tables().get(number);
    }

    void load(int slot, String headerFields, String... rows) {
        String text = "table sequence test" + slot + " version=1 " + headerFields + "\n" + String.join("\n", rows);
        Problems problems = new Problems();
        var content = TableText.of(text).read(slot(slot), bench.dictionary(), problems);
        assertThat(problems.list()).isEmpty();
        slot(slot).activate(content.value());
    }

    List<Integer> pumps() {
        return given.stream().map(Given::pump).toList();
    }

    List<Long> cycles() {
        return given.stream().map(Given::cycle).toList();
    }

    static int arguments() {
        return CommandDeclaration.MAX_ARGUMENTS;
    }
}
