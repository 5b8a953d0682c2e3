package org.dawnline.example;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.PowerHal;

/** Counts eclipses by what the array could deliver, and keeps the length of the longest. */
public final class EclipseCounter implements Component {
    /** What it has to say. */
    enum Event implements EventType {
        ECLIPSE_ENDED(Severity.ACTIVITY_LO, "eclipse {0} ended after {1} s");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final PowerHal eps;
    private final Parameter darkBelowW;
    private final Channel count;
    private final Channel longestS;
    private final Events<Event> events;
    private double darkS;

    /** Declares its face. */
    public EclipseCounter(Face face, PowerHal eps) {
        this.name = face.name();
        this.eps = eps;
        darkBelowW = face.parameter(
                "darkBelowW", Unit.WATT, 1_000, 0, 100_000, "array capability below which it counts as dark");
        count = face.channel("count", Unit.COUNT, "eclipses that have ended");
        longestS = face.channel("longestS", Unit.SECOND, "length of the longest eclipse");
        events = face.events(Event.class);
        face.command("RESET", "Forgets all eclipses.", arguments -> reset());
        reset();
    }

    private Outcome reset() {
        count.set(0);
        longestS.set(0);
        return Outcome.COMPLETED;
    }

    /** Length of the longest eclipse, in s; for components behind this one. */
    public Channel longestS() {
        return longestS;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        double capabilityW = eps.arrayCapabilityW();
        if (capabilityW < darkBelowW.value()) {
            darkS += tick.stepS();
        } else if (capabilityW >= darkBelowW.value()) {
            endEclipse();
        } // else there is no reading: neither dark nor bright
    }

    private void endEclipse() {
        if (darkS > 0) {
            count.set(count.value() + 1);
            longestS.set(StrictMath.max(longestS.value(), darkS));
            events.raise(Event.ECLIPSE_ENDED, count.value(), darkS);
            darkS = 0;
        }
    }

    @Override
    public void restart() {
        darkS = 0;
    }
}
