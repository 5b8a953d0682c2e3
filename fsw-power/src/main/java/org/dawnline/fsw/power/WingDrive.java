package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.PowerHal;

/** The drive of one wing: asks it for an angle to the Sun until it is there, and notices when it does not move. */
final class WingDrive {
    /** How a wing is. */
    enum State {
        /** At its angle. */
        FOLLOWS,
        /** On its way to its angle. */
        TURNS,
        /** Does not move although it was asked to. */
        STUCK,
        /** Its encoder is silent. */
        UNKNOWN,
        /** Gives no power. */
        LOST;

        static final List<String> NAMES =
                Arrays.stream(values()).map(State::name).toList();
    }

    /** A drive this near its angle is there, in rad: 1 degree costs 0.02 % of the power. */
    private static final double THERE_RAD = 0.0175;

    private static final double ASK_AGAIN_S = 10;
    private static final double WINDOW_S = 20;
    /** Part of its way that a drive that moves has made in a window at least. */
    private static final double LEAST_WAY_RATIO = 0.5;
    /** A stuck wing that the body carries past its angle is not there for so long. */
    private static final double FREE_S = 60;
    /** An encoder that jumps further in a window has gone from half a turn to minus half a turn. */
    private static final double MOST_DRIFT_RAD = 1;

    private static final double DEGREES_PER_RAD = 180 / Math.PI;

    private final PowerHal eps;
    private final int wing;
    private final double rateRadPerS;
    private final Events<WingEvent> events;
    private final Channel stateChannel;
    private final Channel offset;
    private double wantedRad;
    private double atRad = Double.NaN;
    private double askedS = ASK_AGAIN_S;
    private double windowS;
    private double windowRad = Double.NaN;
    private double windowOffsetRad;
    private double driftRadPerS;
    private double thereS;
    private boolean stuck;
    private boolean lost;

    WingDrive(Face face, PowerHal eps, int wing, double rateRadPerS, Events<WingEvent> events) {
        this.eps = eps;
        this.wing = wing;
        this.rateRadPerS = rateRadPerS;
        this.events = events;
        stateChannel = face.stateChannel("wing" + wing, State.NAMES, "how wing " + wing + " of the array is");
        offset =
                face.channel("wing" + wing + "OffsetDeg", Unit.DEGREE, "angle of its normal to the Sun by its encoder");
    }

    /** Wants the wing at an angle to the Sun, in rad. */
    void step(double newWantedRad, double stepS) {
        boolean changed = newWantedRad != wantedRad;
        wantedRad = newWantedRad;
        atRad = wing < eps.arrayWingCount() ? eps.arrayOffsetRad(wing) : Double.NaN;
        double offRad = Math.abs(atRad - wantedRad);
        if (offRad <= THERE_RAD) {
            stay(stepS);
        } else {
            ask(changed, stepS); // also without an encoder
            watch(offRad, changed, stepS);
        }
        offset.set(atRad * DEGREES_PER_RAD);
        stateChannel.set(state().ordinal());
    }

    private void ask(boolean changed, double stepS) {
        askedS += stepS;
        thereS = 0;
        if (changed || askedS >= ASK_AGAIN_S) {
            askedS = 0;
            eps.requestArrayOffset(wing, wantedRad);
        }
    }

    private void watch(double offRad, boolean changed, double stepS) {
        windowS += stepS;
        if (changed || Double.isNaN(windowRad) || Double.isNaN(offRad)) {
            startWindow(offRad);
        } else if (windowS >= WINDOW_S) {
            double wayRad = Math.min(windowRad, rateRadPerS * windowS);
            double movedRad = atRad - windowOffsetRad;
            driftRadPerS = Math.abs(movedRad) < MOST_DRIFT_RAD ? movedRad / windowS : driftRadPerS;
            judge(windowRad - offRad < LEAST_WAY_RATIO * wayRad);
            startWindow(offRad);
        }
    }

    private void startWindow(double offRad) {
        windowS = 0;
        windowRad = offRad;
        windowOffsetRad = atRad;
    }

    private void stay(double stepS) {
        windowRad = Double.NaN;
        askedS = ASK_AGAIN_S;
        thereS += stepS;
        if (thereS > FREE_S) {
            judge(false);
        }
    }

    private void judge(boolean still) {
        if (still && !stuck) {
            events.raise(WingEvent.WING_STUCK, wing, atRad * DEGREES_PER_RAD, wantedRad * DEGREES_PER_RAD);
        } else if (stuck && !still) {
            events.raise(WingEvent.WING_FREE, wing);
        }
        stuck = still;
    }

    /** Says whether the wing gives power. */
    void lost(boolean newLost, double healthRatio) {
        if (newLost != lost) {
            events.raise(newLost ? WingEvent.WING_LOST : WingEvent.WING_BACK, wing, healthRatio);
        }
        lost = newLost;
    }

    boolean isLost() {
        return lost;
    }

    /** Angle to the Sun by the encoder, in rad; NaN when unknown. */
    double offsetRad() {
        return atRad;
    }

    /** Says what angle it will have: the one that is wanted, or where the body turns a wing that is stuck. */
    void expect(WingAngles angles) {
        if (stuck) {
            angles.set(wing, atRad, driftRadPerS);
        } else {
            angles.set(wing, wantedRad, 0);
        }
    }

    private State state() {
        double offRad = Math.abs(atRad - wantedRad);
        if (Double.isNaN(offRad)) {
            return State.UNKNOWN;
        }
        if (lost) {
            return State.LOST;
        }
        return stuck ? State.STUCK : offRad > THERE_RAD ? State.TURNS : State.FOLLOWS;
    }
}
