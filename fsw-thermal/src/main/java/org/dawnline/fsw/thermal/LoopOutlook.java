package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.plan.HeatOutlook;

/**
 * The loop led forward by a plan. With the radiator open it answers as {@link LoopResponse} has it. Where the valve mixes, or lets
 * nothing through, coolant and dies are in balance well within a step, and only the panels and the heat that the coolant lacks
 * are carried on.
 */
final class LoopOutlook implements HeatOutlook {
    /** Panels that are cold enough to be looked after. */
    private static final double COLD_K = 245;

    private final LoopFigures figures;
    private final LoopModel model;
    private final LoopState source;
    private final ColdLimits limits;
    private final HeatTarget target;
    private final LoopState latched = new LoopState();
    private final LoopState loop = new LoopState();
    private final LoopResponse response;
    private double targetK = Double.NaN;
    private double capW;
    private double supplyK;

    LoopOutlook(LoopFigures figures, LoopState source, ColdLimits limits, HeatTarget target) {
        this.figures = figures;
        this.source = source;
        this.limits = limits.copy();
        this.target = target;
        model = new LoopModel(figures);
        response = new LoopResponse(figures);
    }

    @Override
    public void latch() {
        latched.copy(source);
        limits.latch();
        targetK = target.aimK();
        capW = target.capW();
        if (!latched.whole) {
            // The reflex takes a degraded loop for no more than it carries for ever
            capW = Math.min(capW, model.capabilityW(targetK, latched));
        }
        begin();
    }

    @Override
    public void begin() {
        loop.copy(latched);
        supplyK = loop.coolantK;
    }

    @Override
    public double mostW(double stepS) {
        response.refresh(latched, stepS);
        double most = response.mostW(loop, heatW(), targetK - loop.dieExcessK);
        return most < capW ? most : capW;
    }

    private double heatW() {
        return figures.busHeatW + (loop.heating ? figures.heaters * figures.heaterW : 0);
    }

    @Override
    public void advance(double rackW, double stepS) {
        response.refresh(latched, stepS);
        double heatW = heatW();
        double setpointK = limits.setpointK(radiatorMinK());
        if (!loop.mixing || !response.flowing() || !mixes(setpointK, rackW, heatW, stepS)) {
            response.advance(loop, rackW, heatW);
            settleSupply(rackW, heatW);
        }
        loop.heating = limits.heat(loop.heating, supplyK, radiatorMinK());
    }

    private void settleSupply(double rackW, double heatW) {
        supplyK = response.supplyK(loop, response.intoCoolantW(loop, rackW, heatW));
    }

    /** Carries the loop over a step in which the valve keeps the supply; answers false where it is wide open. */
    private boolean mixes(double setpointK, double rackW, double heatW, double stepS) {
        double intoW = rackW + heatW;
        double dieRiseK = figures.dieShareRatio * rackW / response.dieWPerK();
        double coolantRiseK = intoW / (2 * response.flowWPerK());
        double coolantK = setpointK + coolantRiseK;
        double spareJ = intoW * stepS
                + figures.coolantJPerK * (loop.coolantK - coolantK)
                + figures.dieJPerK * (loop.dieK - coolantK - dieRiseK);
        double spareW = spareJ / stepS;
        double openW = response.exchangeWPerK() * (coolantK + coolantRiseK - loop.radiatorK);
        if (!(spareW < openW)) {
            return false;
        }
        if (spareW > 0) {
            loop.coolantK = coolantK;
            supplyK = setpointK;
        } else {
            loop.coolantK = coolantK + spareJ / (figures.coolantJPerK + figures.dieJPerK);
            supplyK = loop.coolantK + coolantRiseK;
        }
        loop.dieK = loop.coolantK + dieRiseK;
        movePanels(Math.max(0, spareW), stepS);
        return true;
    }

    // Half-implicit, so that a long step cannot swing.
    private void movePanels(double gainW, double stepS) {
        double net = gainW - response.toSpaceW(loop.radiatorK);
        double stiffness = response.radiatorJPerK() + stepS * response.toSpaceWPerK(loop.radiatorK) / 2;
        loop.radiatorK += stepS * net / stiffness;
    }

    private double radiatorMinK() {
        return loop.radiatorK - loop.wingSpreadK;
    }

    @Override
    public double dieTempK() {
        return loop.dieK + loop.dieExcessK;
    }

    @Override
    public double coldMarginK() {
        return limits.planMarginK(supplyK, radiatorMinK());
    }

    @Override
    public double warmthJPerK() {
        return figures.coolantJPerK + figures.radiatorJPerK * latched.areaRatio;
    }

    @Override
    public double warmthLastsS() {
        double areaM2 = figures.areaM2 * latched.effectiveAreaRatio();
        double lossWPerK = 4 * areaM2 * figures.emittedWPerM2K4 * COLD_K * COLD_K * COLD_K;
        return lossWPerK > 0 ? warmthJPerK() / lossWPerK : Double.MAX_VALUE;
    }
}
