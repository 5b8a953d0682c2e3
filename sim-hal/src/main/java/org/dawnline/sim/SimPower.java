package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.PowerHal;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.power.LoadBank;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.power.SolarArray;

/** Array, battery and bus as flight software sees them: contactors and protection as they are, all else through sensors. */
final class SimPower implements PowerHal {
    private final PowerPlant plant;
    private final MainBus bus;
    private final SensorSuite sensors;
    private final double[] wingOffsetRad;
    private final double[] offsetWish;
    private final boolean[] loadOn;
    private final boolean[] loadTripped;
    private final Wishes strings;
    private final Wishes loads;
    private final Wishes.Taker toStrings;
    private final Wishes.Taker toLoads;
    private final boolean[] connected;
    private int brownOuts;
    private boolean tripped;
    private boolean resetWish;

    SimPower(PowerPlant plant, MainBus bus, SensorSuite sensors) {
        this.plant = plant;
        this.bus = bus;
        this.sensors = sensors;
        connected = new boolean[plant.battery().stringCount()];
        wingOffsetRad = new double[plant.array().wingCount()];
        offsetWish = new double[wingOffsetRad.length];
        Arrays.fill(offsetWish, Double.NaN);
        loadOn = new boolean[plant.loads().count()];
        loadTripped = new boolean[loadOn.length];
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
        }
        tripped = battery.tripped();
        brownOuts = bus.brownOuts();
        latchArrayAndLoads();
    }

    private void latchArrayAndLoads() {
        SolarArray array = plant.array();
        for (int i = 0; i < wingOffsetRad.length; i++) {
            wingOffsetRad[i] = array.offsetRad(i);
        }
        LoadBank bank = plant.loads();
        for (int i = 0; i < loadOn.length; i++) {
            loadOn[i] = bank.on(i);
            loadTripped[i] = bank.tripped(i);
        }
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        strings.forget();
        loads.forget();
        Arrays.fill(offsetWish, Double.NaN);
        resetWish = false;
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
        return sensors.reading(sensors.arrayAt());
    }

    @Override
    public double arrayCapabilityW() {
        return sensors.reading(sensors.capabilityAt());
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
        return sensors.reading(sensors.voltageAt(string));
    }

    @Override
    public int shuntsPerString() {
        return sensors.shunts();
    }

    @Override
    public double stringCurrentA(int string, int shunt) {
        return sensors.reading(sensors.shuntAt(string, shunt));
    }

    @Override
    public double socGaugeRatio() {
        return sensors.reading(sensors.socAt());
    }

    @Override
    public double batteryTempK() {
        return sensors.reading(sensors.batteryTempAt());
    }

    @Override
    public double batteryPowerW() {
        return sensors.reading(sensors.batteryPowerAt());
    }

    @Override
    public double busLoadW() {
        return sensors.reading(sensors.busAt());
    }

    @Override
    public boolean batteryTripped() {
        return tripped;
    }

    @Override
    public int arrayWingCount() {
        return wingOffsetRad.length;
    }

    @Override
    public double arrayTempK(int wing) {
        return sensors.reading(sensors.arrayTempAt(wing));
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
        return sensors.reading(sensors.busVoltageAt());
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
        return sensors.reading(sensors.loadAt(load));
    }

    @Override
    public void requestLoad(int load, boolean on) {
        loads.ask(load, on);
    }

    @Override
    public double readingAgeS(Meter meter, int index) {
        return sensors.ageS(
                switch (meter) {
                    case ARRAY_POWER -> sensors.arrayAt();
                    case ARRAY_CAPABILITY -> sensors.capabilityAt();
                    case STRING_VOLTAGE -> sensors.voltageAt(index);
                    case STRING_CURRENT -> sensors.shuntAt(0, index);
                    case SOC_GAUGE -> sensors.socAt();
                    case BATTERY_TEMP -> sensors.batteryTempAt();
                    case BATTERY_POWER -> sensors.batteryPowerAt();
                    case BUS_LOAD -> sensors.busAt();
                    case BUS_VOLTAGE -> sensors.busVoltageAt();
                    case ARRAY_TEMP -> sensors.arrayTempAt(index);
                    case LOAD_POWER -> sensors.loadAt(index);
                });
    }
}
