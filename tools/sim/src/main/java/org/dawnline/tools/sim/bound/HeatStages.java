package org.dawnline.tools.sim.bound;

/**
 * The loop in the steps of a programme: nodes carried forward by the trapezoid rule with the rack's power, heaters and what passes
 * the bypass valve as choices. Limits hold for the means of steps, which relaxes them.
 */
final class HeatStages {
    private static final double W_PER_KW = 1e3;
    private static final double MAX_W = 1e9;

    /** The trapezoid rule and the mean over dies are off by less than this; a bound may be too high, never too low. */
    private static final double TOLERANCE_K = 0.3;

    private static final double ROOM_K = 60;
    private static final double MOST_KW = 400;
    private static final double SLACK_K = 300;

    /** Less flow than this cools nothing, and less of the panels is none. */
    private static final double LEAST_RATIO = 0.05;

    /** Where tangents of the panels' curve touch it, in K: dense where it is cold, since only there they matter. */
    private static final double[] TANGENTS_K = {215, 230, 250, 275, 310};

    private final StagedProgramme programme;
    private final Supply supply;
    private final Limits limits;
    private final boolean elastic;
    private final HeatLaw law;
    private final double startPanelK;
    private final double peakKW;
    private int die;
    private int coolant;
    private int panel;

    HeatStages(StagedProgramme programme, Supply supply, Limits limits, boolean elastic) {
        this.programme = programme;
        this.supply = supply;
        this.limits = limits;
        this.elastic = elastic;
        law = new HeatLaw(supply.truth());
        peakKW = supply.truth().number("rack.peakW", 0, MAX_W) / W_PER_KW;
        startPanelK = supply.startK[2];
        die = fixed(supply.startK[0]);
        coolant = fixed(supply.startK[1]);
        panel = fixed(startPanelK);
    }

    private int fixed(double tempK) {
        return programme.variable(tempK, tempK, 0);
    }

    /**
     * The variables and figures of one step.
     *
     * @param flowKWPerK what the flow carries
     * @param diesKWPerK dies to coolant
     * @param exchangeKWPerK outlet to panels with the bypass shut
     * @param compute power of the rack that computes, in kW
     * @param warm power of the rack that only warms
     * @param heater power of the heaters
     * @param toPanels heat to the panels
     * @param die at the end, in K
     * @param coolant at the end
     * @param panel at the end
     */
    private record Stage(
            double flowKWPerK,
            double diesKWPerK,
            double exchangeKWPerK,
            int compute,
            int warm,
            int heater,
            int toPanels,
            int die,
            int coolant,
            int panel) {
        private boolean flows() {
            return flowKWPerK > 0;
        }
    }

    /** Adds a step whose rack computes with that variable, fed by that row of the bus. */
    void step(int i, int bus, int compute, double pduRatio) {
        double flow = supply.flowRatio[i];
        Stage stage = new Stage(
                law.flowKWPerK(flow),
                law.diesKWPerK(flow),
                law.exchangeKWPerK(flow),
                compute,
                programme.variable(0, law.idleRackKW, 0),
                programme.variable(0, law.heaterKW, 0),
                programme.variable(0, MOST_KW, 0),
                node(),
                node(),
                node());
        programme.term(bus, stage.warm(), -1 / pduRatio);
        programme.term(bus, stage.heater(), -1);
        dies(stage, supply.stepS[i]);
        coolant(stage, supply.stepS[i]);
        panels(stage, i);
        if (stage.flows()) {
            exchange(stage);
            cold(stage);
        }
        hot(stage);
        die = stage.die();
        coolant = stage.coolant();
        panel = stage.panel();
    }

    private int node() {
        return programme.variable(lowestK(), limits.dieMaxK() + ROOM_K, 0);
    }

    private double lowestK() {
        return limits.panelMinK() - ROOM_K;
    }

    private void both(int row, int before, int after, double beforeFactor, double afterFactor) {
        programme.term(row, before, beforeFactor);
        programme.term(row, after, afterFactor);
    }

    private void dies(Stage stage, double dtS) {
        int row = programme.row(0);
        double capacity = law.dieKJPerK / dtS;
        double half = stage.diesKWPerK() / 2;
        both(row, die, stage.die(), half - capacity, half + capacity);
        both(row, coolant, stage.coolant(), -half, -half);
        programme.term(row, stage.compute(), -law.dieShareRatio);
        programme.term(row, stage.warm(), -law.dieShareRatio);
    }

    private void coolant(Stage stage, double dtS) {
        int row = programme.row(stage.flows() ? law.busHeatKW : 0);
        double capacity = law.coolantKJPerK / dtS;
        double half = stage.diesKWPerK() / 2;
        both(row, coolant, stage.coolant(), half - capacity, half + capacity);
        both(row, die, stage.die(), -half, -half);
        programme.term(row, stage.toPanels(), 1);
        if (stage.flows()) {
            programme.term(row, stage.compute(), -law.coolantShareRatio);
            programme.term(row, stage.warm(), -law.coolantShareRatio);
            programme.term(row, stage.heater(), -1);
        }
    }

