package org.dawnline.fsw.power;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;

/** What everything but the rack draws now, within a second: for reflexes, which cannot wait for an average. */
final class BusMeter {
    private static final double STALE_S = 2;
    private static final double FILTER_S = 1;

    private final PowerHal eps;
    private final ComputeHal rack;
    private final BusBudget budget;
    private double otherW = Double.NaN;
    private double rackW;

    BusMeter(PowerHal eps, ComputeHal rack, BusBudget budget) {
        this.eps = eps;
        this.rack = rack;
        this.budget = budget;
    }

    /** Takes what the bus draws, in W, as all meters together have it; NaN when unknown. */
    void step(double busW, double stepS) {
        rackW = budget.hasRack() ? rack.rackPowerW() : 0;
        double nowW = Math.max(busW - rackW / budget.pduEfficiencyRatio(), metersW());
        double change = nowW - otherW;
        otherW = Double.isFinite(change) ? otherW + change * Math.min(1, stepS / FILTER_S) : nowW;
    }

    /** What the loads' own meters add up to, in W; 0 when not all of them speak. */
    private double metersW() {
        double sumW = 0;
        for (int load = 0; load < eps.loadCount(); load++) {
            boolean fresh = eps.readingAgeS(Meter.LOAD_POWER, load) <= STALE_S;
            sumW += fresh ? eps.loadPowerW(load) : Double.NaN;
        }
        return sumW >= 0 ? sumW : 0;
    }

    /** What the rack takes from the bus beyond a ceiling that it has not come down to yet, in W; 0 also when unknown. */
    double beyondW(double ceilingW) {
        double excessW = (rackW - ceilingW) / budget.pduEfficiencyRatio();
        return excessW > 0 ? excessW : 0;
    }

    /** What everything but the rack draws, in W; the profile's sum of all while that is not known. */
    double otherW() {
        return Double.isFinite(otherW) ? otherW : budget.allowanceW();
    }
}
