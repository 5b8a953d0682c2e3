package org.dawnline.fsw.core.plan;

/**
 * Sun and contacts over the next orbits by the onboard forecast. {@link #latch(long)} fixes which forecast is read, on the thread that
 * then reads it; times are seconds ahead of the latch.
 */
public interface SunOutlook {
    /**
     * Fixes the forecast.
     *
     * @param nanos monotonic time that counts as now
     */
    void latch(long nanos);

    /** How far the forecast reaches, in s; negative when there is none. */
    double reachS();

    /** Orbital period, in s; NaN without a forecast. */
    double periodS();

    /** Solar flux outside eclipses, in W/m²; NaN without a forecast. */
    double sunFluxWPerM2();

    /** Mean share of the Sun's disc in view from one time to another, 0..1. */
    double sunlitRatio(double fromS, double toS);

    /** Share of a stretch of time in which a ground station is in view, 0..1. */
    double passRatio(double fromS, double toS);
}
