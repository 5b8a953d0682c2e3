package org.dawnline.tools.sim.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.comms.CommsThread;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.TelecommandReceiver;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.ThreadWorker;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.monitor.Actions;
import org.dawnline.fsw.core.monitor.Monitors;
import org.dawnline.fsw.core.record.FlightRecorder;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.fsw.core.sequence.ScheduleManager;
import org.dawnline.fsw.core.sequence.Sequencer;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.core.telemetry.Housekeeping;
import org.dawnline.fsw.core.telemetry.Statistics;
import org.dawnline.hal.Hal;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldOptions;
import org.dawnline.tools.ground.StationClock;

/**
 * The services of the flight software under full load at 10 Hz of real time: 1,000 monitors, 64 sequences that run, 64 housekeeping
 * sets of 16 channels, statistics, a schedule of 10,000 telecommands that executes one in each cycle, a recorder, the executive's side of
 * the link, and an event storm. Says what slipped, what was allocated, and which share of the cycle each service took.
 */
public final class ServiceBench {
    /** Events that the storm raises in each cycle. */
    public static final int EVENTS_PER_CYCLE = 10_000;

    private static final long PERIOD_NANOS = 100_000_000L;
    private static final double PERIOD_US = 1e5;
    private static final int WARM_UP_CYCLES = 3_000;
    private static final long REAL_WARM_UP_CYCLES = 10;
    private static final long NANOS_PER_MS = 1_000_000L;
    private static final long RESTART_CYCLES = 50;
    private static final String GROUP = "bench";

    private final CommandDispatcher commands;
    private final BenchClock clock = new BenchClock(new StationClock());
    private final ServiceLoad load;
    private final ThreadWorker worker = new ThreadWorker();
    private final GroundLink link;
    private final Sequencer sequencer;
    private final Executive executive;
    private final List<String> members = new ArrayList<>();

    /**
     * What was measured.
     *
     * @param cycles cycles that were measured
     * @param slips cycles that were skipped
     * @param bytesPerCycle bytes that the executive's thread allocated in a cycle, in that half of the time in which it was less
     * @param monitors monitors in force
     * @param sequences sequences that ran when the measurement began
     * @param executed telecommands of the schedule that were executed while it was measured
     * @param suppressed events that throttles held back while it was measured
     * @param shares what the services took
     */
    public record Result(
            int cycles,
            long slips,
            double bytesPerCycle,
            int monitors,
            int sequences,
            long executed,
            long suppressed,
            List<Share> shares) {
        /** Keeps its own list. */
        public Result {
            shares = List.copyOf(shares);
        }

        /** Whether no cycle slipped and nothing was allocated. */
        public boolean passed() {
            return slips == 0 && bytesPerCycle == 0;
        }
    }

    /**
     * What one service took.
     *
     * @param name its name
     * @param mean mean share of the cycle, 0 to 1
     * @param worst largest share of a cycle, 0 to 1
     */
    public record Share(String name, double mean, double worst) {}

    /** Wires the services over a satellite that does not move. */
    public ServiceBench(Path vehicles) {
        Hal still = new SimWorld(VehicleFile.read(vehicles.resolve("ai1.yaml")), WorldOptions.defaults()).hal();
        Hal hal = new StillHal(still, clock);
        Registrar r = new Registrar();
        MemoryArchive archive = new MemoryArchive();
        long utcMillis = clock.utcNanos() / NANOS_PER_MS;
        ModeManager modes = new ModeManager(r.component("mode"));
        commands = new CommandDispatcher(r.component("command"), clock, modes);
        load = new ServiceLoad(r.component("load"));
        sequencer = new Sequencer(r.component("sequencer"), commands, modes);
        Monitors monitors = new Monitors(r.component("monitor"), archive, worker);
        Actions.Means means = new Actions.Means(commands, sequencer, modes::requestSafe);
        Actions actions = new Actions(r.component("action"), r.events(), monitors, means, archive, worker);
        Housekeeping housekeeping = new Housekeeping(r.component("housekeeping"));
        Statistics statistics = new Statistics(r.component("statistics"));
        ScheduleManager schedule =
                new ScheduleManager(r.component("schedule"), commands.schedule(), worker, archive, hal.storage());
        List<Table<?>> kinds =
                new ArrayList<>(List.of(monitors.table(), actions.table(), housekeeping.table(), statistics.table()));
        kinds.addAll(sequencer.tables());
        kinds.addAll(schedule.tables());
        TableManager tables = new TableManager(r.component("tables"), worker, archive, kinds);
        List<Component> stepped = List.of(
                tables.boundary(),
                schedule.keeping(),
                sequencer.dispatch(),
                load,
                statistics,
                monitors,
                actions,
                housekeeping,
                sequencer,
                schedule,
                tables);
        for (Component member : stepped) {
            members.add(member.name());
        }
        executive = new Executive(
                new ExecutiveSettings(PERIOD_NANOS, GROUP),
                hal,
                r,
                commands,
                modes,
                List.of(new RateGroup(GROUP, 1, 0, PERIOD_NANOS / 2, stepped)));
        link = new GroundLink(
                GROUP,
                clock,
                new DeafWire(),
                new TelecommandReceiver(
                        GROUP,
                        KeyRing.parse(""),
                        new DurableCommandJournal(hal.storage(), archive),
                        clock,
                        commands.mailbox()),
                commands);
        tables.begin(executive.dictionary(), new ServiceTables(utcMillis)::text);
        housekeeping.use(executive.dictionary());
        statistics.use(executive.dictionary());
        housekeeping.attach(link.sets());
        executive.attach(link);
        executive.attach(new FlightRecorder(RingFile.inMemory()));
        modes.endBoot(Mode.OPERATIONAL);
    }

