package org.dawnline.fsw.power.plan;

/**
 * What could be done with energy in one stretch of time, in the order in which it is worth doing: first what the array feeds
 * directly, then what feeds on power that is not stored, then what the battery feeds. Each segment stands on a level of the ladder.
 */
final class MeritOrder {
    private static final int MAX_SEGMENTS = 4 * Demand.MAX_RUNGS + 8;
    /** Served whatever stored energy is worth. */
    private static final int DIRECT = -1;

    private final int[] level = new int[MAX_SEGMENTS];
    private final double[] rackW = new double[MAX_SEGMENTS];
    private final double[] storedPerRack = new double[MAX_SEGMENTS];
    private final boolean[] fromBattery = new boolean[MAX_SEGMENTS];
    private int segments;
    private double baseRackW;
    private double busDeficitW;
    private double directW;
    private double forgoW;
    private double dischargeW;
    private double chargeW;
    private double chargeRatio;
    private double dischargeRatio;
    private double pduRatio;
    private boolean dischargeEnds;
    private int marginal;

    /**
     * Orders what one stretch of time can do.
     *
     * @param mostChargeW what the battery takes
     * @param arrayW what the array can deliver
     * @param busW what everything but the rack draws
     * @param mostW most mean rack input
     * @param floorW mean rack input that the loop's warmth needs
     */
    void order(
            Demand demand,
            Store store,
            PriceLadder ladder,
            double mostChargeW,
            double arrayW,
            double busW,
            double mostW,
            double floorW) {
        segments = 0;
        chargeRatio = store.chargeRatio;
        dischargeRatio = store.dischargeRatio;
        pduRatio = store.pduRatio;
        baseRackW = Math.min(demand.leastW, mostW);
        double surplusW = arrayW - busW - baseRackW / pduRatio;
        chargeW = Math.max(0, Math.min(surplusW, mostChargeW));
        directW = Math.max(0, surplusW) - chargeW;
        forgoW = chargeW;
        busDeficitW = Math.max(0, -surplusW);
        dischargeW = Math.max(0, store.dischargeW - busDeficitW);
        dischargeEnds = false;
        double roomW = Math.max(0, mostW - baseRackW);
        double heatW = Math.min(roomW, Math.max(0, floorW - baseRackW));
        for (int rung = 0; rung < demand.rungs && roomW > 0; rung++) {
            double watts = Math.min(roomW, demand.rungW[rung] * demand.useRatio);
            double warming = Math.min(heatW, watts);
            serve(warming, PriceLadder.HEAT, PriceLadder.HEAT);
            serve(watts - warming, ladder.forgone[rung], ladder.discharged[rung]);
            roomW -= watts;
            heatW -= warming;
        }
        serve(Math.min(heatW, roomW), PriceLadder.HEAT, PriceLadder.HEAT); // warmth without work
    }

    private void serve(double watts, int forgoLevel, int dischargeLevel) {
        if (watts <= 0) {
            return;
        }
        double busW = watts / pduRatio;
        double direct = Math.min(busW, directW);
        directW -= direct;
        add(DIRECT, direct, 0, false);
        double forgone = Math.min(busW - direct, forgoW);
        forgoW -= forgone;
        add(forgoLevel, forgone, chargeRatio, false);
        double discharged = Math.min(busW - direct - forgone, dischargeW);
        dischargeW -= discharged;
        add(dischargeLevel, discharged, 1 / dischargeRatio, true);
        dischargeEnds |= direct + forgone + discharged < busW;
    }

    private void add(int onLevel, double busW, double storedPerBus, boolean battery) {
        if (busW > 0) {
            level[segments] = onLevel;
            rackW[segments] = busW * pduRatio;
            storedPerRack[segments] = storedPerBus / pduRatio;
            fromBattery[segments] = battery;
            segments++;
        }
    }

    /** Adds to {@code widths}, by level, the stored energy in Wh that {@code hours} of this could use. */
    void addWidths(double[] widths, double hours, int freeLevel) {
        widths[PriceLadder.BUS] += busDeficitW / dischargeRatio * hours;
        for (int i = 0; i < segments; i++) {
            if (level[i] != DIRECT) {
                widths[level[i]] += rackW[i] * storedPerRack[i] * hours;
            }
        }
        widths[freeLevel] += forgoW * chargeRatio * hours;
    }

    /** What could be stored in {@code hours}, in Wh. */
    double chargeWh(double hours) {
        return chargeW * chargeRatio * hours;
    }

    /** Mean rack input at a price, in W. Remembers which segment is the first that is not served in full. */
    double rackW(Price price) {
        double sumW = baseRackW;
        marginal = segments;
        for (int i = 0; i < segments; i++) {
            double served = level[i] == DIRECT ? 1 : price.served(level[i]);
            sumW += rackW[i] * served;
            if (served < 1 && marginal == segments) {
                marginal = i;
            }
        }
        return sumW;
    }

    /** After {@link #rackW}: whether everything is served that array and battery can carry. */
    boolean allServed() {
        return marginal == segments;
    }

    /** After {@link #rackW}: whether the next watt would come from the battery rather than from its charging. */
    boolean nextFromBattery() {
        return marginal < segments && fromBattery[marginal];
    }

    /** Whether something is left that the battery could not carry. */
    boolean beyondDischarge() {
        return dischargeEnds;
    }

    /** Whether bus and sleeping rack leave something of the array. */
    boolean sunlit() {
        return busDeficitW == 0 && chargeW + directW > 0;
    }
}
