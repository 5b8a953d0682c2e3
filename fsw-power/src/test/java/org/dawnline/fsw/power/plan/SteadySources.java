package org.dawnline.fsw.power.plan;

/** An array that gives as much as the Sun shines, and a bus that always draws the same. */
final class SteadySources implements Sources {
    double sunlitW = 145_000;
    double busW = 8_000;

    @Override
    public void begin() {}

    @Override
    public double arrayW(double stepS, double sunlitRatio, double fluxWPerM2) {
        return sunlitW * sunlitRatio;
    }

    @Override
    public double busW(double passRatio) {
        return busW;
    }
}
