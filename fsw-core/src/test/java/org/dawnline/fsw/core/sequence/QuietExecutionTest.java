package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A schedule that executes, from the ground and from a table, and sequences in all slots: what the cycle allocates meanwhile. */
class QuietExecutionTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long P = 100_000_000L;
    private static final int WARM_UP = 12_000;
    private static final int CYCLES = 1_000;
    private static final int MOST_STRETCHES = 30;
    private static final int KEY = 1;
    private static final int SECOND = 10;

    private final StillHal hal = new StillHal();
    private final Registrar registrar = new Registrar();
    private final ModeManager modes = new ModeManager(registrar.component("mode"));
    private final CommandDispatcher commands = new CommandDispatcher(registrar.component("command"), hal, modes);
    private final AtomicLong ofWorker = new AtomicLong();
    private final double[] arguments = {7, 0};
    private Sequencer sequencer;
    private Executive executive;
    private long noted;
    private long sent;
    private long endNanos;

    /** Does everything at once, and takes off the cycle's account what another thread would have allocated. */
    private final class Apart implements Worker {
        @Override
        public boolean offer(Runnable task) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            task.run();
            ofWorker.addAndGet(THREADS.getCurrentThreadAllocatedBytes() - before);
            return true;
        }
    }

    private void build() {
        Face face = registrar.component("x");
        face.command(
                "NOTE",
                "Notes.",
                this::note,
                Argument.whole("n", 0, 9, "a number"),
                Argument.whole("m", 0, 9, "another"));
        sequencer = new Sequencer(registrar.component("sequencer"), commands, modes);
        MemoryArchive archive = new MemoryArchive();
        ScheduleManager schedule =
                new ScheduleManager(registrar.component("schedule"), commands.schedule(), new Apart(), archive, hal);
        executive = new Executive(
                new ExecutiveSettings(P, "fast"),
                hal,
                registrar,
                commands,
                modes,
                List.of(
                        new RateGroup("fast", 1, 0, P / 4, List.of(schedule.keeping(), sequencer.dispatch())),
                        new RateGroup("slow", SECOND, 0, P / 4, List.of(schedule, sequencer))));
        schedule.restore((keyId, counter) -> false);
        modes.endBoot(Mode.OPERATIONAL);
        sequencer.tables().forEach(this::load);
    }

    private void load(Table<?> slot) {
        SequenceSlot one = (SequenceSlot) slot;
        String text = "table sequence s" + one.number + " version=1 priority=1 times=previous\n"
                + "+1s x.NOTE n=1 m=2\n".repeat(1 + one.number % 9);
        one.activate(TableText.of(text)
                .read(one, executive.dictionary(), new Problems())
                .value());
    }

    private Outcome note(double[] given) {
        noted += (long) given[0];
        return Outcome.COMPLETED;
    }

    private void fly(int cycles) {
        int note = executive.dictionary().commandNumber("x.NOTE");
        for (int cycle = 0; cycle < cycles; cycle++) {
            long utcNanos = hal.utcNanos();
            if (cycle % SECOND == 0) {
                for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
                    if (!sequencer.active(slot)) {
                        sequencer.start(slot, Origin.MODE);
                    }
                }
                commands.schedule().insert(0, utcNanos + 20 * SECOND * P, note, arguments);
                Telecommand command = commands.mailbox().claim();
                if (command != null) {
                    command.fill(KEY, ++sent, note, utcNanos + 15 * SECOND * P, Long.MAX_VALUE);
                    command.addArgument(1);
                    command.addArgument(2);
                    commands.mailbox().publish();
                }
            }
            endNanos += P;
            executive.runUntil(endNanos);
        }
    }

    @Test
    @Tag("A7")
    @Tag("CORE-005")
    void aScheduleThatExecutesAndSequencesThatRunAllocateNothingInTheCycle() {
        build();
        fly(WARM_UP);
        long executed = commands.schedule().executed();
        long notedBefore = noted;
        // Who asks for a method to be compiled makes the strings of its class, once; what cycles make is in every
        // stretch.
        long least = Long.MAX_VALUE;
        int stretches = 0;
        while (stretches < MOST_STRETCHES && least > 0) {
            long before = THREADS.getCurrentThreadAllocatedBytes() - ofWorker.get();
            fly(CYCLES);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - ofWorker.get() - before);
            stretches++;
        }

        int seconds = stretches * CYCLES / SECOND;
        assertThat(commands.schedule().executed() - executed).isEqualTo(2L * seconds);
        assertThat(noted - notedBefore).as("sequences gave as many").isGreaterThan(20L * seconds);
        assertThat(ofWorker.get()).as("it was kept").isPositive();
        assertThat(least).as("bytes in %d cycles", CYCLES).isZero();
    }
}
