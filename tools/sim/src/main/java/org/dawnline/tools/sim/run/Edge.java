package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.Moment;
import org.jspecify.annotations.Nullable;

/** One end of a criterion's window: a moment that is known beforehand, or one that the flight brings. */
final class Edge implements DoubleSupplier {
    private final WorldState world;
    private final Trigger trigger;
    private final Moment.@Nullable Movement movement;
    private double referenceValue = Double.NaN;
    private double movedS = Double.POSITIVE_INFINITY;

    Edge(WorldState world, Trigger trigger, Moment.@Nullable Movement movement) {
        this.world = world;
        this.trigger = trigger;
        this.movement = movement;
    }

    /** Whether it has to look at every step. */
    boolean mustLook() {
        return movement != null;
    }

    /** Takes note of the present step. */
    void look() {
        Moment.Movement awaited = movement;
        if (awaited == null || movedS < Double.POSITIVE_INFINITY || world.timeS() < triggerS()) {
            return;
        }
        double value = awaited.truth().read(world);
        if (Double.isNaN(referenceValue)) {
            referenceValue = value;
        } else if (Math.abs(value - referenceValue) >= awaited.by()) {
            movedS = world.timeS();
        }
    }

    /** Mission time, in s; infinite as long as it is not known. */
    @Override
    public double getAsDouble() {
        return movement == null ? triggerS() : movedS;
    }

    private double triggerS() {
        if (!trigger.relative()) {
            return trigger.offsetS();
        }
        double eventS = world.eventTimeS(trigger.event(), trigger.nth());
        return Double.isNaN(eventS) ? Double.POSITIVE_INFINITY : eventS + trigger.offsetS();
    }
}
