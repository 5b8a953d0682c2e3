package org.dawnline.tools.sim.bench;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;

/** What keeps the services busy: a thousand channels that change in every cycle, and a storm of events. */
final class ServiceLoad implements Component {
    /** Channels, one for each monitor. */
    static final int CHANNELS = 1_000;

    private static final int VALUES = 7;

    private final String name;
    private final List<Channel> channels = new ArrayList<>();
    private final Events<Event> events;
    private int eventsPerCycle;

    /** The rain. */
    enum Event implements EventType {
        DROP;

        @Override
        public Severity severity() {
            return Severity.DIAGNOSTIC;
        }

        @Override
        public String pattern() {
            return "{0} of cycle {1}";
        }
    }

    ServiceLoad(Face face) {
        name = face.name();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(face.channel("c" + i, Unit.NONE, "what monitor " + i + " judges"));
        }
        events = face.events(Event.class);
    }

    /** Raises so many events in each cycle from now on. */
    void rain(int newEventsPerCycle) {
        eventsPerCycle = newEventsPerCycle;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        for (int i = 0; i < channels.size(); i++) {
            channels.get(i).set((tick.cycle() + i) % VALUES);
        }
        for (int i = 0; i < eventsPerCycle; i++) {
            events.raise(Event.DROP, i, tick.cycle());
        }
    }
}
