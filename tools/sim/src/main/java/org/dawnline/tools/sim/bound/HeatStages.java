package org.dawnline.tools.sim.bound;

/**
 * The loop in the steps of a programme: nodes carried forward by the trapezoid rule with the rack's power, heaters and what passes
 * the bypass valve as choices. Limits hold for the means of steps, which relaxes them.
 */
final class HeatStages {
    private static final double S_PER_H = 3600.0;

    /** The trapezoid rule and the mean over dies are off by less than this; a bound may be too high, never too low. */
    private static final double TOLERANCE_K = 0.3;

    private static final double ROOM_K = 60;
    private static final double MOST_KW = 400;
    private static final double SLACK_K = 300;

    /** Where tangents of the panels' curve touch it, in K: dense where it is cold, since only there they matter. */
    private static final double[] TANGENTS_K = {215, 230, 250, 275, 310};

    private final StagedProgramme programme;
    private final Supply supply;
    private final Limits limits;
    private final boolean elastic;
    private final HeatLaw law;
    private int die;
    private int coolant;
    private int panel;
    private final double startPanelK;

    HeatStages(StagedProgramme programme, Supply supply, Limits limits, boolean elastic) {
        this.programme = programme;
        this.supply = supply;
        this.limits = limits;
        this.elastic = elastic;
        law = new HeatLaw(supply.truth());
        die = fixed(supply.startK[0]);
        coolant = fixed(supply.startK[1]);
        panel = fixed(supply.startK[2]);
        startPanelK = supply.startK[2];
    }

    private int fixed(double tempK) {
        return programme.variable(tempK, tempK, 0);
    }

    /** Adds a step whose rack computes with that variable, fed by that row of the bus. */
    void step(int i, int bus, int compute, double pduRatio) {
        double flow = supply.flowRatio[i];
        double dtS = supply.stepS[i];
        double ratio = supply.radiatorM2[i] / law.areaM2;
        int warm = programme.variable(0, law.idleRackKW, 0);
        int heater = programme.variable(0, law.heaterKW, 0);
        programme.term(bus, warm, -1 / pduRatio);
        programme.term(bus, heater, -1);
        int toPanels = programme.variable(0, MOST_KW, 0);
        int nextDie = node(limits.dieMaxK());
        int nextCoolant = node(limits.dieMaxK());
        int nextPanel = node(limits.dieMaxK());
        double dies = law.diesKWPerK(flow);
        boolean flows = flow > 0;

        int dieRow = programme.row(0);
        both(dieRow, die, nextDie, -law.dieKJPerK / dtS + dies / 2, law.dieKJPerK / dtS + dies / 2);
        both(dieRow, coolant, nextCoolant, -dies / 2, -dies / 2);
        programme.term(dieRow, compute, -law.dieShareRatio);
        programme.term(dieRow, warm, -law.dieShareRatio);

        int coolantRow = programme.row(flows ? law.busHeatKW : 0);
        double capacity = law.coolantKJPerK / dtS;
        both(coolantRow, coolant, nextCoolant, -capacity + dies / 2, capacity + dies / 2);
        both(coolantRow, die, nextDie, -dies / 2, -dies / 2);
        programme.term(coolantRow, toPanels, 1);
        if (flows) {
            programme.term(coolantRow, compute, -law.coolantShareRatio);
            programme.term(coolantRow, warm, -law.coolantShareRatio);
            programme.term(coolantRow, heater, -1);
        }
        panels(nextPanel, toPanels, ratio, dtS, flow);
        if (flows) {
            exchange(flow, dies, compute, warm, heater, toPanels, nextDie, nextCoolant, nextPanel);
            cold(flow, dies, compute, warm, heater, toPanels, nextDie, nextCoolant, nextPanel, dtS);
        }
        mostMean(die, nextDie, limits.dieMaxK() + TOLERANCE_K);
        die = nextDie;
        coolant = nextCoolant;
        panel = nextPanel;
    }

    private int node(double aroundK) {
        return programme.variable(limits.panelMinK() - ROOM_K, aroundK + ROOM_K, 0);
    }

    private void both(int row, int before, int after, double beforeFactor, double afterFactor) {
        programme.term(row, before, beforeFactor);
        programme.term(row, after, afterFactor);
    }

