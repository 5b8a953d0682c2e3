package org.dawnline.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dawnline.sim.orbit.OrbitEvent;
import org.dawnline.sim.orbit.OrbitLog;

/** Everything that is planned. What is due at the same time happens in the order in which it was planned. */
final class Timeline implements OrbitLog.Listener {
    private static final double TIME_TOLERANCE_S = 1e-9;

    private record Plan(double dueS, long sequence, Runnable action) {}

    private record Waiting(Trigger trigger, long sequence, Runnable action) {}

    private final PriorityQueue<Plan> due =
            new PriorityQueue<>(Comparator.comparingDouble(Plan::dueS).thenComparingLong(Plan::sequence));
    private final List<Waiting> waiting = new ArrayList<>();
    private long sequence;

    /** Plans an action; one for an event that is already over is refused. */
    void plan(Trigger trigger, Runnable action, OrbitLog log) {
        sequence++;
        if (!trigger.relative()) {
            due.add(new Plan(trigger.offsetS(), sequence, action));
            return;
        }
        if (log.count(trigger.event()) >= trigger.nth()) {
            throw new IllegalArgumentException(trigger.event() + " " + trigger.nth() + " is over");
        }
        waiting.add(new Waiting(trigger, sequence, action));
    }

    @Override
    public void happened(OrbitEvent event, int nth, double timeS) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Waiting one = waiting.get(i);
            if (one.trigger().event() == event && one.trigger().nth() == nth) {
                due.add(new Plan(timeS + one.trigger().offsetS(), one.sequence(), one.action()));
                waiting.remove(i);
            }
        }
    }

    /** Does everything that is due at {@code nowS} or before. */
    void run(double nowS) {
        while (true) {
            Plan next = due.peek();
            if (next == null || next.dueS() > nowS + TIME_TOLERANCE_S) {
                return;
            }
            due.remove();
            next.action().run();
        }
    }
}
