package org.dawnline.fsw.power;

/**
 * What the array that is there will give: the profile's array times the health that was seen, the angles that its wings will
 * have, and how warm they will be.
 * {@link #latch()} is called on the executive thread; everything else works on that copy and allocates nothing.
 */
public final class ArrayOutlook {
    private final ArrayEstimate estimate;
    private final ArrayModel model;
    private double healthRatio = 1;
    private final WingAngles angles;
    private double aheadS;
    private double nowTempK = Double.NaN;
    private double earthHeatWPerM2;
    private double tempK = Double.NaN;

    ArrayOutlook(ArrayEstimate estimate, ArrayModel model) {
        this.estimate = estimate;
        this.model = model;
        angles = new WingAngles(estimate.angles().count());
    }

    /** Copies the present health and temperature. */
    public void latch() {
        healthRatio = estimate.healthRatio();
        angles.copy(estimate.angles());
        nowTempK = estimate.wingTempK();
        earthHeatWPerM2 = estimate.earthHeatWPerM2();
        begin();
    }

    /** Goes back to the temperature of the latch, for {@link #stepW}. */
    public void begin() {
        tempK = nowTempK;
        aheadS = 0;
    }

    /**
     * What it gives in the mean over the next step, in W; a wing that comes cold out of an eclipse gives more than a warm one. Leads
     * the temperature over that step, so call it step by step after {@link #begin()}.
     *
     * @param stepS length of the step, in s
     * @param illuminationRatio mean share of the Sun's disc in view, 0..1
     * @param fluxWPerM2 solar flux outside eclipses, in W/m²
     */
    public double stepW(double stepS, double illuminationRatio, double fluxWPerM2) {
        double lightWPerM2 = fluxWPerM2 * illuminationRatio;
        double cosine = angles.meanCosine(aheadS + stepS / 2);
        double fullW = model.powerW(lightWPerM2) * healthRatio * cosine;
        double beforeW = fullW * model.warmthRatio(tempK);
        tempK = model.stepTempK(tempK, lightWPerM2 * cosine, earthHeatWPerM2, beforeW, stepS);
        aheadS += stepS;
        return (beforeW + fullW * model.warmthRatio(tempK)) / 2;
    }

    /**
     * What it gives once it is warm and as its wings look now, in W.
     *
     * @param illuminationRatio mean share of the Sun's disc in view, 0..1
     * @param fluxWPerM2 solar flux outside eclipses, in W/m²
     */
    public double capabilityW(double illuminationRatio, double fluxWPerM2) {
        double cosine = angles.meanCosine(0);
        double fullW = model.powerW(fluxWPerM2) * healthRatio * cosine;
        return fullW
                * model.warmthRatio(model.settledTempK(fluxWPerM2 * cosine, earthHeatWPerM2, fullW))
                * illuminationRatio;
    }

    /** Part of the profile's array that is left, 0..1 and a little more. */
    public double healthRatio() {
        return healthRatio;
    }
}
