package org.dawnline.fsw.power.plan;

/**
 * The rack's credit for drawing more than it can for ever: filled by what it draws less, spent by what it draws more. Near its end
 * the limit comes down smoothly.
 */
public final class Burst {
    /** The credit is never promised faster than over this time, in h. */
    private static final double SHORTEST_H = 1.0 / 60;

    private double sustainedW;
    private double mostWh;
    private double creditWh;

    /** Sets what the rack may draw for ever, in W, and the whole credit, in Wh. */
    public void allow(double newSustainedW, double newMostWh) {
        sustainedW = newSustainedW;
        mostWh = newMostWh;
        creditWh = Math.min(creditWh, mostWh);
    }

    /** Fills the credit. */
    public void fill() {
        creditWh = mostWh;
    }

    /** Copies another. */
    public void set(Burst other) {
        sustainedW = other.sustainedW;
        mostWh = other.mostWh;
        creditWh = other.creditWh;
    }

    /** Most mean rack input over a stretch of time, in W. */
    public double mostW(double hours) {
        return sustainedW + Math.max(0, creditWh) / Math.max(hours, SHORTEST_H);
    }

    /** Counts what was drawn; an unknown power counts as the most that is allowed. */
    public void draw(double rackW, double hours) {
        double overW = Double.isNaN(rackW) ? mostW(hours) - sustainedW : rackW - sustainedW;
        creditWh = Math.max(-mostWh, Math.min(mostWh, creditWh - overW * hours));
    }

    /** What is left, in Wh; below zero when more was drawn. */
    public double creditWh() {
        return creditWh;
    }
}
