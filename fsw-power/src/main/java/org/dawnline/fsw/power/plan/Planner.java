package org.dawnline.fsw.power.plan;

import java.util.Arrays;
import org.dawnline.fsw.core.plan.HeatOutlook;
import org.dawnline.fsw.core.plan.SunOutlook;

/**
 * Makes plans. Lays out the steps, solves the price ladder, leads loop and burst credit along the result, and solves it again
 * with what they forbid or want, a bounded number of times. Allocates nothing.
 */
public final class Planner {
    /** How often the ladder is solved at most. */
    public static final int MAX_PASSES = 4;

    /** A bound that moves by less than this part of the cap changes no plan. */
    private static final double TOLERANCE_RATIO = 0.005;
    /** Rounding of sums, in Wh. */
    private static final double ROUNDING_WH = 1;

    private final SunOutlook sun;
    private final Sources sources;
    private final HeatOutlook heat;
    private final Burst burst = new Burst();
    private final Warming warming = new Warming();

    /** A planner over these outlooks; they are read while it plans. */
    public Planner(SunOutlook sun, Sources sources, HeatOutlook heat) {
        this.sun = sun;
        this.sources = sources;
        this.heat = heat;
    }

    /**
     * Makes a plan into {@code plan}; says whether there is one. The outlooks must be latched.
     *
     * @param lengthS how far to plan at most, in s
     * @param stepS length of a step in even light, in s
     * @param leadS how long before each eclipse the battery is wanted full, in s
     */
    public boolean make(Plan plan, Situation situation, double lengthS, double stepS, double leadS) {
        plan.start.set(situation);
        plan.horizon.steps = 0;
        if (!situation.known() || !(lengthS >= stepS)) {
            return false;
        }
        plan.horizon.lay(sun, sources, lengthS, stepS);
        plan.horizon.demandRecovery(situation.store(), leadS);
        plan.ladder.build(situation.demand(), situation.store());
        double mostW = situation.demand().mostMeanW(situation.capW()); // warmth without work, too
        Arrays.fill(plan.mostW, 0, plan.horizon.steps, mostW);
        Arrays.fill(plan.floorW, 0, plan.horizon.steps, 0);
        plan.passes = 0;
        boolean settled = false;
        while (!settled && plan.passes < MAX_PASSES) {
            plan.passes++;
            plan.solve();
            settled = lead(plan, mostW);
        }
        return true;
    }

    // Leads everything over the plan; says whether the bounds it was made with hold.
    private boolean lead(Plan plan, double demandW) {
        burst.set(plan.start.burst());
        heat.begin();
        plan.storedWh[0] = plan.start.storedWh();
        plan.feasible = true;
        plan.tooCold = false;
        boolean settled = true;
        double toleranceW = plan.start.capW() * TOLERANCE_RATIO;
        warming.begin(heat);
        for (int step = 0; step < plan.horizon.steps; step++) {
            double stepS = plan.horizon.startS[step + 1] - plan.horizon.startS[step];
            double hours = plan.horizon.hours(step);
            plan.heatMostW[step] = heat.mostW(stepS);
            double boundW = Math.min(demandW, Math.min(burst.mostW(hours), plan.heatMostW[step]));
            double wantedW = Math.max(plan.advance(step), plan.warmthW(step));
            double rackW = Math.max(0, Math.min(wantedW, boundW));
            if (rackW != plan.rackW[step]) {
                plan.settle(step, rackW);
            }
            settled &= Math.abs(boundW - plan.mostW[step]) <= toleranceW;
            plan.boundW[step] = boundW;
            burst.draw(rackW, hours);
            heat.advance(rackW, stepS);
            warming.pass(stepS);
            settled &= warmEnough(plan, step);
            plan.feasible &= plan.storedWh[step + 1] >= Math.min(0, plan.storedWh[0]) - ROUNDING_WH;
        }
        System.arraycopy(plan.boundW, 0, plan.mostW, 0, plan.horizon.steps);
        return settled;
    }

    private boolean warmEnough(Plan plan, int step) {
        double missingK = -heat.coldMarginK();
        if (!(missingK > 0)) {
            return true;
        }
        plan.tooCold |= plan.rackW[step] < plan.floorW[step] - plan.start.capW() * TOLERANCE_RATIO;
        return warming.raise(plan, step, missingK);
    }
}
