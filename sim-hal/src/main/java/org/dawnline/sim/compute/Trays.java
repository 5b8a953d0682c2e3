package org.dawnline.sim.compute;

import java.util.Arrays;

/** The power of the trays: asked for, there, or kept away by what befalls a tray. */
final class Trays {
    private static final double MAX_S = 1e6;

    private final double cutS;
    private final double bootS;
    private final boolean[] wanted;
    private final boolean[] on;
    private final boolean[] dead;
    private final double[] timerS;
    private final double[] glitchLeftS;

    Trays(RackFigures figures) {
        int trays = figures.trays();
        cutS = figures.number("rack.trayCutS", 0.0, MAX_S);
        bootS = figures.number("rack.trayBootS", 0.0, MAX_S);
        wanted = new boolean[trays];
        on = new boolean[trays];
        dead = new boolean[trays];
        timerS = new double[trays];
        glitchLeftS = new double[trays];
        Arrays.fill(wanted, true);
        Arrays.fill(on, true);
    }

    /** What a step did to a tray. */
    enum Change {
        NONE,
        BOOTS,
        LOSES_POWER
    }

    Change step(int tray, double dtS) {
        boolean may = wanted[tray] && !dead[tray];
        if (glitchLeftS[tray] > 0.0) {
            glitchLeftS[tray] -= dtS;
            may = false;
        }
        if (may == on[tray]) {
            timerS[tray] = 0.0;
            return Change.NONE;
        }
        if (may) {
            on[tray] = true;
            return Change.BOOTS;
        }
        timerS[tray] += dtS;
        return timerS[tray] >= cutS ? Change.LOSES_POWER : Change.NONE;
    }

    /** Whether a tray stays as it is until somebody asks for a change. */
    boolean settled(int tray) {
        return glitchLeftS[tray] <= 0.0 && (wanted[tray] && !dead[tray]) == on[tray];
    }

    void cut(int tray) {
        on[tray] = false;
        timerS[tray] = 0.0;
    }

    void request(int tray, boolean wantedOn) {
        wanted[tray] = wantedOn;
    }

    void kill(int tray, boolean isDead) {
        dead[tray] = isDead;
    }

    /** Keeps the power away for that long, at least for one step. */
    void glitch(int tray, double seconds) {
        glitchLeftS[tray] = Math.max(seconds, Double.MIN_NORMAL);
    }

    int count() {
        return on.length;
    }

    boolean on(int tray) {
        return on[tray];
    }

    double bootS() {
        return bootS;
    }
}
