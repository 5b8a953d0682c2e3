package org.dawnline.fsw.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.fsw.core.telemetry.Housekeeping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A8")
class TimeTest {
    private static final long S = Bench.S;
    private static final long HOUR = 3600 * S;

    /** The last three steps that the IERS has announced (Bulletin C 43, 49 and 52). */
    private static final LeapSeconds LEAPS = new LeapSeconds(
            new long[] {utcS("2012-07-01"), utcS("2015-07-01"), utcS("2017-01-01")}, new int[] {35, 36, 37});

    private static long utcS(String date) {
        return Instant.parse(date + "T00:00:00Z").getEpochSecond();
    }

    private static long utcNanos(String moment) {
        Instant instant = Instant.parse(moment);
        return instant.getEpochSecond() * S + instant.getNano();
    }

    @ParameterizedTest
    @Tag("CORE-176")
    @CsvSource({
        "2012-06-30T23:59:59Z, 35", // before the first step that of the first
        "2015-06-30T23:59:59.999999999Z, 35",
        "2015-07-01T00:00:00Z, 36",
        "2016-12-31T23:59:59Z, 36",
        "2017-01-01T00:00:00Z, 37",
        "2049-01-01T00:00:00Z, 37",
    })
    void taiIsAheadOfUtcByTheStepThatHolds(String moment, int seconds) {
        assertThat(LEAPS.taiMinusUtcS(utcNanos(moment))).isEqualTo(seconds);
    }

    @Test
    @Tag("CORE-176")
    void theEpochOfTaiIsThatOfCcsds() {
        // 1958-01-01 to 2017-01-01 are 21,550 days; 37 s are counted on top.
        assertThat(LEAPS.taiNanos(utcNanos("2017-01-01T00:00:00Z"))).isEqualTo((21_550L * 86_400 + 37) * S);
    }

    @Test
    @Tag("CORE-176")
    void utcComesBackFromTaiAlsoAroundALeapSecond() {
        long step = utcNanos("2017-01-01T00:00:00Z");
        for (long utc : new long[] {step - 400 * 24 * HOUR, step - HOUR, step - 1, step, step + 1, step + HOUR}) {
            assertThat(LEAPS.utcNanos(LEAPS.taiNanos(utc))).isEqualTo(utc);
        }
        long beforeLeap = LEAPS.taiNanos(step - 1);
        assertThat(LEAPS.taiNanos(step) - beforeLeap)
                .as("one second and a nanosecond")
                .isEqualTo(S + 1);
        long within = LEAPS.utcNanos(beforeLeap + S / 2);
        assertThat(within).as("the leap second has the number of the one after").isBetween(step, step + S);
        LeapSeconds none = new LeapSeconds(new long[0], new int[0]);
        assertThat(none.utcNanos(none.taiNanos(step))).isEqualTo(step);
        assertThatThrownBy(() -> new LeapSeconds(new long[] {5, 5}, new int[] {1, 2}))
                .hasMessageContaining("step 1");
        assertThatThrownBy(() -> new LeapSeconds(new long[] {5}, new int[] {1, 2}))
                .hasMessageContaining("2 differences");
    }

    @Test
    @Tag("CORE-177")
    void aTimeCodeComesBackToWithinItsLastOctetInEveryFormat() {
        SplittableRandom luck = new SplittableRandom(3);
        for (int coarse = 1; coarse <= 4; coarse++) {
            for (int fine = 0; fine <= 3; fine++) {
                CucTime format = new CucTime(coarse, fine);
                assertThat(CucTime.of((byte) format.preamble())).isEqualTo(format);
                byte[] code = new byte[format.length() + 3];
                long span = (1L << (8 * coarse)) * S;
                for (int i = 0; i < 10_000; i++) {
                    long moment = luck.nextLong(span);
                    format.write(moment, code, 3);
                    long back = format.read(code, 3);
                    assertThat(moment - back).isBetween(0L, S >> (8 * fine));
                    byte[] again = new byte[format.length()];
                    format.write(back, again, 0);
                    assertThat(format.read(again, 0)).as("exact from then on").isEqualTo(back);
                }
            }
        }
    }

    @Test
    @Tag("CORE-177")
    void theOctetsAreThoseOfTheStandard() {
        byte[] code = new byte[8];
        // 301.0-B-4, 3.2.2: no second octet, epoch 1958 (001), four octets of seconds (11), three of the fraction (11).
        CucTime.FULL.write(0x0102_0304L * S + S / 2, code, 0);
        assertThat(code).containsExactly(0b0001_1111, 1, 2, 3, 4, 0x80, 0, 0);
    }

