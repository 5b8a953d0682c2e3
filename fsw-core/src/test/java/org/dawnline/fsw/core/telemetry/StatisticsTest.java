package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private final Bench bench = new Bench();
    private final Channel value = bench.face("source").channel("value", Unit.NONE, "what is watched");
    private final Statistics statistics = new Statistics(bench.face("statistics"));

    StatisticsTest() {
        bench.fly(Bench.S, statistics);
        statistics.use(bench.dictionary());
    }

    private List<String> load(String rows) {
        Problems problems = new Problems();
        var content = TableText.of("table statistics test version=1\n" + rows)
                .read(statistics.table(), bench.dictionary(), problems);
        if (content != null) {
            statistics.table().activate(content.value());
        }
        return problems.list().stream().map(Problem::toString).toList();
    }

    private double of(String what) {
        return bench.value("statistics.slot3." + what);
    }

    private void tick(double newValue) {
        value.set(newValue);
        bench.tick(1);
    }

    @Test
    @Tag("CORE-156")
    @Tag("C3")
    void eachWindowIsToldWholeAndTheFirstOneAlsoOnTheWay() {
        assertThat(load("watch slot=3 channel=source.value window=10s\n")).isEmpty();
        tick(1);
        tick(3);
        assertThat(of("n")).isEqualTo(2);
        assertThat(of("mean")).isEqualTo(2);
        for (int i = 0; i < 8; i++) {
            tick(2);
        }
        tick(1000); // the first of the next window
        assertThat(of("n")).isEqualTo(10);
        assertThat(of("mean")).isEqualTo(2);
        assertThat(of("min")).isEqualTo(1);
        assertThat(of("max")).isEqualTo(3);
        assertThat(of("stddev")).isCloseTo(Math.sqrt(2.0 / 9), within(1e-15));
        assertThat(of("windowS")).isEqualTo(10);
        assertThat(of("channel")).isEqualTo(value.number());
        for (int i = 0; i < 9; i++) {
            tick(0);
            assertThat(of("max")).isEqualTo(3); // not before it is whole
        }
        tick(0);
        assertThat(of("max")).isEqualTo(1000);
        assertThat(of("mean")).isEqualTo(100);
    }

    @Test
    @Tag("CORE-156")
    @Tag("C3")
    void aChannelIsChosenByTelecommandAndLeftAgain() {
        bench.tick(1);
        assertThat(of("channel")).isEqualTo(-1);
        assertThat(bench.command("statistics.WATCH", 3, value.number(), 60).stage())
                .isEqualTo(Stage.COMPLETED);
        tick(5);
        assertThat(of("mean")).isEqualTo(5);
        assertThat(bench.command("statistics.STOP", 3).stage()).isEqualTo(Stage.COMPLETED);
        tick(6);
        assertThat(of("channel")).isEqualTo(-1);
        assertThat(of("n")).isZero();
        assertThat(of("mean")).isNaN();
        assertThat(bench.command("statistics.WATCH", 8, value.number(), 60).reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bench.command("statistics.WATCH", 0, value.number(), 1).reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bench.events).contains("statistics.WATCHED", "statistics.STOPPED");
    }

    @Test
    @Tag("CORE-156")
    void aValueIsASampleOnceForEachTimeThatItIsSet() {
        load("watch slot=3 channel=source.value window=100s\n");
        tick(4);
        bench.tick(50);
        tick(8);
        assertThat(of("n")).isEqualTo(2);
        assertThat(of("mean")).isEqualTo(6);
    }

    @ParameterizedTest
    @Tag("CORE-156")
    @CsvSource(delimiter = '|', textBlock = """
            watch slot=8 channel=source.value window=10s | slot is 8, expected
            watch slot=0 channel=source.value window=1s  | window is 1s, expected
            watch slot=0 channel=source.none window=10s  | source.none, which is no channel
            look slot=0 channel=source.value window=10s  | the row is look, expected watch
            """)
    void everyMistakeIsFound(String row, String complaint) {
        assertThat(load(row.strip())).anyMatch(problem -> problem.contains(complaint.strip()));
        String twice = "watch slot=0 channel=source.value window=10s\n";
        assertThat(load(twice + twice)).containsExactly("line 3: slot is 0, which another row has");
    }
}
