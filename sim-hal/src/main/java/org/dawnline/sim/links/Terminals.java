package org.dawnline.sim.links;

import java.util.Arrays;
import org.dawnline.hal.LinkHal.Kind;
import org.dawnline.hal.LinkHal.State;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * Laser terminals towards relays or optical sites, and radio terminals towards ground stations. A laser acquires for a uniform time,
 * tracks for an exponential one at most, and starts again; a radio tracks soon after a station has come into view. What the carrier
 * is like is worked out once a second.
 */
public final class Terminals {
    private static final int MOST = 32;
    private static final double BIG = 1e15;
    private static final double UPDATE_S = 1.0;
    private static final double TIME_TOLERANCE_S = 1e-6;

    /** No terminal. */
    public static final int NONE = -1;

    private final int lasers;
    private final int count;
    private final LaserFigures laser;
    private final RadioFigures radio;
    private final RateLadder ladder;
    private final RandomStream luck;
    private final Weather weather;
    private final Path[] path;
    private final LaserBeam[] beam;
    private final RadioPath[] radioPath;
    private final Condition[] condition;
    private final boolean[] powered;
    private final boolean[] blocked;
    private final State[] state;
    private final double[] leftS;
    private final double[] rateCapRatio;
    private double sinceUpdateS;

    private record LaserFigures(
            double rateBitsPerS, double powerW, double acquisitionMinS, double acquisitionMaxS, double trackMeanS) {
        static LaserFigures of(VehicleProfile truth, int lasers) {
            if (lasers == 0) {
                return new LaserFigures(0.0, 0.0, 0.0, 0.0, 1.0);
            }
            double minS = truth.number("links.laserAcquisitionMinS", 0.0, BIG);
            return new LaserFigures(
                    truth.number("links.laserRateBitsPerS", 0.0, BIG),
                    truth.number("links.laserPowerW", 0.0, BIG),
                    minS,
                    truth.number("links.laserAcquisitionMaxS", minS, BIG),
                    truth.number("links.laserTrackMeanS", 1.0, BIG));
        }
    }

    private record RadioFigures(double rateBitsPerS, double powerW, double acquisitionS) {
        static RadioFigures of(VehicleProfile truth, int radios) {
            if (radios == 0) {
                return new RadioFigures(0.0, 0.0, 0.0);
            }
            return new RadioFigures(
                    truth.number("links.rfRateBitsPerS", 0.0, BIG),
                    truth.number("links.rfPowerW", 0.0, BIG),
                    truth.number("links.rfAcquisitionS", 0.0, BIG));
        }
    }

    /**
     * The terminals of a vehicle. The last {@code links.groundLasers} of its lasers point at optical sites, the others at relays.
     *
     * @param seed of the world; every terminal has streams of its own
     * @param sites optical sites that there are, in view or not
     * @param view where the satellite is at the start
     * @param laserTracking whether lasers with another end in view track already
     * @param radioOn whether radios are powered
     */
    public Terminals(
            VehicleProfile truth, long seed, int sites, LinkView view, boolean laserTracking, boolean radioOn) {
        lasers = truth.count("links.laserTerminals", 0, MOST);
        int radios = truth.count("links.rfTerminals", 0, MOST);
        count = lasers + radios;
        laser = LaserFigures.of(truth, lasers);
        radio = RadioFigures.of(truth, radios);
        ladder = new RateLadder(truth);
        luck = new RandomStream(seed, "links");
        weather = new Weather(truth, sites, seed);
        beam = new LaserBeam[lasers];
        radioPath = new RadioPath[radios];
        path = new Path[count];
        condition = new Condition[count];
        powered = new boolean[count];
        blocked = new boolean[count];
        state = new State[count];
        leftS = new double[count];
        rateCapRatio = new double[count];
        Arrays.fill(state, State.OFF);
        Arrays.fill(rateCapRatio, 1.0);
        Arrays.setAll(condition, i -> new Condition());
        aim(truth, seed);
        for (int i = 0; i < count; i++) {
            powered[i] = i < lasers || radioOn;
            if (i < lasers && laserTracking && path[i].reachable(view)) {
                path[i].begin(view);
                track(i, view);
            }
        }
    }

