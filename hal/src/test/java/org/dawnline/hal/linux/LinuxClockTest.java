package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxClockTest {
    private static final long MS = 1_000_000L;

    /** A loaded machine may be late; it may never be early. */
    private static final long GENEROUS_NANOS = 2_000 * MS;

    private static LinuxClock clock(boolean nativeSleep) {
        return nativeSleep ? new LinuxClock(false) : new LinuxClock(false, "no C library in this test");
    }

    @ParameterizedTest
    @Tag("HAL-014")
    @ValueSource(booleans = {true, false})
    void sleepsToItsDeadlineAndNeverLess(boolean nativeSleep) {
        LinuxClock clock = clock(nativeSleep);
        assertThat(clock.sleepsNatively()).isEqualTo(nativeSleep);
        for (int round = 0; round < 5; round++) {
            long deadline = clock.nanos() + 10 * MS;
            clock.sleepUntil(deadline);
            assertThat(clock.nanos() - deadline).isBetween(0L, GENEROUS_NANOS);
        }
    }

    @ParameterizedTest
    @Tag("HAL-014")
    @ValueSource(booleans = {true, false})
    void aDeadlineThatIsPastReturnsAtOnce(boolean nativeSleep) {
        LinuxClock clock = clock(nativeSleep);
        long before = clock.nanos();
        clock.sleepUntil(before - 1);
        clock.sleepUntil(Long.MIN_VALUE / 2);
        assertThat(clock.nanos() - before).isLessThan(GENEROUS_NANOS);
    }

    @ParameterizedTest
    @Tag("HAL-014")
    @ValueSource(booleans = {true, false})
    void anInterruptNeitherShortensTheSleepNorGetsLost(boolean nativeSleep) {
        LinuxClock clock = clock(nativeSleep);
        var threads = ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long deadline = clock.nanos() + 200 * MS;
        Thread.currentThread().interrupt();
        clock.sleepUntil(deadline);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(clock.nanos()).isGreaterThanOrEqualTo(deadline);
        assertThat(threads.getCurrentThreadCpuTime() - cpuBefore)
                .as("slept, not spun")
                .isLessThan(30 * MS);
    }

    @ParameterizedTest
    @Tag("HAL-015")
    @ValueSource(booleans = {true, false})
    void utcAgreesWithTheSystemAndIsCarriedOnByTheMonotonicClock(boolean nativeSleep) {
        LinuxClock clock = clock(nativeSleep);
        long system = System.currentTimeMillis() * MS;
        assertThat(clock.utcNanos() - system).isBetween(-GENEROUS_NANOS, GENEROUS_NANOS);
        assertThat(clock.utcValid()).isTrue();
        long offset = clock.utcNanos() - clock.nanos();
        assertThat(clock.utcNanos() - clock.nanos() - offset).isBetween(-MS * 100, MS * 100);
    }

    @Test
    @Tag("HAL-015")
    void whereOnlyTheKernelIsTrustedUtcIsAsValidAsTheKernelSays() {
        LinuxClock strict = new LinuxClock(true);
        assertThat(strict.utcValid()).isEqualTo(strict.kernelSynchronised());
        assertThat(new LinuxClock(true, "no C library in this test").utcValid()).isFalse();
    }

    @Test
    @Tag("HAL-016")
    void realTimePriorityIsGrantedOrPlainlyRefused() throws InterruptedException {
        LinuxClock clock = new LinuxClock(false);
        RealTimeGrant expected = clock.realTimeGrant();
        assertThat(expected.detail()).startsWith("not requested yet; a try says: SCHED_FIFO priority 1");
        Thread asker = new Thread(() -> clock.requestRealTime(1)); // not this thread: it would keep the priority
        asker.start();
        asker.join();
        assertThat(clock.realTimeGrant().granted()).as("as the try foretold").isEqualTo(expected.granted());
        assertThat(clock.realTimeGrant().detail())
                .startsWith("SCHED_FIFO priority 1")
                .matches(detail -> clock.realTimeGrant().granted() != detail.contains("refused"));
        assertThatThrownBy(() -> clock.requestRealTime(100)).hasMessageContaining("expected 1 to 99");
        assertThat(clock(false).requestRealTime(1).detail()).contains("no C library in this test");
    }

    @Test
    @Tag("HAL-010")
    void sleepingAndReadingTheTimeAllocateNothing() {
        LinuxClock clock = new LinuxClock(false);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 10; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < 200; round++) {
                clock.sleepUntil(clock.nanos() + 20_000);
                clock.utcNanos();
                clock.utcValid();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}
