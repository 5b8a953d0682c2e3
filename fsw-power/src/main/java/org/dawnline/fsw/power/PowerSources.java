package org.dawnline.fsw.power;

import org.dawnline.fsw.power.plan.Sources;

/** Array and bus as the plan counts on them. */
final class PowerSources implements Sources {
    private final ArrayOutlook array;
    private final BusOutlook bus;
    private double usedRatio = 1;

    PowerSources(ArrayOutlook array, BusOutlook bus) {
        this.array = array;
        this.bus = bus;
    }

    /** Copies the present estimates; that part of the array is counted on. */
    void latch(double newUsedRatio) {
        usedRatio = newUsedRatio;
        array.latch();
        bus.latch();
    }

    @Override
    public void begin() {
        array.begin();
    }

    @Override
    public double arrayW(double stepS, double sunlitRatio, double fluxWPerM2) {
        return usedRatio * array.stepW(stepS, sunlitRatio, fluxWPerM2);
    }

    @Override
    public double busW(double passRatio) {
        return bus.otherLoadsW(passRatio);
    }
}
