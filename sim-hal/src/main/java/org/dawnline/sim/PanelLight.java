package org.dawnline.sim;

import org.dawnline.sim.orbit.Sky;
import org.dawnline.sim.thermal.CoolantLoop;
import org.dawnline.sim.thermal.Light;

/** Lets Sun and Earth shine on the panels, once a second: what a panel absorbs changes slowly, and its heat capacity smooths it. */
final class PanelLight {
    private static final long PERIOD_NANOS = 1_000_000_000L;

    private final Sky sky;
    private final CoolantLoop loop;
    private final boolean matters;
    private final Light light = new Light();

    PanelLight(Sky sky, CoolantLoop loop) {
        this.sky = sky;
        this.loop = loop;
        matters = loop.looksAround();
        if (matters) {
            shine();
        }
    }

    void step(long timeNanos) {
        if (matters && timeNanos % PERIOD_NANOS == 0) {
            shine();
        }
    }

    private void shine() {
        light.sun(
                sky.fluxWPerM2() * sky.illuminationRatio(),
                sky.sunUpCosine(),
                sky.sunForwardCosine(),
                sky.sunNormalCosine());
        light.earth(sky.earthIrWPerM2(), sky.uprightEarthIrWPerM2(), sky.albedoWPerM2(), sky.uprightAlbedoWPerM2());
        loop.see(light);
    }
}
