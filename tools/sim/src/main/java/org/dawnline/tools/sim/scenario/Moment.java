package org.dawnline.tools.sim.scenario;

import org.dawnline.sim.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a scenario names it: a time, an orbit event, the strike of a fault, or when a truth has moved. What of it is left to
 * luck is drawn by the {@link Timetable}.
 *
 * @param trigger mission time or orbit event; for a moment after a fault its offset is the delay
 * @param spreadS a uniform random time from 0 to this is added, in s; 0 for none
 * @param fault id of the fault after whose first strike it comes; empty for none
 * @param movement what has to have moved since then; null for nothing
 */
public record Moment(
        Trigger trigger,
        double spreadS,
        String fault,
        @Nullable Movement movement) {
    /**
     * A truth that has moved away from the value that it had.
     *
     * @param truth which
     * @param by how far, either way, in the unit of the truth
     */
    public record Movement(Truth truth, double by) {}

    /** That time since the start, in s. */
    public static Moment at(double missionS) {
        return of(Trigger.at(missionS));
    }

    /** Just when that trigger fires. */
    public static Moment of(Trigger trigger) {
        return new Moment(trigger, 0, "", null);
    }

    /** The same for a fault: {@code delayS} seconds after its first strike. */
    static Moment afterFault(String fault, double delayS, @Nullable Movement movement) {
        return new Moment(Trigger.at(delayS), 0, fault, movement);
    }

    /** The same with a random time up to {@code newSpreadS} added, in s. */
    Moment spread(double newSpreadS) {
        return new Moment(trigger, newSpreadS, fault, movement);
    }

    /** The same without waiting for a truth to move. */
    public Moment withoutMovement() {
        return new Moment(trigger, spreadS, fault, null);
    }

    /** Whether it is the very start of the flight. */
    public boolean start() {
        return fault.isEmpty() && movement == null && spreadS == 0 && !trigger.relative() && trigger.offsetS() == 0;
    }
}