    /** How many lasers of a vehicle point at optical sites. */
    public static int groundLasers(VehicleProfile truth) {
        int lasers = truth.count("links.laserTerminals", 0, MOST);
        return lasers == 0 ? 0 : truth.count("links.groundLasers", 0, lasers);
    }

    private void aim(VehicleProfile truth, long seed) {
        int groundLasers = groundLasers(truth);
        for (int i = 0; i < lasers; i++) {
            boolean ground = i >= lasers - groundLasers;
            double apertureM = truth.number(ground ? "links.siteApertureM" : "links.relayApertureM", 1e-3, 100.0);
            RandomStream jitter = new RandomStream(seed, "laser jitter " + i);
            beam[i] = new LaserBeam(truth, apertureM, laser.rateBitsPerS, jitter);
            path[i] = ground
                    ? new SitePath(truth, beam[i], weather)
                    : new RelayPath(truth, beam[i], new RandomStream(seed, "relay " + i));
        }
        for (int i = lasers; i < count; i++) {
            radioPath[i - lasers] = new RadioPath(truth);
            path[i] = radioPath[i - lasers];
        }
    }

    /** Moves every terminal and the weather on. */
    public void step(double dtS, LinkView view) {
        sinceUpdateS += dtS;
        boolean due = sinceUpdateS >= UPDATE_S - TIME_TOLERANCE_S;
        if (due) {
            weather.step(sinceUpdateS);
        }
        for (int i = 0; i < count; i++) {
            boolean reachable = !blocked[i] && path[i].reachable(view);
            if (!powered[i]) {
                stop(i, State.OFF);
            } else if (!reachable) {
                stop(i, State.STANDBY);
            } else {
                stepReachable(i, dtS, view, due);
            }
        }
        sinceUpdateS = due ? 0.0 : sinceUpdateS;
    }

    private void stop(int i, State now) {
        if (state[i] == State.TRACKING) {
            condition[i].clear();
        }
        state[i] = now;
    }

    private void stepReachable(int i, double dtS, LinkView view, boolean due) {
        switch (state[i]) {
            case OFF, STANDBY, FAULT -> acquire(i, view);
            case ACQUIRING -> {
                leftS[i] -= dtS;
                if (leftS[i] <= 0.0) {
                    track(i, view);
                }
            }
            case TRACKING -> {
                leftS[i] -= dtS;
                if (leftS[i] <= 0.0 || (due && !path[i].move(view, sinceUpdateS))) {
                    acquire(i, view);
                } else if (due) {
                    observe(i, view);
                }
            }
        }
    }

    private void acquire(int i, LinkView view) {
        state[i] = State.ACQUIRING;
        condition[i].clear();
        path[i].begin(view);
        leftS[i] = i < lasers ? luck.uniform(laser.acquisitionMinS, laser.acquisitionMaxS) : radio.acquisitionS;
    }

    private void track(int i, LinkView view) {
        state[i] = State.TRACKING;
        leftS[i] = i < lasers ? luck.exponential(laser.trackMeanS) : Double.POSITIVE_INFINITY;
        observe(i, view);
    }

    private void observe(int i, LinkView view) {
        Condition now = condition[i];
        boolean fresh = Double.isNaN(now.marginAtFullRate);
        path[i].observe(view, now);
        now.rung = fresh ? ladder.firstRung(now.marginAtFullRate) : ladder.rung(now.marginAtFullRate, now.rung);
        if (ladder.tooWeak(now.rung)) {
            acquire(i, view);
            return;
        }
        double marginRatio = now.marginAtFullRate / RateLadder.rateRatio(now.rung);
        now.marginDb = Decibel.of(marginRatio);
        now.bitErrorRatio = ladder.bitErrorRatio(marginRatio);
    }