    @Test
    @Tag("CORE-177")
    void otherEpochsExtendedPreamblesAndTooFewOctetsAreRefused() {
        assertThatThrownBy(() -> CucTime.of((byte) 0b0010_1111)).hasMessageContaining("preamble");
        assertThatThrownBy(() -> CucTime.of((byte) 0b1001_1111)).hasMessageContaining("preamble");
        assertThatThrownBy(() -> CucTime.FULL.read(new byte[7], 0)).hasMessageContaining("no time code");
        assertThatThrownBy(() -> CucTime.FULL.read(new byte[9], -1)).hasMessageContaining("no time code");
        assertThatThrownBy(() -> CucTime.FULL.read(new byte[9], 1)).hasMessageContaining("no time code");
        assertThatThrownBy(() -> new CucTime(5, 0)).hasMessageContaining("5 coarse");
        assertThatThrownBy(() -> new CucTime(4, 4)).hasMessageContaining("4 fine");
    }

    /** Notes the cycles in which it steps. */
    private static final class Counter implements Component {
        private long steps;
        private long lastCycle = -1;
        private boolean gap;

        @Override
        public String name() {
            return "counter";
        }

        @Override
        public void step(Tick tick) {
            steps++;
            gap |= tick.cycle() != lastCycle + 1;
            lastCycle = tick.cycle();
        }
    }

    @Test
    @Tag("CORE-178")
    void jumpsOfAnHourMissNoCycleAndDoubleNone() {
        Bench bench = new Bench();
        Counter counter = new Counter();
        TimeKeeper time = new TimeKeeper(bench.face("time"), bench.hal);
        time.table();
        bench.fly(S / 10, counter, time);
        bench.tick(100);
        bench.hal.utcOffsetNanos += HOUR;
        bench.tick(100);
        bench.hal.utcOffsetNanos -= HOUR;
        bench.tick(100);
        assertThat(counter.steps).isEqualTo(300);
        assertThat(counter.gap).isFalse();
        assertThat(bench.value("core.slips")).isZero();
        assertThat(bench.value("time.jumps")).isEqualTo(2);
        assertThat(bench.count("time.JUMPED")).isEqualTo(2);
        assertThat(bench.value("time.uptimeS")).isCloseTo(29.9, within(1e-9));
        assertThat(bench.hal.kicks).isEqualTo(300);
    }

    /** The report as the ground gets it: the time code of the cycle that it names. */
    @Test
    @Tag("CORE-177")
    @Tag("CORE-178")
    void timeReportsComeAtTheCommandedRateAndTheirCodeIsThatOfTheirCycle() {
        Bench bench = new Bench();
        TimeKeeper time = new TimeKeeper(bench.face("time"), bench.hal);
        Housekeeping housekeeping = new Housekeeping(bench.face("housekeeping"));
        bench.fly(S, time, housekeeping);
        housekeeping.use(bench.dictionary());
        List<Long> utcNanos = new ArrayList<>();
        List<byte[]> codes = new ArrayList<>();
        int seconds = bench.dictionary().channel("time.cucS").number();
        housekeeping.attach((report, cycle, reportUtcNanos) -> {
            assertThat(report.channel(0)).isEqualTo(seconds);
            byte[] code = new byte[CucTime.FULL.length()];
            code[0] = (byte) CucTime.FULL.preamble();
            put((long) report.value(0), code, 1, 4);
            put((long) report.value(1), code, 5, 3);
            codes.add(code);
            utcNanos.add(reportUtcNanos);
        });
        bench.command("housekeeping.CREATE", 3, 1);
        bench.command("housekeeping.APPEND", 3, seconds, 0, 0);
        bench.command(
                "housekeeping.APPEND",
                3,
                bench.dictionary().channel("time.cucFraction").number(),
                0,
                0);
        bench.tick(10);
        assertThat(codes).as("not asked for").isEmpty();
        bench.command("housekeeping.ENABLE", 3);
        bench.tick(19);
        assertThat(codes).hasSize(20);
        bench.command("housekeeping.SET_INTERVAL", 3, 5);
        bench.hal.nanos += 123_456_789; // an odd moment in the second
        bench.tick(19);
        assertThat(codes).hasSize(24);
        for (int i = 0; i < codes.size(); i++) {
            long told = new LeapSeconds(new long[0], new int[0]).utcNanos(CucTime.FULL.read(codes.get(i), 0));
            assertThat(utcNanos.get(i) - told).as("report " + i).isBetween(0L, S >> 24);
        }
    }

