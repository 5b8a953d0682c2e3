package org.dawnline.fsw.core.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Hal;
import org.jspecify.annotations.Nullable;

/**
 * Runs the satellite: one thread, one fixed order. Every cycle senses, obeys, decides, acts, reports and lives; everything
 * enters at its top and leaves at its bottom. A cycle that takes too long costs whole cycles, never the phase. Nothing that a
 * component does can end it.
 */
public final class Executive {
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final double MICROS_PER_NANO = 1e-3;
    private static final double NANOS_PER_S = 1e9;

    private final Hal hal;
    private final Clock clock;
    private final long periodNanos;
    private final CommandDispatcher commands;
    private final ModeManager modes;
    private final List<GroupRunner> groups = new ArrayList<>();
    private final List<Recorder> recorders = new ArrayList<>();
    private final Events<ExecutiveEvent> events;
    private final EventLog eventLog;
    private final Dictionary dictionary;
    private final Channel cycleCount;
    private final Channel slipCount;
    private final Channel cycleMaxUs;
    private final Channel wakeMaxUs;
    private final Channel eventsSuppressed;
    private final Channel eventsDropped;
    private final Channel sinceSlip;
    private final SlipAccount slips = new SlipAccount();
    private final int housekeepingGroup;
    private BooleanSupplier vital = () -> true;
    private IntConsumer brokenBudget = member -> {};
    private boolean started;
    private long startNanos;
    private long wokenLateNanos;
    private long longestWakeNanos;
    private long longestCycleNanos;
    private long recordersBroken;
    private boolean anyBroken;
    private long cycle;
    private long cyclesRun;
    private long utcNanos;
    private long kickedNanos;
    private long starvedNanos = Long.MAX_VALUE;
    private volatile boolean starved;
    private @Nullable Member longest;
    private long longestNanos;
    private volatile boolean stopped;

    /**
     * Declares its own face, checks the groups and seals the registrar: construct it last.
     *
     * @param settings base period and the group that carries the services' channels
     * @param groups the rate groups in the order of their steps within a cycle
     */
    public Executive(
            ExecutiveSettings settings,
            Hal hal,
            Registrar registrar,
            CommandDispatcher commands,
            ModeManager modes,
            List<RateGroup> groups) {
        this.hal = hal;
        this.clock = hal.clock();
        this.periodNanos = settings.periodNanos();
        this.commands = commands;
        this.modes = modes;
        this.eventLog = registrar.events();
        settings.check(groups);
        checkMembers(groups);
        Face face = registrar.component("core");
        events = face.events(ExecutiveEvent.class);
        cycleCount = face.channel("cycles", Unit.COUNT, "cycles run since start");
        slipCount = face.channel("slips", Unit.COUNT, "cycles skipped since start because one took too long");
        sinceSlip = face.channel("sinceSlip", Unit.COUNT, "cycles since the last that was skipped");
        cycleMaxUs = face.channel("cycleMaxUs", Unit.MICROSECOND, "longest cycle since the counters were reset");
        wakeMaxUs =
                face.channel("wakeMaxUs", Unit.MICROSECOND, "latest begin of a cycle since the counters were reset");
        eventsSuppressed = face.channel("eventsSuppressed", Unit.COUNT, "events held back by their throttle");
        eventsDropped = face.channel("eventsDropped", Unit.COUNT, "events lost in a full buffer");
        face.onResetCounters(this::resetCounters);
        housekeepingGroup = declare(groups, face, settings.housekeepingGroup());
        dictionary = seal(registrar, groups, settings.housekeepingGroup());
        commands.use(dictionary);
    }

