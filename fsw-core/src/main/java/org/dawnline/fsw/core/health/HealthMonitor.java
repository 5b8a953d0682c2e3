package org.dawnline.fsw.core.health;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;

/**
 * Watches the threads beside the executive. What hangs is restarted a few times, then the satellite goes to SAFE, and at last
 * the watchdog is not kicked any more: a computer that nobody can command must restart.
 */
public final class HealthMonitor implements Component {
    private final String name;
    private final ModeManager modes;
    private final Events<HealthEvent> events;
    private final Channel threads;
    private final Channel silentS;
    private final Channel restarts;
    private final Channel vitalChannel;
    private final Channel brokenBudgets;
    private final Channel brokenBudgetMember;
    private final List<ThreadWatch> watches = new ArrayList<>();
    private long brokenBudgetCount;
    private int lastBrokenBudget = -1;
    private boolean vital = true;

    /** Declares the face. */
    public HealthMonitor(Face face, ModeManager modes) {
        this.name = face.name();
        this.modes = modes;
        events = face.events(HealthEvent.class);
        face.enumeration(ThreadNames.ENUMERATION, ThreadNames.ALL);
        threads = face.channel("threads", Unit.COUNT, "background threads that are watched");
        silentS = face.channel("silentS", Unit.SECOND, "longest present silence of a thread that has work");
        restarts = face.channel("restarts", Unit.COUNT, "restarts of threads since start");
        vitalChannel = face.channel("vital", Unit.NONE, "1 while all that the satellite cannot do without is alive");
        brokenBudgets = face.channel(
                "brokenBudgets", Unit.COUNT, "times that a member was over its budget three times in a row");
        brokenBudgetMember = face.channel(
                "brokenBudgetMember",
                Unit.NONE,
                "number of the last such member among all members; -1 before the first");
        face.onResetCounters(() -> brokenBudgetCount = 0);
    }

    /** Watches a thread from the next step on; before the first cycle only. */
    public void watch(Vital thread) {
        watches.add(new ThreadWatch(thread, modes, events));
    }

    /** Whether all that the satellite cannot do without is alive: what the watchdog is kicked for. */
    public boolean vital() {
        return vital;
    }

    /** Whether every thread has shown life at least once. */
    public boolean allSeen() {
        for (int i = 0; i < watches.size(); i++) {
            if (!watches.get(i).seen()) {
                return false;
            }
        }
        return true;
    }

    /** Told by the executive that a member was over its budget three times in a row. */
    public void brokenBudget(int member) {
        brokenBudgetCount++;
        lastBrokenBudget = member;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        boolean all = true;
        double longestS = 0;
        int restarted = 0;
        for (int i = 0; i < watches.size(); i++) {
            ThreadWatch watch = watches.get(i);
            watch.step(tick.stepS());
            all &= !watch.leftToSupervisor();
            longestS = Math.max(longestS, watch.silentS());
            restarted += watch.restarts();
        }
        vital = all;
        threads.set(watches.size());
        silentS.set(longestS);
        restarts.set(restarted);
        vitalChannel.set(all);
        brokenBudgets.set(brokenBudgetCount);
        brokenBudgetMember.set(lastBrokenBudget);
    }
}
