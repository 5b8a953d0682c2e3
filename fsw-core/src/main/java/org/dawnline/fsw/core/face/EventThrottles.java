package org.dawnline.fsw.core.face;

import java.util.Arrays;
import java.util.List;

/**
 * How many events may pass: of each event, and of each component. Made for one dictionary, changed while it is read out of a
 * table, never after that.
 */
public final class EventThrottles {
    /** Events of one kind that pass at once, unless the table says otherwise. */
    public static final double EVENT_BURST = 8;

    /** Events of one kind that pass a second after that. */
    public static final double EVENTS_PER_S = 1;

    /** Events of one component that pass at once, unless the table says otherwise. */
    public static final double COMPONENT_BURST = 32;

    /** Events of one component that pass a second after that. */
    public static final double COMPONENT_PER_S = 15;

    private final List<EventDeclaration> events;
    private final List<String> components;
    final double[] eventPerS;
    final double[] eventBurst;
    final double[] componentPerS;
    final double[] componentBurst;

    EventThrottles(List<EventDeclaration> events, List<String> components) {
        this.events = events;
        this.components = components;
        eventPerS = new double[events.size()];
        eventBurst = new double[events.size()];
        componentPerS = new double[components.size()];
        componentBurst = new double[components.size()];
        everyEvent(EVENTS_PER_S, EVENT_BURST);
        everyComponent(COMPONENT_PER_S, COMPONENT_BURST);
    }

    /** Sets what holds for every event: events a second, and events at once. */
    public void everyEvent(double perS, double burst) {
        Arrays.fill(eventPerS, perS);
        Arrays.fill(eventBurst, burst);
    }

    /** Sets what holds for every component: events a second, and events at once. */
    public void everyComponent(double perS, double burst) {
        Arrays.fill(componentPerS, perS);
        Arrays.fill(componentBurst, burst);
    }

    /** Sets what holds for the event of that full name; false when there is none. */
    public boolean event(String name, double perS, double burst) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).name().equals(name)) {
                eventPerS[i] = perS;
                eventBurst[i] = burst;
                return true;
            }
        }
        return false;
    }

    /** Sets what holds for the component of that name; false when there is none that raises events. */
    public boolean component(String name, double perS, double burst) {
        int i = components.indexOf(name);
        if (i < 0) {
            return false;
        }
        componentPerS[i] = perS;
        componentBurst[i] = burst;
        return true;
    }
}
