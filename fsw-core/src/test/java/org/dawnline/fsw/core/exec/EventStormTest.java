package org.dawnline.fsw.core.exec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A component that has gone mad: ten thousand events a cycle, for a hundred cycles. What it costs is a share of the cycles. */
class EventStormTest {
    private static final int EVENTS_PER_CYCLE = 10_000;
    private static final int CYCLES = 100;
    private static final int WARM_UP = 50;
    private static final long PERIOD_NANOS = 100 * Bench.MS;
    private static final double LARGEST_SHARE = 0.05;

    enum Storm implements EventType {
        THUNDER(Severity.WARNING_LO),
        RAIN(Severity.DIAGNOSTIC),
        WIND(Severity.ACTIVITY_LO),
        STRUCK(Severity.WARNING_HI);

        private final Severity severity;

        Storm(Severity severity) {
            this.severity = severity;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return "{0}";
        }
    }

    /** Takes as much of its simulated cycle as it took of the processor. */
    private static final class Cloud implements Component {
        private static final Storm[] KINDS = {Storm.THUNDER, Storm.RAIN, Storm.WIND};

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final StillHal hal;
        private final Events<Storm> events;
        private long cpuNanos;
        private long bytes;

        Cloud(Bench bench) {
            hal = bench.hal;
            events = bench.face("cloud").events(Storm.class);
        }

        @Override
        public String name() {
            return "cloud";
        }

        @Override
        public void step(Tick tick) {
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < EVENTS_PER_CYCLE; i++) {
                events.raise(KINDS[i % KINDS.length], i, tick.cycle());
            }
            if (tick.cycle() % 20 == 0) {
                events.raise(Storm.STRUCK);
            }
            long took = threads.getCurrentThreadCpuTime() - before;
            bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
            cpuNanos += took;
            hal.nanos += took;
        }
    }

    @Test
    @Tag("CORE-148")
    @Tag("C4")
    void aMillionEventsCostASmallShareOfTheCyclesWithoutASlipAndWithoutAllocating() {
        Bench bench = new Bench();
        Cloud cloud = new Cloud(bench);
        Executive executive = bench.fly(PERIOD_NANOS, cloud);
        bench.tick(WARM_UP);
        cloud.cpuNanos = 0;
        cloud.bytes = 0;
        long struckBefore = bench.count("cloud.STRUCK");
        bench.tick(CYCLES);

        double share = cloud.cpuNanos / (double) CYCLES / PERIOD_NANOS;
        System.out.printf("%d events a cycle: %.3f %% of a cycle%n", EVENTS_PER_CYCLE, 100 * share);
        assertThat(executive.cyclesRun()).isEqualTo(WARM_UP + CYCLES);
        assertThat(executive.slips()).isZero();
        assertThat(share).isLessThan(LARGEST_SHARE);
        assertThat(cloud.bytes).isZero();
        assertThat(bench.count("cloud.STRUCK") - struckBefore).isEqualTo(CYCLES / 20); // each of them came through
        assertThat(bench.value("cloud.eventsHeldBack")).isGreaterThan(0.99 * EVENTS_PER_CYCLE * (WARM_UP + CYCLES));
    }
}
