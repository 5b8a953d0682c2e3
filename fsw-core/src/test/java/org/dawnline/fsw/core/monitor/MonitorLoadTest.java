package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a full table costs, as a share of a cycle of ten a second. */
class MonitorLoadTest {
    private static final int MONITORS = 1_000;
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final int WARM_UP = 5_000;
    private static final int PASSES = 2_000;
    private static final double LARGEST_SHARE = 0.01;

    private final Face face = new Registrar().component("source");
    private final ItemStates states = new ItemStates(face, "states", MonitorBank.CAPACITY);
    private final List<Channel> channels = new ArrayList<>();
    private long changes;
    private long cycle;
    private final MonitorBank.Listener counter = (monitor, before, after, value) -> changes++;

    private MonitorBank fullBank() {
        List<Monitor> monitors = new ArrayList<>();
        Check.Kind[] kinds = Check.Kind.values();
        for (int i = 0; i < MONITORS; i++) {
            Channel channel = face.channel("c" + i, Unit.NONE, "what is judged");
            channels.add(channel);
            Check check = new Check(kinds[i % kinds.length], -1, 3, 0.5, 0b110, 0b11110);
            monitors.add(new Monitor(
                    i,
                    "m",
                    0,
                    channel,
                    check,
                    5,
                    new Persistence(2, 3, 2),
                    null,
                    MonitorState.ACTIVE,
                    Severity.WARNING_LO));
        }
        return new MonitorBank(monitors);
    }

    private void pass(MonitorBank bank) {
        cycle++;
        for (int i = 0; i < MONITORS; i++) {
            channels.get(i).set((cycle + i) % 7);
        }
        bank.judge(cycle * PERIOD_NANOS, states, counter);
    }

    @Test
    @Tag("CORE-144")
    @Tag("E1")
    void aThousandMonitorsTakeASmallShareOfACycleAndAllocateNothing() {
        MonitorBank bank = fullBank();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            pass(bank);
        }
        long changesBefore = changes;
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < PASSES; i++) {
            pass(bank);
        }
        long cpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        double share = cpuNanos / (double) PASSES / PERIOD_NANOS;
        System.out.printf("%d monitors: %.4f %% of a cycle%n", MONITORS, 100 * share);
        assertThat(changes - changesBefore).isGreaterThan(PASSES); // they had something to judge
        assertThat(bytes).isLessThan(PASSES); // measuring itself takes some; a byte in each pass would be as many
        assertThat(share).isLessThan(LARGEST_SHARE);
    }
}
