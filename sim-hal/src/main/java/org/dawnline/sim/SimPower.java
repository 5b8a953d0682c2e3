package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.PowerHal;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.LoadBank;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.power.SolarArray;

/** Array, battery and bus as flight software sees them: contactors and protection as they are, all else through sensors. */
final class SimPower implements PowerHal {
    private static final double S_PER_NANO = 1e-9;

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
    private final double[] readings;
    private final double[] agesS;
    private double busVoltageV;
    private int brownOuts;
    private boolean tripped;
    private boolean resetWish;

    SimPower(PowerPlant plant, MainBus bus, SensorSuite sensors) {
        this.plant = plant;
        this.bus = bus;
        this.sensors = sensors;
        connected = new boolean[plant.battery().stringCount()];
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
        agesS = new double[readings.length];
        latch(0);
    }

    void latch(long nowNanos) {
        Battery battery = plant.battery();
        for (int i = 0; i < connected.length; i++) {
            connected[i] = battery.stringConnected(i);
        }
        System.arraycopy(sensors.readings(), 0, readings, 0, readings.length);
        sensors.bank().copyAges(nowNanos * S_PER_NANO, agesS);
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
        return readings[sensors.arrayAt()];
    }

    @Override
    public double arrayCapabilityW() {
        return readings[sensors.capabilityAt()];
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
        return readings[sensors.voltageAt(string)];
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
        return readings[sensors.batteryTempAt()];
    }

    @Override
    public double batteryPowerW() {
        return readings[sensors.batteryPowerAt()];
    }

    @Override
    public double busLoadW() {
        return readings[sensors.busAt()];
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

    @Override
    public double readingAgeS(Meter meter, int index) {
        return agesS[
                switch (meter) {
                    case ARRAY_POWER -> sensors.arrayAt();
                    case ARRAY_CAPABILITY -> sensors.capabilityAt();
                    case STRING_VOLTAGE -> sensors.voltageAt(index);
                    case STRING_CURRENT -> sensors.shuntAt(0, index);
                    case SOC_GAUGE -> sensors.socAt();
                    case BATTERY_TEMP -> sensors.batteryTempAt();
                    case BATTERY_POWER -> sensors.batteryPowerAt();
                    case BUS_LOAD -> sensors.busAt();
                }];
    }
}
