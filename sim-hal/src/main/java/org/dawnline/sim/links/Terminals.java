package org.dawnline.sim.links;

import java.util.Arrays;
import org.dawnline.hal.LinkHal.Kind;
import org.dawnline.hal.LinkHal.State;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * Laser terminals towards relays that are always in view, and radio terminals towards the ground stations. A laser acquires for a
 * uniform time, tracks for an exponential one, and starts again; a radio tracks soon after a station has come into view.
 */
public final class Terminals {
    private static final double BIG = 1e15;

    private final int lasers;
    private final int count;
    private final double laserRateBitsPerS;
    private final double laserPowerW;
    private final double acquisitionMinS;
    private final double acquisitionMaxS;
    private final double trackMeanS;
    private final double radioRateBitsPerS;
    private final double radioPowerW;
    private final double radioAcquisitionS;
    private final RandomStream luck;
    private final boolean[] powered;
    private final boolean[] blocked;
    private final State[] state;
    private final double[] leftS;
    private boolean stationInView;

    public Terminals(VehicleProfile truth, RandomStream luck, boolean laserTracking, boolean radioOn) {
        lasers = truth.count("links.laserTerminals", 0, 32);
        int radios = truth.count("links.rfTerminals", 0, 32);
        count = lasers + radios;
        laserRateBitsPerS = truth.number("links.laserRateBitsPerS", 0.0, BIG);
        laserPowerW = truth.number("links.laserPowerW", 0.0, BIG);
        acquisitionMinS = truth.number("links.laserAcquisitionMinS", 0.0, BIG);
        acquisitionMaxS = truth.number("links.laserAcquisitionMaxS", acquisitionMinS, BIG);
        trackMeanS = truth.number("links.laserTrackMeanS", 1.0, BIG);
        radioRateBitsPerS = truth.number("links.rfRateBitsPerS", 0.0, BIG);
        radioPowerW = truth.number("links.rfPowerW", 0.0, BIG);
        radioAcquisitionS = truth.number("links.rfAcquisitionS", 0.0, BIG);
        this.luck = luck;
        powered = new boolean[count];
        blocked = new boolean[count];
        state = new State[count];
        leftS = new double[count];
        Arrays.fill(state, State.OFF);
        for (int i = 0; i < count; i++) {
            powered[i] = i < lasers || radioOn;
            if (i < lasers && laserTracking) {
                track(i);
            }
        }
    }

    /** Moves every terminal on. */
    public void step(double dtS, boolean someStationInView) {
        stationInView = someStationInView;
        for (int i = 0; i < count; i++) {
            boolean reachable = !blocked[i] && (i < lasers || stationInView);
            if (!powered[i]) {
                state[i] = State.OFF;
            } else if (!reachable) {
                state[i] = State.STANDBY;
            } else {
                stepReachable(i, dtS);
            }
        }
    }

    private void stepReachable(int i, double dtS) {
        switch (state[i]) {
            case OFF, STANDBY, FAULT -> acquire(i);
            case ACQUIRING -> {
                leftS[i] -= dtS;
                if (leftS[i] <= 0.0) {
                    track(i);
                }
            }
            case TRACKING -> {
                leftS[i] -= dtS;
                if (leftS[i] <= 0.0) {
                    acquire(i);
                }
            }
        }
    }

    private void acquire(int i) {
        state[i] = State.ACQUIRING;
        leftS[i] = i < lasers ? luck.uniform(acquisitionMinS, acquisitionMaxS) : radioAcquisitionS;
    }

    private void track(int i) {
        state[i] = State.TRACKING;
        leftS[i] = i < lasers ? luck.exponential(trackMeanS) : Double.POSITIVE_INFINITY;
    }

    /** Makes a laser lose its carrier now, if it has one. */
    public void drop(int terminal) {
        if (state[terminal] == State.TRACKING) {
            acquire(terminal);
        }
    }

    public void block(int terminal, boolean nowBlocked) {
        blocked[terminal] = nowBlocked;
    }

    public void requestPower(int terminal, boolean on) {
        powered[terminal] = on;
    }

    public int count() {
        return count;
    }

    public int laserCount() {
        return lasers;
    }

    public Kind kind(int terminal) {
        return terminal < lasers ? Kind.LASER : Kind.RF;
    }

    public State state(int terminal) {
        return state[terminal];
    }

    public double rateBitsPerS(int terminal) {
        if (state[terminal] != State.TRACKING) {
            return 0.0;
        }
        return terminal < lasers ? laserRateBitsPerS : radioRateBitsPerS;
    }

    public double powerW(int terminal) {
        if (!powered[terminal]) {
            return 0.0;
        }
        return terminal < lasers ? laserPowerW : radioPowerW;
    }

    /** What the terminals add to the base load, in W: the base load has one laser on; all other terminals count on top of it. */
    public double powerBeyondBaseW() {
        double sum = lasers > 0 ? -laserPowerW : 0.0;
        for (int i = 0; i < count; i++) {
            sum += powerW(i);
        }
        return sum;
    }
}
