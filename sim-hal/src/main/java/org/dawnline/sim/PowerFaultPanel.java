package org.dawnline.sim;

import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.power.SolarArray;

/** The switches behind the faults of array, battery strings and loads. */
final class PowerFaultPanel {
    private final PowerPlant plant;

    PowerFaultPanel(PowerPlant plant) {
        this.plant = plant;
    }

    void inject(String name, int index, double value) {
        switch (name.substring(0, name.indexOf('.'))) {
            case "array" -> injectArray(name, index, value);
            case "load" -> injectLoad(name, index, value);
            default -> injectBattery(name, index, value);
        }
    }

    private void injectArray(String name, int index, double value) {
        SolarArray array = plant.array();
        switch (name) {
            case "array.degrade" -> array.degrade(value);
            case "array.free" -> array.stick(index, false);
            case "array.lose" -> array.lose(index, true);
            case "array.pointing" -> array.mispoint(value);
            case "array.restore" -> array.lose(index, false);
            case "array.stuck" -> array.stick(index, true);
            default -> throw FaultPanel.missing(name);
        }
    }

    private void injectLoad(String name, int index, double value) {
        switch (name) {
            case "load.off" -> plant.loads().request(index, false);
            case "load.on" -> plant.loads().request(index, true);
            case "load.repair" -> plant.loads().overload(index, 1.0);
            case "load.short" -> plant.loads().overload(index, value);
            default -> throw FaultPanel.missing(name);
        }
    }

    private void injectBattery(String name, int index, double value) {
        Battery battery = plant.battery();
        switch (name) {
            case "battery.capacity" -> battery.scaleCapacity(value);
            case "battery.reset" -> battery.reset();
            case "string.close" -> battery.connect(index, true);
            case "string.leak" -> battery.leak(index, value);
            case "string.open" -> battery.connect(index, false);
            case "string.resistance" -> battery.resist(index, value);
            case "string.weak" -> battery.weaken(index, value);
            default -> throw FaultPanel.missing(name);
        }
    }
}