    private static void put(long number, byte[] code, int at, int octets) {
        for (int i = 0; i < octets; i++) {
            code[at + i] = (byte) (number >>> (8 * (octets - 1 - i)));
        }
    }

    @Test
    @Tag("CORE-178")
    void allScalesTellTheSameMoment() {
        Bench bench = new Bench();
        bench.fly(S, new TimeKeeper(bench.face("time"), bench.hal));
        bench.tick(61);
        double epochS = 1_767_225_600; // 2026-01-01
        assertThat(bench.value("time.missionElapsedS"))
                .isCloseTo(StillHal.START_UTC_NANOS / 1e9 + 60 - epochS, within(1e-3));
        assertThat(bench.value("time.utcS")).isCloseTo(StillHal.START_UTC_NANOS / 1e9 + 60, within(1e-3));
        assertThat(bench.value("time.cucS") - 4383 * 86_400)
                .as("without a table TAI is UTC")
                .isEqualTo(bench.value("time.utcS"));
        assertThat(bench.value("time.utcValid")).isEqualTo(1);
    }

    private static TableText.Content<LeapSeconds> read(String rows, Problems problems) {
        Dictionary nothing = new Registrar().seal(Map.of("all", List.of()), "all");
        return TableText.of("table leapseconds test version=1\n" + rows).read(new LeapSecondTable(), nothing, problems);
    }

    @Test
    @Tag("CORE-176")
    void theTableOfLeapSecondsIsReadAsItIsWrittenAndPutInForceAtOnce() {
        Problems problems = new Problems();
        LeapSecondTable table = new LeapSecondTable();
        assertThat(table.active().taiMinusUtcS(utcNanos("2026-06-21T12:00:00Z")))
                .isZero();
        LeapSeconds read = read("2015-07-01 taiMinusUtcS=36\n2017-01-01 taiMinusUtcS=37\n", problems)
                .value();
        assertThat(problems.list()).isEmpty();
        table.activate(read);
        assertThat(table.active().steps()).isEqualTo(2);
        assertThat(table.active().lastUtcS()).isEqualTo(utcS("2017-01-01"));
        assertThat(table.active().taiMinusUtcS(utcNanos("2016-12-31T23:59:59Z")))
                .isEqualTo(36);
        assertThat(table.active().taiMinusUtcS(utcNanos("2017-01-01T00:00:00Z")))
                .isEqualTo(37);
    }

    @ParameterizedTest
    @Tag("CORE-176")
    @CsvSource({
        "'2017-13-01 taiMinusUtcS=37', 'line 2', 'not like 2017-01-01'",
        "'tomorrow taiMinusUtcS=37', 'line 2', 'not like 2017-01-01'",
        "'2017-01-01', 'line 2', 'taiMinusUtcS'",
        "'2017-01-01 taiMinusUtcS=-1', 'line 2', '0 to 255'",
        "'2017-01-01 taiMinusUtcS=256', 'line 2', '0 to 255'",
        "'2017-01-01 taiMinusUtcS=36.5', 'line 2', 'taiMinusUtcS'",
        "'2017-01-01 taiMinusUtcS=37 more=1', 'line 2', 'more'",
        "'2017-01-01 taiMinusUtcS=37|2017-01-01 taiMinusUtcS=38', 'line 3', 'not after that of the row before'",
        "'2017-01-01 taiMinusUtcS=37|2015-07-01 taiMinusUtcS=36', 'line 3', 'not after that of the row before'",
    })
    void whatIsWrongInATableOfLeapSecondsIsSaidWithItsLine(String rows, String line, String why) {
        Problems problems = new Problems();
        read(rows.replace('|', '\n') + "\n", problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains(line, why);
    }

    @Test
    @Tag("CORE-176")
    void moreStepsThanATableCanHaveAreRefused() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= LeapSeconds.MAX_STEPS; i++) {
            rows.append(2000 + i).append("-01-01 taiMinusUtcS=").append(i).append('\n');
        }
        Problems problems = new Problems();
        read(rows.toString(), problems);
        assertThat(problems.list().get(0).toString()).contains("line 66", "more than 64 rows");
    }
}