    /** Warms up, then measures so many cycles of 100 ms each. Once only. */
    public Result run(int cycles, Consumer<String> progress) {
        try (CommsThread ground = new CommsThread(link)) {
            progress.accept("thread " + ground.heartbeat().name() + " takes what the executive gives it");
            return fly(cycles, progress);
        } finally {
            worker.close();
        }
    }

    private Result fly(int cycles, Consumer<String> progress) {
        progress.accept("warming up: " + WARM_UP_CYCLES + " cycles as fast as they go");
        load.rain(EVENTS_PER_CYCLE);
        long begin = clock.nanos();
        long end = begin + WARM_UP_CYCLES * PERIOD_NANOS;
        keepBusy(begin, end);
        return measure(end, cycles, progress);
    }

    /** Runs from one time to another; sequences that have ended start again. */
    private void keepBusy(long from, long to) {
        for (long at = from; at < to; at += RESTART_CYCLES * PERIOD_NANOS) {
            startAll();
            executive.runUntil(Math.min(to, at + RESTART_CYCLES * PERIOD_NANOS));
        }
    }

    private int startAll() {
        int running = 0;
        for (int slot = 0; slot < Sequencer.SLOTS; slot++) {
            running += sequencer.start(slot, Origin.ACTION) || sequencer.active(slot) ? 1 : 0;
        }
        return running;
    }

    private Result measure(long from, int cycles, Consumer<String> progress) {
        progress.accept("measuring: " + cycles + " cycles at 10 Hz");
        int running = startAll();
        // In real time, so that waiting is warm, too; then the counters of the warm-up go.
        clock.calmDown();
        load.rain(EVENTS_PER_CYCLE);
        executive.runUntil(from + REAL_WARM_UP_CYCLES * PERIOD_NANOS);
        reset();
        long begin = from + (REAL_WARM_UP_CYCLES + 1) * PERIOD_NANOS;
        executive.runUntil(begin);
        long slipsBefore = executive.slips();
        long executedBefore = commands.schedule().executed();
        double suppressedBefore = value("core.eventsSuppressed");
        long middle = begin + (cycles + 1) / 2 * PERIOD_NANOS;
        double bytesPerCycle = bytesPerCycle(begin, middle);
        if (cycles > 1) {
            bytesPerCycle = Math.min(bytesPerCycle, bytesPerCycle(middle, begin + cycles * PERIOD_NANOS));
        }
        List<Share> shares = new ArrayList<>();
        for (String member : members) {
            String of = "core.member." + member;
            shares.add(new Share(member, value(of + ".meanUs") / PERIOD_US, value(of + ".maxUs") / PERIOD_US));
        }
        shares.add(new Share("whole cycle", Double.NaN, value("core.cycleMaxUs") / PERIOD_US));
        return new Result(
                cycles,
                executive.slips() - slipsBefore,
                bytesPerCycle,
                ServiceLoad.CHANNELS,
                running,
                commands.schedule().executed() - executedBefore,
                Math.round(value("core.eventsSuppressed") - suppressedBefore),
                shares);
    }

    // What a compiler makes once on this thread is not the cycles'; what cycles make is in both halves.
    private double bytesPerCycle(long from, long to) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        keepBusy(from, to);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        return bytes * (double) PERIOD_NANOS / (to - from);
    }

    private void reset() {
        int number = executive.dictionary().commandNumber("core.RESET_COUNTERS");
        Reason refused = commands.command(Origin.ACTION, 0, number, new double[0]);
        if (refused != Reason.NONE) {
            throw new IllegalStateException("core.RESET_COUNTERS was refused: " + refused);
        }
    }

    private double value(String channel) {
        return executive.dictionary().channel(channel).value();
    }
}
