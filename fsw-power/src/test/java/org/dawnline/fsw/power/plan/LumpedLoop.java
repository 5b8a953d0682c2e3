package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.HeatOutlook;

/** A loop of one heat capacity before a cold sky: warm through in two minutes, cold in ten. */
public final class LumpedLoop implements HeatOutlook {
    private static final double WATTS_PER_KELVIN = 2_000;
    private static final double JOULES_PER_KELVIN = 240_000;
    private static final double HOTTEST_K = 357;

    public double skyK = 293;
    public double coldestK = 0;
    public double nowK = 353;
    private double tempK = nowK;
    private int begun;

    @Override
    public void latch() {
        begin();
    }

    @Override
    public void begin() {
        begun++;
        tempK = nowK;
    }

    /** How often it was led forward. */
    public int begun() {
        return begun;
    }

    @Override
    public double mostW(double stepS) {
        double rest = Math.exp(-stepS * WATTS_PER_KELVIN / JOULES_PER_KELVIN);
        double settledK = (HOTTEST_K - tempK * rest) / (1 - rest);
        return Math.max(0, (settledK - skyK) * WATTS_PER_KELVIN);
    }

    @Override
    public void advance(double rackW, double stepS) {
        double rest = Math.exp(-stepS * WATTS_PER_KELVIN / JOULES_PER_KELVIN);
        double settledK = skyK + rackW / WATTS_PER_KELVIN;
        tempK = settledK + (tempK - settledK) * rest;
    }

    @Override
    public double dieTempK() {
        return tempK;
    }

    @Override
    public double coldMarginK() {
        return tempK - coldestK;
    }

    @Override
    public double warmthJPerK() {
        return JOULES_PER_KELVIN;
    }

    @Override
    public double warmthLastsS() {
        return JOULES_PER_KELVIN / WATTS_PER_KELVIN;
    }
}
