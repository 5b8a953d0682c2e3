package org.dawnline.fsw.power.plan;

/** What will feed and what will draw beside the rack; works on a copy that was latched before. */
public interface Sources {
    /** Goes back to the time of the latch. */
    void begin();

    /**
     * What the array gives in the mean over the next step, in W.
     *
     * @param stepS length of the step, in s
     * @param sunlitRatio mean share of the Sun's disc in view, 0..1
     * @param fluxWPerM2 solar flux outside eclipses, in W/m²
     */
    double arrayW(double stepS, double sunlitRatio, double fluxWPerM2);

    /**
     * What everything but the rack draws, in W.
     *
     * @param passRatio share of the time in which a ground station is in view, 0..1
     */
    double busW(double passRatio);
}
