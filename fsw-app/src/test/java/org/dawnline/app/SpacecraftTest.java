package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.ThreadWorker;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacecraftTest {
    private static final long SECOND = 1_000_000_000L;
    /** Until most of what steps every 10 s is compiled. */
    private static final int WARM_UP_S = 6_000;

    /** Longer than the ten minutes after which the rarest thing is done again. */
    private static final int STRETCH_S = 1_000;

    private static final int MOST_STRETCHES = 30;

    @Test
    @Tag("APP-001")
    void theShippedVehicleIsWiredAndFlies() {
        FakeHal hal = new FakeHal();
        Spacecraft spacecraft = fly(hal, SpacecraftOptions.DEFAULT_PERIOD_NANOS, 20);

        assertThat(spacecraft.executive().cyclesRun()).isEqualTo(200);
        assertThat(spacecraft.executive().slips()).isZero();
        assertThat(spacecraft.executive().dictionary().channel("mode.current").value())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @Tag("APP-004")
    @ValueSource(longs = {1_000_000, 5_000_000, 20_000_000, 50_000_000, 100_000_000})
    void regulationKeepsItsRateAtEveryBasePeriod(long periodNanos) {
        Spacecraft spacecraft = fly(new FakeHal(), periodNanos, 20);

        assertThat(spacecraft.executive().cyclesRun()).isEqualTo(20 * SECOND / periodNanos);
        assertThat(spacecraft.executive().dictionary().channel("core.cycles").value())
                .isEqualTo(19.0 * SECOND / periodNanos + 1);
    }

    @ParameterizedTest
    @Tag("APP-004")
    @ValueSource(longs = {0, -1, 7_000_000, 200_000_000})
    void aBasePeriodFromWhichTenHertzCannotBeMadeIsRefused(long periodNanos) {
        assertThatThrownBy(() -> new SpacecraftOptions("x", KeyRing.parse(""), periodNanos))
                .hasMessageContaining("expected a divisor of 100000000 ns");
    }

    @Test
    @Tag("A7")
    @Tag("APP-006")
    void aNominalCycleAllocatesNothing() {
        FakeHal hal = new FakeHal();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ThreadWorker worker = new ThreadWorker()) {
            Spacecraft spacecraft = TestSpacecraft.over(hal, worker, SpacecraftOptions.DEFAULT_PERIOD_NANOS);
            spacecraft.executive().runUntil(WARM_UP_S * SECOND);
            // Who asks for a method to be compiled makes the strings of its class, 56 to 152 bytes once a class,
            // whenever a
            // busy machine comes to it. What cycles make comes back in every stretch; so one without any shows it.
            long least = Long.MAX_VALUE;
            for (int stretch = 1; stretch <= MOST_STRETCHES && least > 0; stretch++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                spacecraft.executive().runUntil((WARM_UP_S + stretch * STRETCH_S) * SECOND);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }

            assertThat(least).as("bytes in 10,000 cycles").isZero();
        }
    }

    private static Spacecraft fly(FakeHal hal, long periodNanos, int seconds) {
        Spacecraft spacecraft = TestSpacecraft.over(hal, new InlineWorker(), periodNanos);
        spacecraft.executive().runUntil(seconds * SECOND);
        return spacecraft;
    }
}