    // What a scenario does

    /** Makes a laser lose its carrier now, if it has one; it begins to acquire in the next step. */
    public void drop(int terminal) {
        if (state[terminal] == State.TRACKING) {
            leftS[terminal] = 0.0;
        }
    }

    /** Takes the other end out of view, or gives it back. */
    public void block(int terminal, boolean nowBlocked) {
        blocked[terminal] = nowBlocked;
    }

    /** Lets a laser point past its other end by that angle, in rad; 0 ends it. */
    public void biasPointing(int terminal, double biasRad) {
        beam[terminal].bias(biasRad);
    }

    /** Lets a terminal reach only this part of its full rate. */
    public void capRate(int terminal, double ratio) {
        rateCapRatio[terminal] = ratio;
    }

    /** Adds noise to a radio's carrier, in dB; 0 ends it. */
    public void addNoise(int terminal, double db) {
        radioPath[terminal - lasers].noise(Decibel.ratio(db));
    }

    /** The weather over the optical sites. */
    public Weather weather() {
        return weather;
    }

    /** Powers a terminal or not. */
    public void requestPower(int terminal, boolean on) {
        powered[terminal] = on;
    }

    // What there is

    /** Number of terminals; lasers come first. */
    public int count() {
        return count;
    }

    /** Number of lasers. */
    public int laserCount() {
        return lasers;
    }

    /** What a terminal is. */
    public Kind kind(int terminal) {
        return terminal < lasers ? Kind.LASER : Kind.RF;
    }

    /** What a terminal is doing. */
    public State state(int terminal) {
        return state[terminal];
    }

    /** Data rate, in bit/s; 0 without a carrier. */
    public double rateBitsPerS(int terminal) {
        if (state[terminal] != State.TRACKING) {
            return 0.0;
        }
        double fullBitsPerS = terminal < lasers ? laser.rateBitsPerS : radio.rateBitsPerS;
        return fullBitsPerS * StrictMath.min(rateCapRatio[terminal], RateLadder.rateRatio(condition[terminal].rung));
    }

    /** Distance to the other end, in m; NaN without a carrier, as with all that follows. */
    public double rangeM(int terminal) {
        return condition[terminal].rangeM;
    }

    /** Time that a bit takes to the ground, in s. */
    public double latencyS(int terminal) {
        return condition[terminal].latencyS;
    }

    /** Received power over what the present rate needs, in dB. */
    public double marginDb(int terminal) {
        return condition[terminal].marginDb;
    }

    /** Angle by which the beam misses the other end, in rad; NaN for a radio. */
    public double pointingErrorRad(int terminal) {
        return condition[terminal].pointingErrorRad;
    }

    /** Bits that arrive wrong, as a ratio. */
    public double bitErrorRatio(int terminal) {
        return condition[terminal].bitErrorRatio;
    }

    /** The terminal that carries messages now: the fastest tracking laser, or else radio; {@link #NONE} when none tracks. */
    public int carrier() {
        int best = NONE;
        for (int i = 0; i < count; i++) {
            boolean sameKind = best == NONE || kind(best) == kind(i);
            if (state[i] == State.TRACKING && sameKind && (best == NONE || rateBitsPerS(i) > rateBitsPerS(best))) {
                best = i;
            }
        }
        return best;
    }

    /** Electrical power, in W. */
    public double powerW(int terminal) {
        if (!powered[terminal]) {
            return 0.0;
        }
        return terminal < lasers ? laser.powerW : radio.powerW;
    }

    /** What the terminals add to the base load, in W: the base load has one laser on; all other terminals count on top of it. */
    public double powerBeyondBaseW() {
        double sum = lasers > 0 ? -laser.powerW : 0.0;
        for (int i = 0; i < count; i++) {
            sum += powerW(i);
        }
        return sum;
    }
}
