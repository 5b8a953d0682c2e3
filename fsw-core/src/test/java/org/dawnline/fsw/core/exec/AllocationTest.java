package org.dawnline.fsw.core.exec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.boot.BootLedger;
import org.dawnline.fsw.core.boot.BootSequence;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.core.orbit.GroundStation;
import org.dawnline.fsw.core.store.ParameterTable;
import org.dawnline.fsw.core.store.StateKeeper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final long P = 100_000_000L;
    private static final int WARM_UP = 20_000;
    private static final int CYCLES = 20_000;

    enum ChatterEvent implements EventType {
        SAID;

        @Override
        public Severity severity() {
            return Severity.DIAGNOSTIC;
        }

        @Override
        public String pattern() {
            return "said {0}";
        }
    }

    /** Raises events all the time; allocates a little in each step if it is guilty. */
    private static final class Chatter implements Component {
        private final Channel channel;
        private final Events<ChatterEvent> events;
        private final boolean guilty;
        private Object sink = "";

        Chatter(Face face, boolean guilty) {
            channel = face.channel("steps", Unit.COUNT, "steps so far");
            events = face.events(ChatterEvent.class);
            this.guilty = guilty;
        }

        @Override
        public String name() {
            return "chatter";
        }

        @Override
        public void step(Tick tick) {
            channel.set(tick.cycle());
            events.raise(ChatterEvent.SAID, tick.cycle(), tick.stepS());
            if (guilty) {
                sink = new double[] {tick.cycle(), sink.hashCode()};
            }
        }
    }

    /** Takes no task: what a worker does is not the cycle's. */
    private static final Worker IDLE = task -> false;

    private final StillHal hal = new StillHal();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private CommandDispatcher commands;
    private Executive executive;
    private int noop;
    private long sent;

    private void build(boolean guilty) {
        Registrar registrar = new Registrar();
        ModeManager modes = new ModeManager(registrar.component("mode"));
        commands = new CommandDispatcher(registrar.component("commands"), hal, modes);
        hal.fixValid = true;
        hal.fixUtcNanos = StillHal.START_UTC_NANOS;
        System.arraycopy(new double[] {6_927_298, -107_777, 0, 71, 4564, 6057}, 0, hal.state, 0, 6);
        var stations = List.of(new GroundStation("svalbard", 78.2, 15.4, 500, 10));
        var dynamics = new FlightDynamics(registrar.component("orbit"), hal, once(), stations);
        var keeper = new StateKeeper(registrar.component("state"), registrar, modes, hal, IDLE);
        var table = new ParameterTable(registrar.component("parameters"), registrar);
        var boot = new BootSequence(registrar.component("boot"), modes, BootLedger.open(hal), hal, new InlineWorker());
        var chatter = new Chatter(registrar.component("chatter"), guilty);
        executive = new Executive(
                new ExecutiveSettings(P, "reflex"),
                hal,
                registrar,
                commands,
                modes,
                List.of(
                        new RateGroup("reflex", 1, 0, P / 2, List.of(chatter, dynamics)),
                        new RateGroup("regulation", 10, 5, P / 2, List.of(boot, table, keeper))));
        keeper.restore();
        noop = executive.dictionary().commandNumber("core.NOOP");
    }

    /** Runs the first task inline, so that there is a forecast to look up, and no other. */
    private static Worker once() {
        boolean[] done = new boolean[1];
        return task -> {
            if (!done[0]) {
                done[0] = true;
                task.run();
            }
            return true;
        };
    }

    private void fly(int cycles) {
        for (int i = 0; i < cycles; i++) {
            Telecommand slot = commands.mailbox().claim();
            if (i % 10 == 0 && slot != null) {
                slot.fill(1, ++sent, noop, i % 20 == 0 ? 0 : hal.utcNanos() + 1_000_000_000L, Long.MAX_VALUE);
                commands.mailbox().publish();
            }
            hal.fixUtcNanos = hal.utcNanos();
            executive.runUntil(hal.nanos() + P + 1);
        }
    }

    private long allocatedBytes() {
        long id = Thread.currentThread().getId();
        fly(WARM_UP);
        long before = threads.getThreadAllocatedBytes(id);
        fly(CYCLES);
        return threads.getThreadAllocatedBytes(id) - before;
    }

    @Test
    @Tag("CORE-005")
    void aNominalCycleAllocatesNothing() {
        build(false);
        // Measuring itself takes some bytes; a byte in each cycle would be 20,000.
        assertThat(allocatedBytes()).isLessThan(CYCLES / 10);
        assertThat(executive.cyclesRun()).isGreaterThanOrEqualTo(WARM_UP + CYCLES);
        assertThat(executive.slips()).isZero();
    }

    @Test
    @Tag("CORE-005")
    void aGuiltyComponentIsFoundOut() {
        build(true);
        assertThat(allocatedBytes()).isGreaterThan(CYCLES * 16L);
    }
}
