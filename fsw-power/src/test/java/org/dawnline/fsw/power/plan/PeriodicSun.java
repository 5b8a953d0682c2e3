package org.dawnline.fsw.power.plan;

import org.dawnline.fsw.core.plan.SunOutlook;

/** An orbit like all others: so long in sunlight, so long in shadow. */
public final class PeriodicSun implements SunOutlook {
    public double sunS = 4_560;
    public double shadowS = 1_240;
    public double phaseS;
    public double fluxWPerM2 = 1_317;
    public double reachS = 17_400;

    @Override
    public void latch(long nanos) {}

    @Override
    public double reachS() {
        return reachS;
    }

    @Override
    public double periodS() {
        return reachS > 0 ? sunS + shadowS : Double.NaN;
    }

    @Override
    public double sunFluxWPerM2() {
        return fluxWPerM2;
    }

    @Override
    public double sunlitRatio(double fromS, double toS) {
        return (sunlitUntil(phaseS + toS) - sunlitUntil(phaseS + fromS)) / (toS - fromS);
    }

    private double sunlitUntil(double timeS) {
        double orbits = Math.floor(timeS / (sunS + shadowS));
        return orbits * sunS + Math.min(sunS, timeS - orbits * (sunS + shadowS));
    }

    @Override
    public double passRatio(double fromS, double toS) {
        return 0;
    }
}
