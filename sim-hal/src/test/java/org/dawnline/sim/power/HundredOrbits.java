package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.RandomStream;

/** Flies a plant through 100 orbits with eclipses, changing loads and failing strings, and keeps account of its energies. */
public final class HundredOrbits {
    private static final int ORBITS = 100;
    private static final int ORBIT_S = 5739;
    private static final int ECLIPSE_S = 2128;
    private static final int LOAD_HOLD_S = 150;
    private static final double FLUX = 1361.0;

    private final PowerPlant plant;
    private double wantedJ;
    private double shortJ;
    private final double beganJ;

    private HundredOrbits(VehicleProfile truth) {
        plant = new PowerPlant(truth, PlantStart.charged(0.9));
        beganJ = plant.battery().storedJ();
    }

    /** Of a plant whose battery follows two efficiencies. */
    public static HundredOrbits withEfficiencies() {
        return fly(TestCells.cells().with("battery.cellsInSeries", 0).with("battery.stringSpreadRatio", 0.03));
    }

    /** Of a plant whose battery is made of cells that differ and age. */
    public static HundredOrbits withCells() {
        return fly(TestCells.cells()
                .with("battery.stringSpreadRatio", 0.03)
                .with("battery.ageingRatio", 1.0)
                .with("array.tempLossRatioPerK", 0.0022));
    }

    private static HundredOrbits fly(VehicleProfile truth) {
        HundredOrbits flight = new HundredOrbits(truth);
        RandomStream luck = new RandomStream(5, "loads");
        double loadW = 0.0;
        for (int orbit = 0; orbit < ORBITS; orbit++) {
            flight.mishap(orbit);
            for (int s = 0; s < ORBIT_S; s++) {
                double light = s < ECLIPSE_S ? 0.0 : Math.min(1.0, (s - ECLIPSE_S + 1) / 10.0);
                if (s % LOAD_HOLD_S == 0) {
                    loadW = light == 0.0 ? luck.uniform(5e3, 30e3) : luck.uniform(30e3, 155e3);
                }
                flight.plant.shine(FLUX, light);
                flight.plant.step(loadW, 1.0);
                flight.wantedJ += loadW;
                flight.shortJ += flight.plant.shortageW();
            }
        }
        return flight;
    }

    private void mishap(int orbit) {
        Battery battery = plant.battery();
        switch (orbit) {
            case 20 -> battery.connect(2, false);
            case 25 -> battery.connect(2, true);
            case 30 -> battery.leak(1, 200.0);
            case 40 -> battery.weaken(0, 0.7);
            case 50 -> battery.resist(3, 3.0);
            case 60 -> plant.array().lose(1, true);
            case 65 -> plant.array().lose(1, false);
            case 70 -> plant.array().requestOffset(0, 0.5);
            case 80 -> battery.scaleCapacity(0.8);
            default -> battery.reset();
        }
    }

    /** The plant at the end. */
    PowerPlant plant() {
        return plant;
    }

    /** Part of the load that was served. */
    double servedRatio() {
        return 1.0 - shortJ / wantedJ;
    }

    /** What does not close between array, battery and bus, over what the array gave. */
    public double busErrorRatio() {
        Battery battery = plant.battery();
        double leftJ = plant.arrayJ() + battery.outJ() - battery.inJ() - (wantedJ - shortJ);
        return StrictMath.abs(leftJ) / plant.arrayJ();
    }

    /** What does not close between the battery's terminals, its losses and what it keeps, over what went in. */
    public double batteryErrorRatio() {
        Battery battery = plant.battery();
        double leftJ = battery.inJ() - battery.outJ() - battery.lossJ() - (battery.storedJ() - beganJ);
        return StrictMath.abs(leftJ) / battery.inJ();
    }
}
