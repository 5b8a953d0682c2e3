package org.dawnline.sim;

import org.dawnline.hal.PowerHal;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.PowerPlant;

/** Array, battery and bus as flight software sees them. Its meters of power are exact; shunts and gauge are not. */
final class SimPower implements PowerHal {
    private final PowerPlant plant;
    private final SensorSuite sensors;
    private final boolean[] connected;
    private final double[] voltageV;
    private final double[] readings;
    private double arrayPowerW;
    private double arrayCapabilityW;
    private double batteryTempK;
    private double batteryPowerW;
    private double busLoadW;
    private boolean tripped;

    SimPower(PowerPlant plant, SensorSuite sensors) {
        this.plant = plant;
        this.sensors = sensors;
        connected = new boolean[plant.battery().stringCount()];
        voltageV = new double[connected.length];
        readings = sensors.readings().clone();
        latch();
    }

    void latch() {
        Battery battery = plant.battery();
        for (int i = 0; i < connected.length; i++) {
            connected[i] = battery.stringConnected(i);
            voltageV[i] = battery.stringVoltageV(i);
        }
        System.arraycopy(sensors.readings(), 0, readings, 0, readings.length);
        arrayPowerW = plant.arrayW();
        arrayCapabilityW = plant.capabilityW();
        batteryTempK = battery.tempK();
        batteryPowerW = battery.powerW();
        busLoadW = plant.loadW() - plant.shortageW();
        tripped = battery.tripped();
    }

    @Override
    public double arrayPowerW() {
        return arrayPowerW;
    }

    @Override
    public double arrayCapabilityW() {
        return arrayCapabilityW;
    }

    @Override
    public int stringCount() {
        return connected.length;
    }

    @Override
    public boolean stringConnected(int string) {
        return connected[string];
    }

    @Override
    public double stringVoltageV(int string) {
        return voltageV[string];
    }

    @Override
    public int shuntsPerString() {
        return sensors.shunts();
    }

    @Override
    public double stringCurrentA(int string, int shunt) {
        return readings[sensors.shuntAt(string, shunt)];
    }

    @Override
    public double socGaugeRatio() {
        return readings[sensors.socAt()];
    }

    @Override
    public double batteryTempK() {
        return batteryTempK;
    }

    @Override
    public double batteryPowerW() {
        return batteryPowerW;
    }

    @Override
    public double busLoadW() {
        return busLoadW;
    }

    @Override
    public boolean batteryTripped() {
        return tripped;
    }
}
