package org.dawnline.sim;

import org.dawnline.sim.radiation.Radiation;
import org.dawnline.sim.radiation.Upset;

/** The switches behind the faults that particles cause. */
final class RadiationFaultPanel {
    private static final double CALM = 1.0;

    private final Radiation radiation;

    RadiationFaultPanel(Radiation radiation) {
        this.radiation = radiation;
    }

    /** Begins or ends a proton event, or lets so many particles hit the flight computer's memory. */
    void inject(String name, double value, double nowS) {
        switch (name) {
            case "radiation.calm" -> radiation.storm(CALM, nowS);
            case "radiation.state" -> {
                for (int i = 0; i < (int) value; i++) {
                    radiation.strike(Upset.FLIGHT_STATE);
                }
            }
            case "radiation.storm" -> radiation.storm(value, nowS);
            default -> throw FaultPanel.missing(name);
        }
    }
}
