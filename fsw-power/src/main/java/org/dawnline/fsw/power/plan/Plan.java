package org.dawnline.fsw.power.plan;

/**
 * A plan: the worth of stored energy over the coming steps, and where it leads if everything comes as forecast. Filled by a
 * {@link Planner}; preallocated.
 */
public final class Plan {
    final Situation start = new Situation();
    final Horizon horizon = new Horizon();
    final PriceLadder ladder = new PriceLadder();
    final ValueTable values = new ValueTable();
    final double[] mostW = new double[Horizon.MAX_STEPS];
    final double[] heatMostW = new double[Horizon.MAX_STEPS];
    final double[] floorW = new double[Horizon.MAX_STEPS];
    /** Most mean rack input that was found when the plan was led forward. */
    final double[] boundW = new double[Horizon.MAX_STEPS];

    final double[] rackW = new double[Horizon.MAX_STEPS];
    final double[] storedWh = new double[Horizon.MAX_STEPS + 1];
    private final MeritOrder merit = new MeritOrder();
    private final Price price = new Price();
    private final Decision decision = new Decision();
    int passes;
    boolean feasible;
    boolean tooCold;

    /** Whether it covers a time after its begin. */
    public boolean covers(double timeS) {
        return horizon.steps > 0 && timeS >= 0 && timeS < horizon.lengthS();
    }

    /** How far it reaches, in s after its begin. */
    public double lengthS() {
        return horizon.steps > 0 ? horizon.lengthS() : 0;
    }

    /** Number of its steps. */
    public int steps() {
        return horizon.steps;
    }

    /** How often the ladder was made anew because heat forbade or wanted something. */
    public int passes() {
        return passes;
    }

    /** Whether the reserve holds to its end. */
    public boolean feasible() {
        return feasible;
    }

    /** Whether there is not energy enough for the warmth that coolant or panels need. */
    public boolean tooCold() {
        return tooCold;
    }

    // The price of stored energy when that much is stored above the reserve.
    private void price(double timeS, double nowStoredWh, Price at) {
        int step = horizon.at(timeS);
        order(step, merit);
        double restS = Math.max(0, horizon.startS[step + 1] - timeS);
        values.look(step, merit, restS / Horizon.SECONDS_PER_HOUR, nowStoredWh, ladder, at);
    }

    void order(int step, MeritOrder order) {
        order.order(
                start.demand(),
                start.store(),
                ladder,
                horizon.chargeW[step],
                horizon.arrayW[step],
                horizon.busW[step],
                mostW[step],
                floorW[step]);
    }

    /**
     * What to give the rack in the mean at a time, in W, by the price that stored energy has then.
     *
     * @param nowStoredWh what is stored above the reserve
     * @param live the battery as it is
     * @param arrayW what the array can deliver
     * @param busW what everything but the rack draws
     * @param boundW most mean rack input
     * @param warmthW mean rack input that the loop's warmth needs
     */
    public Decision decide(
            double timeS, double nowStoredWh, Store live, double arrayW, double busW, double boundW, double warmthW) {
        price(timeS, nowStoredWh, price);
        double chargeW = Math.min(live.chargeW, live.taperedW(live.fullWh - nowStoredWh));
        merit.order(start.demand(), live, ladder, chargeW, arrayW, busW, boundW, warmthW);
        decision.take(merit, price, ladder, boundW);
        return decision;
    }

    /** Solves the ladder with the present bounds of the steps. */
    void solve() {
        values.solve(horizon, start.demand(), start.store(), ladder, merit, mostW, floorW);
    }

    /** Leads what is stored over one step at the price that it has there; returns the mean rack input, in W. */
    double advance(int step) {
        order(step, merit);
        double hours = horizon.hours(step);
        values.look(step, merit, hours, storedWh[step], ladder, price);
        double watts = merit.rackW(price);
        settle(step, watts);
        return watts;
    }

    /** Mean rack input that warmth takes in a step even from below the reserve, in W: frozen lines are worse than a deep discharge. */
    double warmthW(int step) {
        Store store = start.store();
        double storedW = storedWh[step] > start.warmStoredWh() ? store.dischargeW : 0;
        double sourcesW = (horizon.arrayW[step] + storedW - horizon.busW[step]) * store.pduRatio;
        return Math.max(0, Math.min(floorW[step], sourcesW));
    }

    /** Books a mean rack input over one step, in W. */
    void settle(int step, double watts) {
        Store store = start.store();
        rackW[step] = watts;
        double batteryW =
                store.batteryW(watts, horizon.arrayW[step], horizon.busW[step], storedWh[step], horizon.chargeW[step]);
        storedWh[step + 1] = store.after(storedWh[step], batteryW, horizon.hours(step));
    }

    /** Mean rack input that is planned for a time, in W. */
    public double rackW(double timeS) {
        return rackW[horizon.at(timeS)];
    }

    /** The highest rack input that the loop's warmth needs in the plan, in W. */
    public double highestFloorW() {
        double highest = 0;
        for (int step = 0; step < horizon.steps; step++) {
            highest = Math.max(highest, floorW[step]);
        }
        return highest;
    }

    /** Rack input that the loop's warmth needs at a time, as planned, in W. */
    public double floorW(double timeS) {
        return floorW[horizon.at(timeS)];
    }

    /** What the array was expected to give at a time, in W. */
    public double arrayW(double timeS) {
        return horizon.arrayW[horizon.at(timeS)];
    }

    /** Share of the Sun in view that was expected at a time, 0..1. */
    public double sunlitRatio(double timeS) {
        return horizon.sunlitRatio[horizon.at(timeS)];
    }

    /** What is planned to be stored above the reserve at a time, in Wh. */
    public double storedWh(double timeS) {
        int step = horizon.at(timeS);
        double lengthS = horizon.startS[step + 1] - horizon.startS[step];
        double part = Math.max(0, Math.min(1, (timeS - horizon.startS[step]) / lengthS));
        return storedWh[step] + part * (storedWh[step + 1] - storedWh[step]);
    }

    /** Least that is planned to be stored above the reserve from a time on, in Wh. */
    public double leastStoredWh(double fromS) {
        double least = Double.POSITIVE_INFINITY;
        for (int step = horizon.at(fromS); step <= horizon.steps; step++) {
            least = Math.min(least, storedWh[step]);
        }
        return least;
    }

    /** What is planned to be stored above the reserve at the next entry into eclipse, or at the end without one, in Wh. */
    public double entryStoredWh(double fromS) {
        int step = horizon.at(fromS);
        while (step < horizon.steps && !horizon.entry[step]) {
            step++;
        }
        return storedWh[step];
    }

    /** Rack input planned from a time on for a while, in Wh. */
    public double rackWh(double fromS, double toS) {
        double sum = 0;
        for (int step = horizon.at(fromS); step < horizon.steps && horizon.startS[step] < toS; step++) {
            double begin = Math.max(fromS, horizon.startS[step]);
            double end = Math.min(toS, horizon.startS[step + 1]);
            sum += rackW[step] * Math.max(0, end - begin) / Horizon.SECONDS_PER_HOUR;
        }
        return sum;
    }

    /** Worth of the work that is planned, in full-rate GPU-hours. */
    public double worth() {
        double sum = 0;
        for (int step = 0; step < horizon.steps; step++) {
            sum += start.demand().worth(rackW[step]) * horizon.hours(step);
        }
        return sum;
    }
}
