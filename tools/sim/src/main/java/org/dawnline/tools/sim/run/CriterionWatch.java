package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.When;

/** Follows one channel or truth through its window and keeps the sample that decides its criterion. */
final class CriterionWatch {
    private final Criterion criterion;
    private final DoubleSupplier source;
    private final double atLeast;
    private final double atMost;
    private long samples;
    private double sum;
    private double last = Double.NaN;
    private double decisive = Double.NaN;
    private double decisiveMargin = Double.NaN;

    /** Watches {@code source}; for a criterion on a state, {@code state} is that state's number, else NaN. */
    CriterionWatch(Criterion criterion, DoubleSupplier source, double state) {
        this.criterion = criterion;
        this.source = source;
        this.atLeast = Double.isNaN(state) ? criterion.atLeast() : state;
        this.atMost = Double.isNaN(state) ? criterion.atMost() : state;
    }

    /** Takes a sample if the window is open. A value that is not valid counts as a failure once there has been a valid one. */
    void sample(WorldState world) {
        if (!open(world)) {
            return;
        }
        double value = source.getAsDouble();
        if (Double.isNaN(value) && samples == 0) {
            return;
        }
        samples++;
        sum += value;
        last = value;
        double margin = margin(value);
        boolean decides = criterion.when() == When.ONCE ? margin > decisiveMargin : margin < decisiveMargin;
        if (samples == 1 || decides) {
            decisive = value;
            decisiveMargin = margin;
        }
    }

    private boolean open(WorldState world) {
        Trigger until = criterion.until();
        return world.timeS() >= timeS(criterion.from(), world)
                && (until == null || !(world.timeS() > timeS(until, world)));
    }

    private static double timeS(Trigger trigger, WorldState world) {
        if (!trigger.relative()) {
            return trigger.offsetS();
        }
        double eventS = world.eventTimeS(trigger.event(), trigger.nth());
        return Double.isNaN(eventS) ? Double.POSITIVE_INFINITY : eventS + trigger.offsetS();
    }

    // How far inside the limits; negative outside, and worse than anything when it is not known.
    private double margin(double value) {
        if (Double.isNaN(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        double above = Double.isNaN(atLeast) ? Double.POSITIVE_INFINITY : value - atLeast;
        double below = Double.isNaN(atMost) ? Double.POSITIVE_INFINITY : atMost - value;
        return Math.min(above, below);
    }

    /** The value that decides; NaN when the window never opened or the value was not valid. */
    double value() {
        return switch (criterion.when()) {
            case ALWAYS, ONCE -> decisive;
            case END -> last;
            case MEAN -> samples == 0 ? Double.NaN : sum / samples;
        };
    }

    /** Whether the criterion holds. */
    boolean pass() {
        return margin(value()) >= 0;
    }

    Criterion criterion() {
        return criterion;
    }
}