    private int declare(List<RateGroup> declared, Face face, String housekeeping) {
        List<String> names = new ArrayList<>();
        int index = -1;
        for (int frame = 0; frame < declared.size(); frame++) {
            RateGroup group = declared.get(frame);
            GroupAccount account = new GroupAccount(group.name(), face);
            List<RateGroup> parts = group.parts();
            for (int part = 0; part < parts.size(); part++) {
                List<Member> members = new ArrayList<>();
                for (RateGroup.Slot slot : parts.get(part).slots()) {
                    members.add(new Member(slot, names.size(), face));
                    names.add(slot.component().name());
                }
                int complete = part == parts.size() - 1 ? frame : -1;
                groups.add(new GroupRunner(parts.get(part), periodNanos, List.copyOf(members), account, complete));
            }
            index = group.name().equals(housekeeping) ? frame : index;
        }
        face.enumeration("member", names);
        return index;
    }

    // Twice in the schedule would be twice in a cycle.
    private static void checkMembers(List<RateGroup> declared) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        for (RateGroup group : declared) {
            for (Component component : group.members()) {
                String other = groupOf.putIfAbsent(component.name(), group.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            component.name() + " is in rate group " + other + " and again in " + group.name());
                }
            }
        }
    }

    private static Dictionary seal(Registrar registrar, List<RateGroup> groups, String housekeeping) {
        Map<String, List<String>> frames = new LinkedHashMap<>();
        groups.forEach(group -> frames.put(
                group.name(), group.members().stream().map(Component::name).toList()));
        return registrar.seal(frames, housekeeping);
    }

    /** Everything that is declared on board. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Says that the satellite can do without a member: if it is given up, that does not starve the watchdog. */
    public void makeOptional(Component member) {
        memberOf(member).makeOptional();
    }

    /** Leaves an optional member out of this flight: it never steps, and its channels stay without a value. */
    public void leaveOut(Component member) {
        Member found = memberOf(member);
        if (found.mandatory()) {
            throw new IllegalArgumentException(member.name() + " cannot be left out: it is not optional");
        }
        found.leaveOut();
    }

    private Member memberOf(Component component) {
        for (GroupRunner group : groups) {
            for (Member member : group.members) {
                if (member.component.equals(component)) {
                    return member;
                }
            }
        }
        throw new IllegalArgumentException(component.name() + " is in no rate group");
    }

    /** What else must hold for the watchdog to be kicked, beside what the executive sees itself; asked in every cycle. */
    public void kickWhile(BooleanSupplier condition) {
        vital = condition;
    }

    /**
     * Ends {@link #run()} when the watchdog was not kicked for so long and has not bitten: where there is none, the supervisor of the
     * process must start it again. Never, unless it is told.
     */
    public void endWhenStarvedFor(double seconds) {
        starvedNanos = (long) (seconds * NANOS_PER_S);
    }

    /** Whether it has ended because the watchdog was not kicked for too long. */
    public boolean starved() {
        return starved;
    }

    /** Who is told the number of a member that was over its budget three times in a row. */
    public void onBrokenBudget(IntConsumer hook) {
        brokenBudget = hook;
    }

    /** Adds a taker of reports; before the first cycle only. */
    public void attach(Recorder recorder) {
        recorders.add(recorder);
        recorder.begin(dictionary);
    }

    /** Runs until {@link #stop()}; the first cycle begins at once. */
    public void run() {
        runUntil(Long.MAX_VALUE);
    }

    /**
     * Runs until {@link #stop()} or until the next cycle would begin at or after {@code endNanos}. The first call lays the grid
     * of the cycles; a later one goes on with it.
     */
    public void runUntil(long endNanos) {
        if (!started) {
            start();
        }
        while (!stopped && gridNanos(cycle) < endNanos) {
            clock.sleepUntil(gridNanos(cycle));
            cycle();
            cycle = nextCycle();
        }
    }

    private void start() {
        started = true;
        startNanos = clock.nanos();
        kickedNanos = startNanos;
        int members = groups.stream().mapToInt(group -> group.members.size()).sum();
        events.raise(ExecutiveEvent.STARTED, members, periodNanos * MILLIS_PER_NANO);
    }

    private long gridNanos(long cycleNumber) {
        return startNanos + cycleNumber * periodNanos;
    }

    // Keeps the phase: the next cycle begins on the first grid point that has not passed.
    private long nextCycle() {
        long lateNanos = clock.nanos() - gridNanos(cycle + 1);
        if (lateNanos <= 0) {
            return cycle + 1;
        }
        long missed = (lateNanos + periodNanos - 1) / periodNanos;
        slips.add(cycle, missed);
        blameForSlips(missed);
        return cycle + 1 + missed;
    }

    // The member that took the longest, unless the computer woke up later than that.
    private void blameForSlips(long missed) {
        Member culprit = wokenLateNanos > longestNanos ? null : longest;
        if (culprit != null) {
            culprit.accountSlips(missed);
        }
        if (!slips.worthAnEvent()) {
            return;
        }
        if (culprit == null) {
            events.raise(ExecutiveEvent.WOKEN_LATE, missed, wokenLateNanos * MICROS_PER_NANO, slips.inARow());
        } else {
            events.raise(ExecutiveEvent.CYCLE_SLIP, missed, culprit.number, culprit.lastUs(), slips.inARow());
        }
    }

    /** One cycle. */
    private void cycle() {
        long nanos = clock.nanos();
        utcNanos = clock.utcNanos();
        wokenLateNanos = nanos - gridNanos(cycle);
        longest = null;
        longestNanos = -1;
        longestWakeNanos = Math.max(longestWakeNanos, wokenLateNanos);
        eventLog.beginCycle(nanos);
        boolean sound = latch(); // 1 SENSE
        sound &= obey(); // 2 OBEY
        reviveBroken(); // 3 DECIDE
        for (int i = 0; i < groups.size(); i++) {
            decide(groups.get(i), nanos);
        }
        sound &= act(); // 4 ACT
        cyclesRun++;
        sound &= report(); // 5 REPORT
        long endNanos = clock.nanos();
        if (sound && endNanos <= gridNanos(cycle + 1) && allHealthy() && vital.getAsBoolean()) { // 6 LIVE
            kick(endNanos);
        } else if (endNanos - kickedNanos > starvedNanos) {
            starved = true;
            stop();
        }
        longestCycleNanos = Math.max(longestCycleNanos, endNanos - nanos);
    }

    // With the last picture when the hardware layer throws: the reflexes must go on.
    private boolean latch() {
        try {
            hal.latchInputs();
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return halBroke();
        }
    }

    // What handlers throw is caught where they are called; this is for what stands around them.
    private boolean obey() {
        try {
            commands.obey();
            modes.apply();
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            events.raise(ExecutiveEvent.SERVICE_BROKE);
            modes.requestSafe();
            return false;
        }
    }

    private void kick(long nanos) {
        try {
            hal.watchdog().kick();
            kickedNanos = nanos;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            halBroke();
        }
    }

    private boolean act() {
        try {
            hal.applyOutputs();
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return halBroke();
        }
    }

    private boolean halBroke() {
        events.raise(ExecutiveEvent.HAL_BROKE);
        modes.requestSafe();
        return false;
    }

    private boolean allHealthy() {
        for (int i = 0; i < groups.size(); i++) {
            if (!groups.get(i).healthy()) {
                return false;
            }
        }
        return true;
    }

    private void decide(GroupRunner runner, long nanos) {
        if (!runner.due(cycle)) {
            return;
        }
        runner.tick.set(cycle, nanos, utcNanos);
        long before = clock.nanos();
        for (int i = 0; i < runner.members.size(); i++) {
            step(runner.members.get(i), runner.tick);
        }
        runner.account.stepped(clock.nanos() - before);
        runner.reported = false;
    }

    private void step(Member member, Tick tick) {
        if (!member.healthy() || member.leftOut()) {
            return;
        }
        long before = clock.nanos();
        try {
            member.component.step(tick);
            clock.stepped(member.component.name());
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            isolate(member);
        }
        account(member, clock.nanos() - before);
    }

    private void account(Member member, long nanos) {
        if (member.account(nanos)) {
            events.raise(ExecutiveEvent.BUDGET_EXCEEDED, member.number, member.lastUs(), member.budgetUs());
            if (member.persistentlyOver()) {
                events.raise(ExecutiveEvent.BUDGET_BROKEN, member.number, member.budgetUs(), member.lastUs());
                brokenBudget.accept(member.number);
                anyBroken |= member.startOver();
            }
        }
        if (nanos > longestNanos) {
            longestNanos = nanos;
            longest = member;
        }
    }

    private void isolate(Member member) {
        member.isolate();
        anyBroken = true;
        events.raise(ExecutiveEvent.MEMBER_BROKE, member.number, member.restartsLeft());
        modes.requestSafe();
        if (member.restartsLeft() == 0) {
            events.raise(
                    member.mandatory() ? ExecutiveEvent.MEMBER_GIVEN_UP : ExecutiveEvent.OPTIONAL_GIVEN_UP,
                    member.number);
        }
    }

    // A member that threw is started again in the next cycle, not in its next step: one with a slow rate would starve
    // the
    // watchdog.
    private void reviveBroken() {
        if (!anyBroken) {
            return;
        }
        anyBroken = false;
        for (GroupRunner group : groups) {
            for (Member member : group.members) {
                if (!member.healthy() && member.restartsLeft() > 0) {
                    member.revive();
                    restart(member);
                } else if (member.takesStartOver() && member.healthy()) {
                    restart(member);
                }
            }
        }
    }

    private void restart(Member member) {
        events.raise(ExecutiveEvent.MEMBER_RESTARTED, member.number);
        try {
            member.component.restart();
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            isolate(member);
        }
    }

    // Says whether all takers took it.
    private boolean report() {
        long brokenBefore = recordersBroken;
        for (int i = 0; i < groups.size(); i++) {
            GroupRunner runner = groups.get(i);
            if (!runner.reported) {
                runner.reported = true;
                if (runner.frame >= 0) {
                    reportFrame(runner.frame);
                }
            }
        }
        for (int i = 0; i < recorders.size(); i++) {
            reportHappenings(recorders.get(i));
        }
        eventLog.clear();
        commands.reports().clear();
        boolean sound = recordersBroken == brokenBefore;
        if (!sound) {
            events.raise(ExecutiveEvent.RECORDER_BROKE, recordersBroken);
        }
        return sound;
    }

    private void reportFrame(int number) {
        if (number == housekeepingGroup) {
            publish();
        }
        for (int i = 0; i < recorders.size(); i++) {
            reportFrame(recorders.get(i), number);
        }
    }

    private void reportFrame(Recorder recorder, int number) {
        try {
            recorder.frame(number, dictionary.frames().get(number), cycle, utcNanos);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            recordersBroken++;
        }
    }

    private void reportHappenings(Recorder recorder) {
        try {
            if (eventLog.count() > 0) {
                recorder.events(eventLog, cycle, utcNanos);
            }
            if (commands.reports().count() > 0) {
                recorder.reports(commands.reports(), cycle, utcNanos);
            }
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            recordersBroken++;
        }
    }

    private void publish() {
        cycleCount.set(cyclesRun);
        slipCount.set(slips.total());
        sinceSlip.set(slips.cyclesSince(cycle));
        cycleMaxUs.set(longestCycleNanos * MICROS_PER_NANO);
        wakeMaxUs.set(longestWakeNanos * MICROS_PER_NANO);
        eventLog.publish();
        eventsSuppressed.set(eventLog.suppressed());
        eventsDropped.set(eventLog.dropped());
        commands.publish();
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).publish();
        }
    }

    private void resetCounters() {
        groups.forEach(GroupRunner::resetCounters);
        longestCycleNanos = 0;
        longestWakeNanos = 0;
    }

    /** Ends {@link #run()} after the present cycle; may be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /** Whether every member has stepped at least once, and none is isolated. */
    public boolean sound() {
        for (int i = 0; i < groups.size(); i++) {
            if (!groups.get(i).sound()) {
                return false;
            }
        }
        return true;
    }

    /** Cycles run since start. */
    public long cyclesRun() {
        return cyclesRun;
    }

    /** Cycles skipped since start. */
    public long slips() {
        return slips.total();
    }
}