    /** The panels' balance and what they emit, between tangents and chord. */
    private void panels(int nextPanel, int toPanels, double ratio, double dtS, double flow) {
        double lowK = Math.min(limits.panelMinK() - TOLERANCE_K, startPanelK);
        double highK = Math.max(
                startPanelK,
                law.hottestPanelK(
                        Math.max(flow, 0.05),
                        supply.radiatorM2[0] > 0 ? law.areaM2 * ratio : law.areaM2,
                        limits.dieMaxK() + TOLERANCE_K,
                        supply.truth().number("rack.peakW", 0, 1e9) / 1e3));
        int emitted = programme.variable(-MOST_KW, MOST_KW, 0);
        int balance = programme.row(0);
        double capacity = Math.max(ratio, 0.01) * law.panelKJPerK / dtS;
        both(balance, panel, nextPanel, -capacity, capacity);
        programme.term(balance, toPanels, -1);
        programme.term(balance, emitted, 1);
        double area = law.areaM2 * ratio;
        double lowKW = area * law.emittedKWPerM2(lowK);
        double slope = (area * law.emittedKWPerM2(highK) - lowKW) / (highK - lowK);
        // emitted <= chord of the mean panel
        int chord = programme.row(lowKW - slope * lowK);
        programme.term(chord, emitted, 1);
        both(chord, panel, nextPanel, -slope / 2, -slope / 2);
        programme.term(chord, programme.variable(0, MOST_KW, 0), 1);
        for (double tangentK : TANGENTS_K) {
            double tangent = area * law.slopeKWPerM2K(tangentK);
            int row = programme.row(area * law.emittedKWPerM2(tangentK) - tangent * tangentK);
            programme.term(row, emitted, 1);
            both(row, panel, nextPanel, -tangent / 2, -tangent / 2);
            programme.term(row, programme.variable(-MOST_KW, 0, 0), 1);
        }
    }

    /** With the bypass shut as much as outlet and panels exchange, otherwise less, down to nothing. */
    private void exchange(
            double flow,
            double dies,
            int compute,
            int warm,
            int heater,
            int toPanels,
            int nextDie,
            int nextCoolant,
            int nextPanel) {
        double exchange = law.exchangeKWPerK(flow);
        double lift = exchange / (2 * law.flowKWPerK(flow));
        int row = programme.row(lift * law.busHeatKW);
        programme.term(row, toPanels, 1);
        outlet(row, -exchange, -lift, dies, compute, warm, heater, nextDie, nextCoolant);
        both(row, panel, nextPanel, exchange / 2, exchange / 2);
        programme.term(row, programme.variable(0, MOST_KW * 4, 0), 1);
    }

    /** Adds coolant and what enters it, as means, with factors. */
    private void outlet(
            int row,
            double ofCoolant,
            double ofHeat,
            double dies,
            int compute,
            int warm,
            int heater,
            int nextDie,
            int nextCoolant) {
        double coolantFactor = ofCoolant / 2 - ofHeat * dies / 2;
        both(row, coolant, nextCoolant, coolantFactor, coolantFactor);
        both(row, die, nextDie, ofHeat * dies / 2, ofHeat * dies / 2);
        programme.term(row, compute, ofHeat * law.coolantShareRatio);
        programme.term(row, warm, ofHeat * law.coolantShareRatio);
        programme.term(row, heater, ofHeat);
    }

    /** Coolant into the rack, coolant + heat / 2G - to panels / G, and panels stay warm enough. */
    private void cold(
            double flow,
            double dies,
            int compute,
            int warm,
            int heater,
            int toPanels,
            int nextDie,
            int nextCoolant,
            int nextPanel,
            double dtS) {
        double perKW = 1 / law.flowKWPerK(flow);
        int supplied = programme.row(limits.coolantMinK() - TOLERANCE_K - perKW / 2 * law.busHeatKW);
        outlet(supplied, 1, perKW / 2, dies, compute, warm, heater, nextDie, nextCoolant);
        programme.term(supplied, toPanels, -perKW);
        programme.term(supplied, programme.variable(-SLACK_K, 0, 0), 1);
        int panels = programme.row(limits.panelMinK() - TOLERANCE_K);
        both(panels, panel, nextPanel, 0.5, 0.5);
        programme.term(panels, programme.variable(-SLACK_K, 0, 0), 1);
        if (elastic) {
            double hours = dtS / S_PER_H;
            programme.term(supplied, programme.variable(0, SLACK_K, -hours), 1);
            programme.term(panels, programme.variable(0, SLACK_K, -hours), 1);
        }
    }

    private void mostMean(int before, int after, double mostK) {
        int row = programme.row(mostK);
        both(row, before, after, 0.5, 0.5);
        programme.term(row, programme.variable(0, SLACK_K, 0), 1);
        if (elastic) {
            programme.term(row, programme.variable(-SLACK_K, 0, 1 / S_PER_H), 1);
        }
    }
}
