package org.dawnline.fsw.power;

import java.util.concurrent.atomic.AtomicInteger;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.plan.HeatOutlook;
import org.dawnline.fsw.core.plan.SunOutlook;
import org.dawnline.fsw.power.plan.Plan;
import org.dawnline.fsw.power.plan.Planner;
import org.dawnline.fsw.power.plan.Situation;

/**
 * Has plans made on the worker. What a plan starts from is copied on the executive's thread before it is asked for; the plan comes back
 * through a slot that is swapped when it is ready and that the worker does not touch again before the next one is asked for.
 */
final class PlanDesk {
    private static final double SECONDS_PER_NANO = 1e-9;

    /** A plan and the monotonic time of its begin. */
    static final class Slot {
        final Plan plan = new Plan();
        private long nanos;
        private int mode;
        private boolean made;

        /** Whether there is a plan. */
        boolean made() {
            return made;
        }

        /** Time since the plan's begin, in s. */
        double ageS(long nowNanos) {
            return (nowNanos - nanos) * SECONDS_PER_NANO;
        }

        /** Mode that it was made in. */
        int mode() {
            return mode;
        }
    }

    private final Worker worker;
    private final SunOutlook sun;
    private final HeatOutlook heat;
    private final PowerSources sources;
    private final Planner planner;
    private final Runnable make = this::make;

    // Written by the step while no plan is being made, read by the worker.
    private final Situation situation = new Situation();
    private long askedNanos;
    private int askedMode;
    private double orbits;
    private double stepS;
    private double leadS;

    private Slot spare = new Slot(); // the worker's
    private volatile Slot current = new Slot();
    private volatile boolean planning;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    PlanDesk(Worker worker, SunOutlook sun, HeatOutlook heat, PowerSources sources) {
        this.worker = worker;
        this.sun = sun;
        this.heat = heat;
        this.sources = sources;
        planner = new Planner(sun, sources, heat);
    }

    /** The latest plan; read it once per step. */
    Slot current() {
        return current;
    }

    int made() {
        return made.get();
    }

    int failed() {
        return failed.get();
    }

    /** Asks for a plan; says whether the worker took it. */
    boolean ask(long nanos, int mode, Situation from, ArbiterSettings settings, double newLeadS) {
        if (planning) {
            return false;
        }
        situation.set(from);
        askedNanos = nanos;
        askedMode = mode;
        orbits = settings.orbits.value();
        stepS = settings.stepS.value();
        leadS = newLeadS;
        heat.latch();
        sources.latch(1 - settings.arrayMarginRatio.value());
        planning = true;
        boolean taken = worker.offer(make);
        if (!taken) {
            planning = false; // the worker is busy: the next step tries again
        }
        return taken;
    }

    // On the worker.
    private void make() {
        Slot slot = spare;
        try {
            sun.latch(askedNanos);
            double lengthS = Math.min(orbits * sun.periodS(), sun.reachS());
            slot.made = planner.make(slot.plan, situation, lengthS, stepS, leadS);
            slot.nanos = askedNanos;
            slot.mode = askedMode;
            if (slot.made) {
                spare = current;
                current = slot;
                made.incrementAndGet();
            } else {
                failed.incrementAndGet(); // the last plan stays and grows old
            }
        } finally {
            planning = false;
        }
    }
}
