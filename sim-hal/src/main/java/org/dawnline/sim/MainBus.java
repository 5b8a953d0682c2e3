package org.dawnline.sim;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Violation.Kind;
import org.dawnline.sim.power.PowerPlant;

/**
 * The main bus: everything that hangs on it, and what drops off when array and battery cannot serve it. The capacitors carry a small
 * shortage. Beyond that the rack loses its power first, and comes back tray by tray when it is asked to; if that is not enough,
 * loads that are not essential are shed, and come back when they are asked to. Essential loads return by themselves. The loads
 * {@code pump0}, {@code pump1}... feed the pumps of the loop; what other loads feed is not modelled.
 */
final class MainBus {
    private final Models models;
    private final ViolationLog violations;
    private final double pduEfficiency;
    /** Which load each pump hangs on; -1 where the profile names none. */
    private final int[] loadOfPump;

    private boolean brownedOut;
    private int brownOuts;

    MainBus(VehicleProfile truth, Models models, ViolationLog violations) {
        this.models = models;
        this.violations = violations;
        loadOfPump = new int[models.loop.plumbing().pumpCount()];
        for (int i = 0; i < loadOfPump.length; i++) {
            loadOfPump[i] = models.plant.loads().find("pump" + i);
        }
        pduEfficiency = truth.numberOr(1.0, "bus.pduEfficiencyRatio", 0.01, 1.0);
    }

    /** What is asked of the bus, in W. */
    double demandW() {
        return models.plant.loads().powerW()
                + models.terminals.powerBeyondBaseW()
                + models.loop.heaterPowerW()
                + models.rack.inputW() / pduEfficiency;
    }

    /** Serves everything for one step that ends at {@code nowS}. */
    void step(double nowS, double dtS) {
        PowerPlant plant = models.plant;
        double wantedW = demandW();
        double sourceW = plant.capabilityW() + plant.battery().availableW(dtS);
        double shortW = wantedW - sourceW;
        violations.above(Kind.BROWN_OUT, 0, shortW, plant.brownOutW(), nowS);
        boolean falls = shortW > plant.brownOutW();
        if (falls) {
            models.rack.brownOut();
            plant.loads().shed(Math.max(0.0, demandW() - sourceW - plant.brownOutW()));
            wantedW = demandW();
            brownOuts += brownedOut ? 0 : 1;
        }
        brownedOut = falls;
        plant.step(wantedW, dtS);
        feedPumps();
    }

    /** A pump whose load is off stands still. */
    private void feedPumps() {
        for (int i = 0; i < loadOfPump.length; i++) {
            if (loadOfPump[i] >= 0) {
                models.loop.plumbing().powerPump(i, models.plant.loads().on(loadOfPump[i]));
            }
        }
    }

    /** How often it has browned out. */
    int brownOuts() {
        return brownOuts;
    }
}
