package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.PowerHal;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.LoadBank;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.power.SolarArray;

/** Array, battery and bus as flight software sees them. Its meters of power are exact; shunts and gauge are not. */
final class SimPower implements PowerHal {
    private final PowerPlant plant;
    private final MainBus bus;
    private final SensorSuite sensors;
    private final double[] wingTempK;
    private final double[] wingOffsetRad;
    private final double[] offsetWish;
    private final boolean[] loadOn;
    private final boolean[] loadTripped;
    private final double[] loadPowerW;
    private final Wishes strings;
    private final Wishes loads;
    private final Wishes.Taker toStrings;
    private final Wishes.Taker toLoads;
    private final boolean[] connected;
    private final double[] voltageV;
    private final double[] readings;
    private double arrayPowerW;
    private double arrayCapabilityW;
    private double batteryTempK;
    private double batteryPowerW;
    private double busLoadW;
    private double busVoltageV;
    private int brownOuts;
    private boolean tripped;
    private boolean resetWish;

    SimPower(PowerPlant plant, MainBus bus, SensorSuite sensors) {
        this.plant = plant;
        this.bus = bus;
        this.sensors = sensors;
        connected = new boolean[plant.battery().stringCount()];
        voltageV = new double[connected.length];
        readings = sensors.readings().clone();
        wingTempK = new double[plant.array().wingCount()];
        wingOffsetRad = new double[wingTempK.length];
        offsetWish = new double[wingTempK.length];
        Arrays.fill(offsetWish, Double.NaN);
        loadOn = new boolean[plant.loads().count()];
        loadTripped = new boolean[loadOn.length];
        loadPowerW = new double[loadOn.length];
        strings = new Wishes(connected.length);
        loads = new Wishes(loadOn.length);
        toStrings = plant.battery()::connect;
        toLoads = plant.loads()::request;
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
        busVoltageV = plant.busVoltageV();
        brownOuts = bus.brownOuts();
        latchArrayAndLoads();
    }

    private void latchArrayAndLoads() {
        SolarArray array = plant.array();
        for (int i = 0; i < wingTempK.length; i++) {
            wingTempK[i] = array.tempK(i);
            wingOffsetRad[i] = array.offsetRad(i);
        }
        LoadBank bank = plant.loads();
        for (int i = 0; i < loadOn.length; i++) {
            loadOn[i] = bank.on(i);
            loadTripped[i] = bank.tripped(i);
            loadPowerW[i] = bank.powerW(i);
        }
    }

    void apply() {
        strings.handTo(toStrings);
        loads.handTo(toLoads);
        for (int i = 0; i < offsetWish.length; i++) {
            plant.array().requestOffset(i, offsetWish[i]);
            offsetWish[i] = Double.NaN;
        }
        if (resetWish) {
            plant.battery().reset();
            resetWish = false;
        }
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

    @Override
    public int arrayWingCount() {
        return wingTempK.length;
    }

    @Override
    public double arrayTempK(int wing) {
        return wingTempK[wing];
    }

    @Override
    public double arrayOffsetRad(int wing) {
        return wingOffsetRad[wing];
    }

    @Override
    public void requestArrayOffset(int wing, double offsetRad) {
        offsetWish[wing] = offsetRad;
    }

    @Override
    public void requestString(int string, boolean closed) {
        strings.ask(string, closed);
    }

    @Override
    public void requestBatteryReset() {
        resetWish = true;
    }

    @Override
    public double busVoltageV() {
        return busVoltageV;
    }

    @Override
    public int brownOutCount() {
        return brownOuts;
    }

    @Override
    public int loadCount() {
        return loadOn.length;
    }

    @Override
    public String loadName(int load) {
        return plant.loads().name(load);
    }

    @Override
    public boolean loadOn(int load) {
        return loadOn[load];
    }

    @Override
    public boolean loadTripped(int load) {
        return loadTripped[load];
    }

    @Override
    public double loadPowerW(int load) {
        return loadPowerW[load];
    }

    @Override
    public void requestLoad(int load, boolean on) {
        loads.ask(load, on);
    }
}
