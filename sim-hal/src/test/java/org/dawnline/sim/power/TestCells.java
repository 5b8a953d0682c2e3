package org.dawnline.sim.power;

import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;

/** Cells and batteries of cells for tests, from the figures of ai1 with cells instead of efficiencies. */
final class TestCells {
    static final double ROOM_K = 298.15;

    private TestCells() {}

    /** One cell of a capacity in Ah between two open-circuit voltages, with multiples of the tables' resistances. */
    static CellLaw cell(double capacityAh, double minV, double maxV, double series, double pair, double socRatio) {
        CellTable table = new CellTable();
        double windowV = table.openVIntegral(table.socRatioAt(maxV)) - table.openVIntegral(table.socRatioAt(minV));
        VehicleProfile truth = Vehicles.ai1()
                .with("battery.strings", 1)
                .with("battery.cellsInSeries", 1)
                .with("battery.stringCapacityWh", capacityAh * windowV)
                .with("battery.cellMinV", minV)
                .with("battery.cellMaxV", maxV)
                .with("battery.seriesResistanceRatio", series)
                .with("battery.pairResistanceRatio", pair);
        return new CellLaw(truth, new BatteryStrings(truth, 1), socRatio, ROOM_K);
    }

    /** The figures of ai1 with 104 cells in each of its four strings. */
    static VehicleProfile cells() {
        return Vehicles.ai1().with("battery.cellsInSeries", 104);
    }

    static Battery battery(VehicleProfile truth, double socRatio) {
        return new Battery(truth, PlantStart.charged(socRatio));
    }
}
