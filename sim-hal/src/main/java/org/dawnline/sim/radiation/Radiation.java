package org.dawnline.sim.radiation;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/**
 * Draws upsets. Each kind is a Poisson process whose rate follows the place (within the South Atlantic Anomaly or not) and the Sun: a
 * proton event multiplies the mean rate by its factor and knows no place, so it adds (factor - 1) times the mean rate everywhere.
 */
public final class Radiation {
    /** What is hit. */
    public interface Victims {
        /**
         * A particle hits.
         *
         * @param luck for whatever has to be chosen; a stream of that kind of upset alone
         * @return whether there was anything to hit
         */
        boolean hit(Upset upset, RandomStream luck);
    }

    private static final Upset[] UPSETS = Upset.values();
    private static final double NO_STORM = 1.0;

    private final RadiationFigures figures;
    private final boolean background;
    private final Victims victims;
    private final HazardClock[] clock = new HazardClock[UPSETS.length];
    private final RandomStream[] aim = new RandomStream[UPSETS.length];
    private final int[] drawn = new int[UPSETS.length];
    private final int[] hit = new int[UPSETS.length];
    private final HazardClock stormClock;
    private final RandomStream stormLuck;
    private double stormFactor = NO_STORM;
    private double stormEndS = Double.POSITIVE_INFINITY;
    private boolean inSaa;
    private double dueS;

    /**
     * A world's particles.
     *
     * @param chips GPUs that can be hit
     * @param background whether there are upsets and proton events of themselves; without, there are upsets only in the proton
     *     events of a scenario
     */
    public Radiation(VehicleProfile truth, int chips, long seed, boolean background, Victims victims) {
        figures = new RadiationFigures(truth, chips);
        this.background = background;
        this.victims = victims;
        for (Upset upset : UPSETS) {
            clock[upset.ordinal()] = new HazardClock(new RandomStream(seed, "upset " + upset));
            aim[upset.ordinal()] = new RandomStream(seed, "upset aim " + upset);
        }
        stormLuck = new RandomStream(seed, "proton event");
        stormClock = new HazardClock(stormLuck);
        stormClock.rate(background ? figures.stormsPerYear / RadiationFigures.YEAR_S : 0.0, 0.0);
        retime(0.0);
    }

    /** Lets time pass until {@code nowS}, at the end of which the satellite is in the anomaly or not. Costs two comparisons. */
    public void step(double nowS, boolean nowInSaa) {
        while (dueS <= nowS) {
            strikeDue();
        }
        if (nowInSaa != inSaa) {
            inSaa = nowInSaa;
            retime(nowS);
        }
    }

    private void strikeDue() {
        double atS = dueS;
        if (stormEndS <= atS) {
            storm(NO_STORM, atS);
            return;
        }
        if (stormClock.dueS() <= atS) {
            stormClock.next();
            double decades = StrictMath.log(figures.stormFactorMax / figures.stormFactorMin);
            storm(figures.stormFactorMin * StrictMath.exp(decades * stormLuck.nextDouble()), atS);
            stormEndS = atS + figures.stormS;
            retime(atS);
            return;
        }
        for (Upset upset : UPSETS) {
            if (clock[upset.ordinal()].dueS() <= atS) {
                clock[upset.ordinal()].next();
                strike(upset);
            }
        }
        retime(atS);
    }

    /** Lets a particle hit now, whatever the rates. */
    public void strike(Upset upset) {
        drawn[upset.ordinal()]++;
        if (victims.hit(upset, aim[upset.ordinal()])) {
            hit[upset.ordinal()]++;
        }
    }

    /** Begins a proton event that multiplies the mean rates, until another one begins; 1 ends it. */
    public void storm(double factor, double nowS) {
        stormFactor = factor;
        stormEndS = Double.POSITIVE_INFINITY;
        retime(nowS);
    }

    private void retime(double nowS) {
        dueS = StrictMath.min(stormEndS, stormClock.dueS());
        for (Upset upset : UPSETS) {
            HazardClock one = clock[upset.ordinal()];
            one.rate(ratePerS(upset), nowS);
            dueS = StrictMath.min(dueS, one.dueS());
        }
    }

    private double ratePerS(Upset upset) {
        double quietPerS = background || stormFactor > NO_STORM ? figures.placePerS(upset, inSaa) : 0.0;
        return quietPerS + (stormFactor - NO_STORM) * figures.meanPerS(upset);
    }

    /** How many upsets of a kind there were, whether they hit anything or not. */
    public int drawn(Upset upset) {
        return drawn[upset.ordinal()];
    }

    /** How many upsets of a kind hit something. */
    public int hit(Upset upset) {
        return hit[upset.ordinal()];
    }

    /** By how much the mean rates are multiplied now; 1 without a proton event. */
    public double stormFactor() {
        return stormFactor;
    }
}
