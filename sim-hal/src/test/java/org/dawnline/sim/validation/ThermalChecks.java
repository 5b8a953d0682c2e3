package org.dawnline.sim.validation;

import java.util.List;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.thermal.CoolantLoop;

/** The coolant loop. */
final class ThermalChecks {
    private static final String MODEL = "Coolant loop and radiator";
    private static final String SOURCE = "reference equations of ai1, solved for the steady state";
    private static final double KELVIN = 273.15;

    private ThermalChecks() {}

    static List<Check> all() {
        return List.of(steadyDie(120e3, 79.3), steadyDie(130e3, 86.8), steadyDie(150e3, 100.8));
    }

    private static Check steadyDie(double rackW, double publishedDegC) {
        CoolantLoop loop = new CoolantLoop(Vehicles.ai1(), 72);
        loop.settle(rackW);
        String quantity = "steady die temperature at " + rackW / 1e3 + " kW, degC";
        return Check.within(MODEL, quantity, SOURCE, publishedDegC, loop.dieTempK(0) - KELVIN, 0.01);
    }
}
