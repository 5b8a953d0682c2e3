package org.dawnline.fsw.core.face;

/** Raises the events of one component. Executive thread only; never allocates. */
public final class Events<E extends Enum<E> & EventType> {
    private final EventLog log;
    private final int firstSlot;

    Events(EventLog log, int firstSlot) {
        this.log = log;
        this.firstSlot = firstSlot;
    }

    /** Raises an event without arguments. */
    public void raise(E event) {
        raise(event, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Raises an event with one argument. */
    public void raise(E event, double a) {
        raise(event, a, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Raises an event with two arguments. */
    public void raise(E event, double a, double b) {
        raise(event, a, b, Double.NaN, Double.NaN);
    }

    /** Raises an event with three arguments. */
    public void raise(E event, double a, double b, double c) {
        raise(event, a, b, c, Double.NaN);
    }

    /** Raises an event with four arguments. */
    public void raise(E event, double a, double b, double c, double d) {
        log.raise(firstSlot + event.ordinal(), a, b, c, d);
    }
}
