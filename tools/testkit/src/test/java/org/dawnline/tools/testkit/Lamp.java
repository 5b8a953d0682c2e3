package org.dawnline.tools.testkit;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;

/** A small component to try the kit on. */
final class Lamp implements Component {
    enum Event implements EventType {
        SWITCHED;

        @Override
        public Severity severity() {
            return Severity.ACTIVITY_LO;
        }

        @Override
        public String pattern() {
            return "lamp now {0}";
        }
    }

    private final Channel steps;
    private final Channel brightness;
    private final Events<Event> events;
    private double wanted;

    Lamp(Face face) {
        steps = face.channel("steps", Unit.COUNT, "steps so far");
        brightness = face.channel("brightness", Unit.RATIO, "brightness of the lamp");
        events = face.events(Event.class);
        face.command(
                "DIM",
                "Sets the brightness.",
                this::dim,
                Argument.real("brightness", Unit.RATIO, 0, 1, "brightness to set"));
    }

    private Outcome dim(double[] arguments) {
        wanted = arguments[0];
        events.raise(Event.SWITCHED, wanted);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return "lamp";
    }

    @Override
    public void step(Tick tick) {
        steps.set(steps.valid() ? steps.value() + 1 : 1);
        brightness.set(wanted);
    }
}
