package org.dawnline.tools.sim.campaign;

import java.util.List;

/**
 * What a campaign flies. Together with the number of a run it says everything about that run.
 *
 * @param seed where all luck comes from
 * @param runs how many runs, numbered from 0
 * @param orbits length of each run, in orbital periods
 * @param vehicles names of the vehicle profiles that are drawn from
 * @param odds what is drawn
 */
public record CampaignPlan(long seed, int runs, int orbits, List<String> vehicles, Odds odds) {
    /** Length of a run when nobody says otherwise, in orbital periods. */
    public static final int DEFAULT_ORBITS = 3;

    private static final int MAX_RUNS = 1_000_000;
    private static final int MAX_ORBITS = 1000;

    /** A campaign that draws anything. */
    public CampaignPlan(long seed, int runs, int orbits, List<String> vehicles) {
        this(seed, runs, orbits, vehicles, Odds.ANYTHING);
    }

    /** Refuses a campaign that nobody could fly. */
    public CampaignPlan {
        if (seed < 0) {
            throw new IllegalArgumentException("seed " + seed + "; expected 0 or more");
        }
        if (runs < 1 || runs > MAX_RUNS) {
            throw new IllegalArgumentException(runs + " runs; expected 1 to " + MAX_RUNS);
        }
        if (orbits < 1 || orbits > MAX_ORBITS) {
            throw new IllegalArgumentException(orbits + " orbits; expected 1 to " + MAX_ORBITS);
        }
        if (vehicles.isEmpty()) {
            throw new IllegalArgumentException("no vehicle to draw from");
        }
        vehicles = vehicles.stream().sorted().distinct().toList();
    }

    /** The call that flies one run of it again, with the full report. */
    public String repeatCommand(int run, String vehicle) {
        String length = orbits == odds.orbits() ? "" : " --orbits " + orbits;
        String drawn = odds == Odds.ANYTHING ? "" : " --odds " + odds.title();
        return "./dawnline campaign" + drawn + " --seed " + seed + " --run " + run + " --vehicle " + vehicle + length;
    }
}
