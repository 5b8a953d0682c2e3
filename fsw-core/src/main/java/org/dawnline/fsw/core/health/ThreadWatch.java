package org.dawnline.fsw.core.health;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.mode.ModeManager;

/**
 * Watches one thread and climbs a ladder while it is silent: a warning, three restarts, then for a thread that the satellite
 * can do without only an event; for another SAFE, and at last the watchdog is left to bite. Whoever shows life again gets off
 * the ladder, but restarts are not given back.
 */
final class ThreadWatch {
    /** Times that a thread is restarted. */
    static final int MAX_RESTARTS = 3;

    final int number;
    private final Vital vital;
    private final ModeManager modes;
    private final Events<HealthEvent> events;
    private long beatsSeen = -1;
    private double silentS;
    private boolean warned;
    private int restarts;
    private Rung rung = Rung.ALIVE;

    /** How far it has come with a thread that is silent. */
    private enum Rung {
        ALIVE,
        GIVEN_UP,
        SAFE_ASKED,
        LEFT_TO_SUPERVISOR
    }

    ThreadWatch(Vital vital, ModeManager modes, Events<HealthEvent> events) {
        this.number = ThreadNames.numberOf(vital.heart().name());
        this.vital = vital;
        this.modes = modes;
        this.events = events;
    }

    void step(double stepS) {
        long beats = vital.heart().beats();
        if (beats != beatsSeen || vital.heart().resting()) {
            beatsSeen = beats;
            alive();
            return;
        }
        silentS += stepS;
        if (silentS >= vital.warnS() && !warned) {
            warned = true;
            events.raise(HealthEvent.THREAD_SILENT, number, silentS);
        }
        if (silentS >= vital.failS()) {
            climb();
        }
    }

    private void alive() {
        if (rung != Rung.ALIVE) {
            events.raise(HealthEvent.THREAD_BACK, number);
        }
        rung = Rung.ALIVE;
        warned = false;
        silentS = 0;
    }

    private void climb() {
        Runnable restart = vital.restart();
        if (restart != null && restarts < MAX_RESTARTS) {
            restarts++;
            silentS = 0;
            events.raise(HealthEvent.THREAD_RESTARTED, number, restarts, MAX_RESTARTS);
            restart.run();
        } else if (!vital.mandatory()) {
            giveUp();
        } else if (rung == Rung.ALIVE) {
            rung = Rung.SAFE_ASKED;
            silentS = 0;
            events.raise(HealthEvent.THREAD_LOST, number);
            modes.requestSafe();
        } else if (rung == Rung.SAFE_ASKED) {
            rung = Rung.LEFT_TO_SUPERVISOR;
            events.raise(HealthEvent.LEFT_TO_SUPERVISOR, number);
        }
    }

    private void giveUp() {
        if (rung == Rung.ALIVE) {
            rung = Rung.GIVEN_UP;
            events.raise(HealthEvent.THREAD_GIVEN_UP, number);
        }
    }

    boolean leftToSupervisor() {
        return rung == Rung.LEFT_TO_SUPERVISOR;
    }

    /** Whether it has shown life at least once. */
    boolean seen() {
        return vital.heart().beats() > 0;
    }

    double silentS() {
        return silentS;
    }

    int restarts() {
        return restarts;
    }
}
