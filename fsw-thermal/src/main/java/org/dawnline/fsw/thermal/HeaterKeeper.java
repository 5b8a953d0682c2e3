package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.hal.ThermalHal;

/** Switches the heaters, all at once, and finds those that do not obey. */
final class HeaterKeeper {
    /** A switch has done what it was asked for after this time. */
    private static final double PATIENCE_S = 5;

    private final ThermalHal loop;
    private final Events<ThermalEvent> events;
    private final double[] offS;
    private boolean wanted;
    private int on;

    HeaterKeeper(ThermalHal loop, Events<ThermalEvent> events) {
        this.loop = loop;
        this.events = events;
        offS = new double[loop.heaterCount()];
    }

    void step(boolean wish, double stepS) {
        on = 0;
        for (int heater = 0; heater < offS.length; heater++) {
            boolean is = loop.heaterOn(heater);
            on += is ? 1 : 0;
            watch(heater, is, stepS);
            loop.requestHeater(heater, wish);
        }
        wanted = wish;
    }

    // Against what was asked for in the last step.
    private void watch(int heater, boolean is, double stepS) {
        double before = offS[heater];
        offS[heater] = is == wanted ? 0 : before + stepS;
        if (offS[heater] > PATIENCE_S && !(before > PATIENCE_S)) {
            events.raise(ThermalEvent.HEATER_STUCK, heater, is ? 1 : 0, wanted ? 1 : 0);
        } else if (before > PATIENCE_S && offS[heater] == 0) {
            events.raise(ThermalEvent.HEATER_OBEYS, heater);
        }
    }

    /** Heaters that are on, by their own word. */
    int on() {
        return on;
    }
}
