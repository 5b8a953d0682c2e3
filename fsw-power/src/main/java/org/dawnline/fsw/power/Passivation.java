package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.PowerHal;

/**
 * Leaves no energy behind at the end of the mission: in PASSIVATED it holds the wings edge-on to the Sun, lets the loads drain the
 * battery and then opens the contactors of all strings. Steps after the array's keeper, so that its request of an angle is the last.
 */
public final class Passivation implements Component {
    /** Charge at which the battery counts as empty. */
    static final double EMPTY_RATIO = 0.02;

    private static final double EDGE_ON_RAD = Math.PI / 2;

    /** How far it has come. */
    enum Stage {
        NONE,
        DISCHARGING,
        DISCONNECTED;

        static final List<String> NAMES =
                Arrays.stream(values()).map(Stage::name).toList();
    }

    /** What there is to say. */
    enum Event implements EventType {
        DISCHARGING(Severity.ACTIVITY_HI, "wings edge-on, the battery is drained from {0}"),
        DISCONNECTED(Severity.ACTIVITY_HI, "the battery is empty at {0}, all strings are disconnected");

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
    private final ModeManager modes;
    private final Channel socRatio;
    private final Events<Event> events;
    private final Channel stageChannel;
    private Stage stage = Stage.NONE;
    private int brownOutsBefore;

    /** Declares the face; {@code socRatio} is the state of charge, NaN while it is not known. */
    public Passivation(Face face, PowerHal eps, ModeManager modes, Channel socRatio) {
        this.name = face.name();
        this.eps = eps;
        this.modes = modes;
        this.socRatio = face.input("socRatio", socRatio, Unit.RATIO);
        events = face.events(Event.class);
        stageChannel = face.stateChannel("stage", Stage.NAMES, "how far the passivation has come");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (modes.mode() == Mode.PASSIVATED) {
            passivate();
        }
        stageChannel.set(stage.ordinal());
    }

    private void passivate() {
        for (int wing = 0; wing < eps.arrayWingCount(); wing++) {
            eps.requestArrayOffset(wing, EDGE_ON_RAD);
        }
        if (stage == Stage.NONE) {
            stage = Stage.DISCHARGING;
            brownOutsBefore = eps.brownOutCount();
            events.raise(Event.DISCHARGING, socRatio.value());
        }
        if (stage == Stage.DISCHARGING && empty()) {
            stage = Stage.DISCONNECTED;
            events.raise(Event.DISCONNECTED, socRatio.value());
        }
        if (stage == Stage.DISCONNECTED) {
            disconnect();
        }
    }

    // Not while the charge is unknown; but an old battery may be empty when nobody thinks so, and then the bus falls.
    private boolean empty() {
        return socRatio.value() < EMPTY_RATIO || eps.brownOutCount() > brownOutsBefore;
    }

    private void disconnect() {
        for (int string = 0; string < eps.stringCount(); string++) {
            if (eps.stringConnected(string)) {
                eps.requestString(string, false);
            }
        }
    }
}
