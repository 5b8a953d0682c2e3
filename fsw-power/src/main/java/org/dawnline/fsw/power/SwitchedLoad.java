package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * One load behind a switch: keeps the switch as ground and shedding want it, resets it a few times after an overcurrent, and
 * lets a load that had to be shed again soon wait longer each time.
 */
final class SwitchedLoad {
    /** What the ground wants. */
    enum Wish {
        /** Shedding decides. */
        AUTO,
        /** On, whatever shedding thinks. */
        ON,
        /** Off. */
        OFF;

        static final List<String> NAMES =
                Arrays.stream(values()).map(Wish::name).toList();
    }

    /** How the load is. */
    enum State {
        /** As it should be. */
        ON,
        /** Switched off for want of power. */
        SHED,
        /** Its switch has opened because of overcurrent and will be reset. */
        TRIPPED,
        /** Off by the ground's wish. */
        HELD_OFF,
        /** Its switch opens again and again: left to the ground. */
        GIVEN_UP;

        static final List<String> NAMES =
                Arrays.stream(values()).map(State::name).toList();
    }

    private static final int MOST_RESETS = 3;
    private static final double FIRST_RESET_S = 5;
    private static final double RESET_BACK_OFF = 8;
    /** A load that was fine for so long starts anew with its resets and its waiting. */
    private static final double GOOD_S = 3600;

    private static final int MOST_DOUBLINGS = 3;
    private static final int MAX_PRIORITY = 99;
    private static final double MAX_W = 1e8;

    /** Position in the dictionary's list of loads. */
    final int number;
    /** The higher, the earlier it is shed. */
    final int priority;
    /** Neither switched nor shed. */
    final boolean essential;

    private final PowerHal eps;
    private final double nominalW;
    private final int at;
    private final Events<LoadEvent> events;
    private final Channel stateChannel;
    private Wish wish = Wish.AUTO;
    private boolean shed;
    private boolean tripSeen;
    private boolean looked;
    private boolean seenOn;
    private int strays;
    private int resets;
    private int doublings;
    private double waitS;
    private double shedS;
    private double goodS = GOOD_S;

    SwitchedLoad(Face face, PowerHal eps, VehicleProfile vehicle, String name, int number, Events<LoadEvent> events) {
        this.number = number;
        this.eps = eps;
        this.events = events;
        priority = vehicle.count("loads." + name + ".priority", 0, MAX_PRIORITY);
        essential = vehicle.count("loads." + name + ".essential", 0, 1) == 1;
        nominalW = vehicle.number("loads." + name + ".powerW", 0, MAX_W);
        at = find(eps, name);
        stateChannel = face.stateChannel(name, State.NAMES, "how the load " + name + " is");
    }

    private static int find(PowerHal eps, String name) {
        for (int load = 0; load < eps.loadCount(); load++) {
            if (eps.loadName(load).equals(name)) {
                return load;
            }
        }
        return -1;
    }

    /** Looks at the switch and asks it for what is wanted. {@code brownedOut}: a shortage may have opened it. */
    void step(boolean brownedOut, double stepS) {
        if (at < 0) {
            return;
        }
        shedS += stepS;
        if (eps.loadTripped(at)) {
            resetAfterTrip(stepS);
        } else {
            tripSeen = false;
            lookForOpenSwitch(brownedOut);
            follow(stepS);
        }
        stateChannel.set(state().ordinal());
    }

    // A switch that nobody has asked to open is closed again, unless that would go on and on.
    private void lookForOpenSwitch(boolean brownedOut) {
        boolean on = eps.loadOn(at);
        if (wantedOn() && !on && !essential) {
            if (!looked) {
                shed(ShedCause.FOUND_OFF);
            } else if (brownedOut) {
                shed(ShedCause.BROWN_OUT);
            } else if (seenOn) {
                strays++;
                goodS = 0;
                events.raise(LoadEvent.LOAD_OFF_UNASKED, number);
                if (strays > MOST_RESETS) {
                    shed(ShedCause.FOUND_OFF);
                }
            }
        }
        looked = true;
        seenOn = on;
    }

    private void follow(double stepS) {
        if (eps.loadOn(at) != wantedOn()) {
            eps.requestLoad(at, wantedOn());
        }
        goodS = eps.loadOn(at) ? Math.min(GOOD_S, goodS + stepS) : goodS;
        if (goodS >= GOOD_S) {
            resets = 0;
            strays = 0;
            doublings = 0;
        }
    }

    // A switch that has tripped must be asked off before it can close.
    private void resetAfterTrip(double stepS) {
        if (!tripSeen) {
            tripSeen = true;
            goodS = 0;
            waitS = FIRST_RESET_S;
            for (int i = 0; i < resets; i++) {
                waitS *= RESET_BACK_OFF;
            }
            events.raise(resets < MOST_RESETS ? LoadEvent.LOAD_TRIPPED : LoadEvent.LOAD_GIVEN_UP, number, resets);
        }
        waitS -= stepS;
        if (resets < MOST_RESETS && waitS <= 0) {
            resets++;
            tripSeen = false;
            seenOn = false;
            eps.requestLoad(at, false);
        }
    }

    private boolean wantedOn() {
        return essential || wish == Wish.ON || (wish == Wish.AUTO && !shed);
    }

    /** Whether shedding may switch it off. */
    boolean canBeShed() {
        return at >= 0 && !essential && wish == Wish.AUTO && !shed && eps.loadOn(at);
    }

    /** Sheds it, or takes note that the bus has. */
    void shed(ShedCause cause) {
        events.raise(LoadEvent.LOAD_SHED, number, cause.ordinal());
        shed = true;
        doublings = goodS < GOOD_S ? Math.min(MOST_DOUBLINGS, doublings + 1) : 0;
        goodS = 0;
        shedS = 0;
        eps.requestLoad(at, false);
    }

    /** Whether it was shed and could come back. */
    boolean isShed() {
        return shed && wish == Wish.AUTO;
    }

    /** Whether it has been off for as long as it must be, {@code dwellS} at first. */
    boolean rested(double dwellS) {
        return shedS >= dwellS * (1 << doublings);
    }

    /** Lets it come back. */
    void restore() {
        shed = false;
        events.raise(LoadEvent.LOAD_RESTORED, number, shedS);
        eps.requestLoad(at, true);
    }

    /** Takes the ground's wish; a load that was given up gets new resets. */
    void wish(Wish newWish) {
        wish = newWish;
        resets = 0;
        doublings = 0;
        tripSeen = false;
        shed &= newWish == Wish.AUTO;
    }

    /** Whether the ground can switch it. */
    boolean switchable() {
        return at >= 0 && !essential;
    }

    /** What it draws while it is on by the profile, in W. */
    double nominalW() {
        return nominalW;
    }

    /** What it draws, in W; 0 when unknown. */
    double powerW() {
        double drawnW = at < 0 ? 0 : eps.loadPowerW(at);
        return drawnW > 0 ? drawnW : 0;
    }

    private State state() {
        if (at >= 0 && eps.loadTripped(at)) {
            return tripSeen && resets >= MOST_RESETS ? State.GIVEN_UP : State.TRIPPED;
        }
        if (wish == Wish.OFF) {
            return State.HELD_OFF;
        }
        return isShed() ? State.SHED : State.ON;
    }
}