    /** The panels' balance and what they emit, between tangents and chord. */
    private void panels(Stage stage, int i) {
        double area = supply.radiatorM2[i];
        int emitted = programme.variable(-MOST_KW, MOST_KW, 0);
        int balance = programme.row(0);
        double capacity = Math.max(LEAST_RATIO, area / law.areaM2) * law.panelKJPerK / supply.stepS[i];
        both(balance, panel, stage.panel(), -capacity, capacity);
        programme.term(balance, stage.toPanels(), -1);
        programme.term(balance, emitted, 1);
        chord(stage, emitted, area, Math.max(LEAST_RATIO, supply.flowRatio[i]));
        for (double tangentK : TANGENTS_K) {
            double slope = area * law.slopeKWPerM2K(tangentK);
            int row = programme.row(area * law.emittedKWPerM2(tangentK) - slope * tangentK);
            programme.term(row, emitted, 1);
            both(row, panel, stage.panel(), -slope / 2, -slope / 2);
            programme.term(row, programme.variable(-MOST_KW, 0, 0), 1);
        }
    }

    private void chord(Stage stage, int emitted, double area, double flow) {
        // Where panels may get colder than their limit, the chord must still be above the curve there.
        boolean kept = stage.flows() && !elastic;
        double lowK = kept ? Math.min(limits.panelMinK() - TOLERANCE_K, startPanelK) : lowestK();
        double hottestK = law.hottestPanelK(
                flow, Math.max(LEAST_RATIO * law.areaM2, area), limits.dieMaxK() + TOLERANCE_K, peakKW);
        double highK = Math.max(startPanelK, hottestK);
        double lowKW = area * law.emittedKWPerM2(lowK);
        double slope = (area * law.emittedKWPerM2(highK) - lowKW) / (highK - lowK);
        int row = programme.row(lowKW - slope * lowK);
        programme.term(row, emitted, 1);
        both(row, panel, stage.panel(), -slope / 2, -slope / 2);
        programme.term(row, programme.variable(0, MOST_KW, 0), 1);
    }

    /** With the bypass shut as much as outlet and panels exchange, otherwise less, down to nothing. */
    private void exchange(Stage stage) {
        double exchange = stage.exchangeKWPerK();
        double lift = exchange / (2 * stage.flowKWPerK());
        int row = programme.row(lift * law.busHeatKW);
        programme.term(row, stage.toPanels(), 1);
        outlet(row, stage, -exchange, -lift);
        both(row, panel, stage.panel(), exchange / 2, exchange / 2);
        programme.term(row, programme.variable(0, 4 * MOST_KW, 0), 1);
    }

    /** Adds coolant and what enters it, as means, with factors; the bus's heat is a constant and not among them. */
    private void outlet(int row, Stage stage, double ofCoolant, double ofHeat) {
        double half = stage.diesKWPerK() / 2;
        double coolantFactor = ofCoolant / 2 - ofHeat * half;
        both(row, coolant, stage.coolant(), coolantFactor, coolantFactor);
        both(row, die, stage.die(), ofHeat * half, ofHeat * half);
        programme.term(row, stage.compute(), ofHeat * law.coolantShareRatio);
        programme.term(row, stage.warm(), ofHeat * law.coolantShareRatio);
        programme.term(row, stage.heater(), ofHeat);
    }

    /** Coolant into the rack, coolant + heat / 2G - to panels / G, and panels stay warm enough. */
    private void cold(Stage stage) {
        double perKW = 1 / stage.flowKWPerK();
        int supplied = programme.row(limits.coolantMinK() - TOLERANCE_K - perKW / 2 * law.busHeatKW);
        outlet(supplied, stage, 1, perKW / 2);
        programme.term(supplied, stage.toPanels(), -perKW);
        programme.term(supplied, programme.variable(-SLACK_K, 0, 0), 1);
        int panels = programme.row(limits.panelMinK() - TOLERANCE_K);
        both(panels, panel, stage.panel(), 0.5, 0.5);
        programme.term(panels, programme.variable(-SLACK_K, 0, 0), 1);
        if (elastic) {
            programme.term(supplied, programme.variable(0, SLACK_K, -1), 1);
            programme.term(panels, programme.variable(0, SLACK_K, -1), 1);
        }
    }

    private void hot(Stage stage) {
        int row = programme.row(limits.dieMaxK() + TOLERANCE_K);
        both(row, die, stage.die(), 0.5, 0.5);
        programme.term(row, programme.variable(0, SLACK_K, 0), 1);
        if (elastic) {
            programme.term(row, programme.variable(-SLACK_K, 0, 1), 1);
        }
    }
}
