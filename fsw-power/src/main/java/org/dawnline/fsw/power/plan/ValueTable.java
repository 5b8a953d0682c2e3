package org.dawnline.fsw.power.plan;

import java.util.Arrays;

/**
 * The worth of stored energy at the begin of each step. It is a concave function of what is stored, made of straight pieces, and is kept
 * as the widths of these pieces in Wh, ordered by the ladder of their slopes. One step back in time merges the pieces of what that
 * step could do with energy, takes what it could store off the top (that much more will be there), and cuts what a full battery
 * cannot hold off the bottom: an exact dynamic programme without iteration.
 */
final class ValueTable {
    private final double[] widths = new double[(Horizon.MAX_STEPS + 1) * PriceLadder.MAX_LEVELS];
    private final double[] row = new double[PriceLadder.MAX_LEVELS];

    /** Fills the table from the end to the begin. {@code mostW} and {@code floorW} bound the mean rack input of each step. */
    void solve(
            Horizon horizon,
            Demand demand,
            Store store,
            PriceLadder ladder,
            MeritOrder merit,
            double[] mostW,
            double[] floorW) {
        int levels = ladder.levels();
        Arrays.fill(row, 0, levels, 0);
        demandRecovery(horizon.recoveredWh[horizon.steps], levels);
        keep(horizon.steps, levels);
        for (int step = horizon.steps - 1; step >= 0; step--) {
            merit.order(
                    demand,
                    store,
                    ladder,
                    horizon.chargeW[step],
                    horizon.arrayW[step],
                    horizon.busW[step],
                    mostW[step],
                    floorW[step]);
            double hours = horizon.hours(step);
            merit.addWidths(row, hours, ladder.free());
            dropFromTop(merit.chargeWh(hours), levels);
            cutBeyond(store.fullWh, levels);
            demandRecovery(horizon.recoveredWh[step], levels);
            keep(step, levels);
        }
    }

    private void keep(int step, int levels) {
        System.arraycopy(row, 0, widths, step * PriceLadder.MAX_LEVELS, levels);
    }

    private void dropFromTop(double energyWh, int levels) {
        double leftWh = energyWh;
        for (int level = 0; level < levels && leftWh > 0; level++) {
            double dropped = Math.min(leftWh, row[level]);
            row[level] -= dropped;
            leftWh -= dropped;
        }
    }

    private void cutBeyond(double fullWh, int levels) {
        double roomWh = fullWh;
        for (int level = 0; level < levels; level++) {
            row[level] = Math.min(row[level], roomWh);
            roomWh -= row[level];
        }
    }

    // What is stored up to the recovered charge is worth no less than recovery.
    private void demandRecovery(double recoveredWh, int levels) {
        if (recoveredWh <= 0) {
            return;
        }
        double dearerWh = 0;
        for (int level = 0; level < PriceLadder.RECOVERY; level++) {
            dearerWh += row[level];
        }
        double wantedWh = Math.max(0, recoveredWh - dearerWh);
        double takenWh = row[PriceLadder.RECOVERY];
        for (int level = PriceLadder.WORK; level < levels && takenWh < wantedWh; level++) {
            double moved = Math.min(row[level], wantedWh - takenWh);
            row[level] -= moved;
            takenWh += moved;
        }
        row[PriceLadder.RECOVERY] = Math.max(takenWh, wantedWh);
    }

    /**
     * Looks up the price of energy within a step.
     *
     * @param merit what that step can do, as it was planned
     * @param restHours how much of the step is left
     * @param storedWh what is stored now, above the reserve; below it counts as nothing
     */
    void look(int step, MeritOrder merit, double restHours, double storedWh, PriceLadder ladder, Price price) {
        int levels = ladder.levels();
        System.arraycopy(widths, (step + 1) * PriceLadder.MAX_LEVELS, row, 0, levels);
        merit.addWidths(row, restHours, ladder.free());
        double placeWh = (storedWh > 0 ? storedWh : 0) + merit.chargeWh(restHours); // nothing also when unknown
        for (int level = 0; level < levels; level++) {
            if (placeWh < row[level]) {
                price.set(level, placeWh / row[level]);
                return;
            }
            placeWh -= row[level];
        }
        price.set(ladder.free(), 1);
    }
}
