package org.dawnline.fsw.power.plan;

import java.util.Arrays;

/**
 * The prices that stored energy can have, the dearest first. What the bus needs, what must be warmed and what must be stored again
 * stand above all work. Each rung of work has two prices: {@code worth * pdu / charge efficiency} per Wh that is not stored for its
 * sake, and {@code worth * pdu * discharge efficiency} per Wh that is taken out. These are all the prices that a plan can have, so it is
 * exact. The last level is energy that nobody needs.
 */
final class PriceLadder {
    /** What the bus and a sleeping rack need. */
    static final int BUS = 0;

    /** Heat that the loop needs. */
    static final int HEAT = 1;

    /** To be full before the next eclipse. */
    static final int RECOVERY = 2;

    /** First level of work. */
    static final int WORK = 3;

    /** Most levels that there can be. */
    static final int MAX_LEVELS = WORK + 2 * Demand.MAX_RUNGS + 1;

    final int[] forgone = new int[Demand.MAX_RUNGS];
    final int[] discharged = new int[Demand.MAX_RUNGS];
    private final double[] price = new double[MAX_LEVELS];
    private int levels = WORK + 1;

    /** Makes the ladder for a demand and a battery. */
    void build(Demand demand, Store store) {
        double forgoing = store.pduRatio / store.chargeRatio;
        double discharging = store.pduRatio * store.dischargeRatio;
        Arrays.fill(price, 0, WORK, Double.POSITIVE_INFINITY);
        int level = WORK;
        int f = 0;
        int d = 0;
        while (d < demand.rungs) {
            double forgoPrice = f < demand.rungs ? demand.worthPerW[f] * forgoing : 0;
            double dischargePrice = demand.worthPerW[d] * discharging;
            if (forgoPrice >= dischargePrice) {
                price[level] = forgoPrice;
                forgone[f++] = level++;
            } else {
                price[level] = dischargePrice;
                discharged[d++] = level++;
            }
        }
        price[level] = 0;
        levels = level + 1;
    }

    /** Number of levels, that of energy that nobody needs included. */
    int levels() {
        return levels;
    }

    /** Level of energy that nobody needs. */
    int free() {
        return levels - 1;
    }

    /** Worth of one stored Wh at a level, in full-rate GPU-hours per Wh; infinite above all work. */
    double price(int level) {
        return price[level];
    }

    /** Copies another. */
    void set(PriceLadder other) {
        levels = other.levels;
        System.arraycopy(other.price, 0, price, 0, levels);
        System.arraycopy(other.forgone, 0, forgone, 0, Demand.MAX_RUNGS);
        System.arraycopy(other.discharged, 0, discharged, 0, Demand.MAX_RUNGS);
    }
}
