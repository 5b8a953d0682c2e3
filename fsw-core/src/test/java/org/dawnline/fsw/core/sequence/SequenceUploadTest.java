package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.PowerDraw;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables.VALIDATE says on board of a sequence that was uploaded, beside what the check on the ground says. */
@Tag("F4")
@Tag("CORE-133")
class SequenceUploadTest {
    private static final long PERIOD = Bench.S / 10;
    private static final int SLOT = 9;
    private static final int PART_BYTES = 50;

    private final Bench bench = new Bench();
    private final Sequencer sequencer;
    private int done;

    /** What takes power. */
    private static final class Heating implements CommandHandler {
        @Override
        public Outcome execute(double[] arguments) {
            return Outcome.COMPLETED;
        }

        @Override
        public PowerDraw draw(double[] arguments) {
            return new PowerDraw("heater", arguments[0], () -> Double.NaN);
        }
    }

    SequenceUploadTest() {
        Face pump = bench.face("pump");
        pump.command("RUN", "Runs.", this::run, Argument.real("speed", Unit.RATIO, 0, 10, "speed"));
        pump.command("HEAT", "Heats.", new Heating(), Argument.real("powerW", Unit.WATT, 0, 1e3, "power"));
        pump.command("IN_SAFE", "Is for SAFE only.", Mode.SAFE.bit(), arguments -> Outcome.COMPLETED);
        pump.command("BURN", "Is critical.", CommandTerms.always().critical(), arguments -> Outcome.COMPLETED);
        sequencer = new Sequencer(bench.face("sequencer"), bench.commands, bench.modes);
        TableManager tables =
                new TableManager(bench.face("tables"), new InlineWorker(), new MemoryArchive(), sequencer.tables());
        bench.fly(
                PERIOD,
                List.of(new RateGroup(
                        "all", 1, 0, PERIOD, List.of(tables.boundary(), sequencer.dispatch(), sequencer, tables))));
        tables.begin(bench.dictionary(), name -> null);
        bench.modes.endBoot(Mode.OPERATIONAL);
        bench.tick(1);
    }

    private Outcome run(double[] arguments) {
        done++;
        return Outcome.COMPLETED;
    }

    private Bench.Report validate(String text) {
        byte[] packed = PackedTable.pack(TableText.of(text), "sequence", "up", 1);
        for (int at = 0; at < packed.length; at += PART_BYTES) {
            byte[] part = Arrays.copyOfRange(packed, at, Math.min(packed.length, at + PART_BYTES));
            bench.sendData(part, "tables.LOAD", SLOT, at, packed.length);
            bench.tick(1);
        }
        long sent = bench.send("tables.VALIDATE", SLOT);
        bench.tick(3);
        return bench.last(sent);
    }

    private Problems onGround(String text) {
        Problems problems = new Problems();
        TableText.of(text).read(sequencer.tables().get(SLOT), bench.dictionary(), problems);
        return problems;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; +1s pump.GONE",
                "''; +1s pump.RUN",
                "''; +1s pump.RUN speed=11",
                "''; +1s pump.RUN speed=fast",
                "''; +1s pump.RUN speed=1 more=2",
                "''; +1s pump.BURN",
                "modes=OPERATIONAL; +1s pump.IN_SAFE",
                "grantW=99; +1s pump.HEAT powerW=100",
            })
    void whatTheGroundRefusesIsRefusedOnBoardAtTheSameLineAndNeverInForce(String header, String row) {
        String text = "table sequence up version=1 times=previous " + header + "\n+1s pump.RUN speed=1\n" + row + "\n";

        Bench.Report report = validate(text);

        assertThat(report.stage()).isEqualTo(Stage.FAILED);
        assertThat(report.reason()).isEqualTo(Reason.DATA);
        assertThat(report.answer()).as("its line").isEqualTo(3);
        assertThat(onGround(text).first().line()).isEqualTo(3);
        assertThat(bench.count("tables.REFUSED")).isEqualTo(1);
        assertThat(bench.command("tables.ACTIVATE").reason()).isEqualTo(Reason.STATE);
        assertThat(sequencer.start(SLOT, Origin.GROUND))
                .as("nothing is in the slot")
                .isFalse();
    }

    @Test
    void whatTheGroundFindsRightWaitsThenRuns() {
        String text = "table sequence up version=1 times=previous grantW=100\n+1s pump.RUN speed=1\n"
                + "+1s pump.HEAT powerW=100\n+1s pump.RUN speed=10\n";
        assertThat(onGround(text).none()).isTrue();

        assertThat(validate(text).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(sequencer.start(SLOT, Origin.GROUND)).as("it only waits").isFalse();
        long activated = bench.send("tables.ACTIVATE");
        bench.tick(3);
        assertThat(bench.last(activated).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(sequencer.start(SLOT, Origin.GROUND)).isTrue();
        bench.tick(35);
        assertThat(done).isEqualTo(2);
        assertThat(bench.value("sequencer.completed")).isEqualTo(1);
    }
}
