package org.dawnline.fsw.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeapSecondTableTest {
    private static final String HEADER = "table leapseconds iers version=1\n";

    private final LeapSecondTable table = new LeapSecondTable();
    private final Problems problems = new Problems();
    private final Dictionary dictionary = dictionary();

    private static Dictionary dictionary() {
        Bench bench = new Bench();
        bench.fly(Bench.S);
        return bench.dictionary();
    }

    private TableText.Content<LeapSeconds> read(String rows) {
        return TableText.of(HEADER + rows).read(table, dictionary, problems);
    }

    private static long utcNanos(String date) {
        return Instant.parse(date + "T00:00:00Z").getEpochSecond() * Bench.S;
    }

    @Test
    @Tag("CORE-176")
    void theStepsOfATextHoldFromTheirDatesOn() {
        TableText.Content<LeapSeconds> content = read("2015-07-01 taiMinusUtcS=36\n2017-01-01 taiMinusUtcS=37\n");
        assertThat(problems.none()).isTrue();
        assertThat(table.active().steps()).as("not in force by being read").isZero();
        table.activate(content.value());
        LeapSeconds active = table.active();
        assertThat(active.steps()).isEqualTo(2);
        assertThat(active.lastUtcS() * Bench.S).isEqualTo(utcNanos("2017-01-01"));
        assertThat(active.taiMinusUtcS(utcNanos("2017-01-01") - 1)).isEqualTo(36);
        assertThat(active.taiMinusUtcS(utcNanos("2017-01-01"))).isEqualTo(37);
    }

    @ParameterizedTest
    @Tag("CORE-176")
    @CsvSource({
        "2017-01-01 taiMinusUtcS=37, 2015-07-01 taiMinusUtcS=36, CONFLICT, 3",
        "2017-01-01 taiMinusUtcS=37, 2017-01-01 taiMinusUtcS=38, CONFLICT, 3",
        "2017-01-01 taiMinusUtcS=37, 2018-13-01 taiMinusUtcS=38, WRONG_KIND, 3",
        "yesterday taiMinusUtcS=37, 2017-01-01 taiMinusUtcS=38, WRONG_KIND, 2",
        "2017-01-01 taiMinusUtcS=256, 2018-01-01 taiMinusUtcS=38, OUT_OF_RANGE, 2",
        "2017-01-01 taiMinusUtcS=-1, 2018-01-01 taiMinusUtcS=38, OUT_OF_RANGE, 2"
    })
    void whatIsWrongIsSaidWithItsLine(String first, String second, Flaw flaw, int line) {
        assertThat(read(first + "\n" + second + "\n")).isNull();
        assertThat(problems.count()).isEqualTo(1);
        assertThat(problems.first().flaw()).isEqualTo(flaw);
        assertThat(problems.first().line()).isEqualTo(line);
    }

    @Test
    @Tag("CORE-176")
    void moreStepsThanThereIsRoomForAreRefused() {
        StringBuilder rows = new StringBuilder();
        for (int year = 0; year < LeapSeconds.MAX_STEPS; year++) {
            rows.append(2000 + year).append("-01-01 taiMinusUtcS=").append(year).append('\n');
        }
        assertThat(read(rows.toString()).value().steps()).isEqualTo(LeapSeconds.MAX_STEPS);
        rows.append("2099-01-01 taiMinusUtcS=70\n");
        assertThat(read(rows.toString())).isNull();
        assertThat(problems.first().flaw()).isEqualTo(Flaw.OUT_OF_RANGE);
        assertThat(problems.first().line()).isEqualTo(LeapSeconds.MAX_STEPS + 2);
    }
}
