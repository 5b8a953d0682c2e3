package org.dawnline.fsw.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.SplittableRandom;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
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

    @Test
    @Tag("CORE-178")
    void timeReportsComeAtTheRateThatTheGroundWants() {
        Bench bench = new Bench();
        TimeKeeper time = new TimeKeeper(bench.face("time"), bench.hal);
        bench.fly(S, time);
        bench.tick(30);
        assertThat(bench.count("time.REPORT")).isZero();
        bench.registrar.parameters().stream()
                .filter(parameter -> parameter.name().equals("time.reportS"))
                .forEach(parameter -> parameter.set(5));
        bench.tick(31);
        assertThat(bench.count("time.REPORT")).isEqualTo(7);
        double epochS = 1_767_225_600; // 2026-01-01
        assertThat(bench.value("time.missionElapsedS"))
                .isCloseTo(StillHal.START_UTC_NANOS / 1e9 + 60 - epochS, within(1e-3));
        assertThat(bench.value("time.utcS")).isCloseTo(StillHal.START_UTC_NANOS / 1e9 + 60, within(1e-3));
        assertThat(bench.value("time.utcValid")).isEqualTo(1);
    }
}
