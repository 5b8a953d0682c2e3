package org.dawnline.tools.sim.run;

import org.dawnline.tools.sim.scenario.Criterion;

/**
 * Counts an event of the flight software in the window, or measures how long after its opening the first one comes. Who
 * notices a fault before the truth has moved has noticed it in time.
 */
final class EventWatch implements Watch {
    private final Criterion criterion;
    private final Window window;
    private final Window beforeMovement;
    private long count;
    private double firstS = Double.NaN;

    EventWatch(Criterion criterion, Window window, Window beforeMovement) {
        this.criterion = criterion;
        this.window = window;
        this.beforeMovement = beforeMovement;
    }

    /** The event has been raised in this cycle. */
    @Override
    public void sample() {
        if (window.open() || (criterion.timed() && beforeMovement.open())) {
            firstS = count == 0 ? Math.max(0, window.ageS()) : firstS;
            count++;
        }
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public double value() {
        return criterion.timed() ? firstS : count;
    }

    @Override
    public boolean pass() {
        return criterion.timed()
                ? firstS <= criterion.withinS()
                : criterion.limits().holds(count);
    }
}
