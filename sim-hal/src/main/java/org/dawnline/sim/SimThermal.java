package org.dawnline.sim;

import java.util.List;
import org.dawnline.hal.ThermalHal;
import org.dawnline.sim.thermal.CoolantLoop;
import org.dawnline.sim.thermal.Plumbing;

/** Coolant loop and radiator as flight software sees them. */
final class SimThermal implements ThermalHal {
    private final Plumbing plumbing;
    private final SensorSuite sensors;
    private final List<String> nodeNames;
    private final boolean[] pumpRunning;
    private final boolean[] heaterOn;
    private final boolean[] wingConnected;
    private final Wishes pumps;
    private final Wishes heaters;
    private final Wishes.Taker toPumps;
    private final Wishes.Taker toHeaters;
    private double bypassRatio;
    private double bypassWish = Double.NaN;

    SimThermal(CoolantLoop loop, SensorSuite sensors) {
        plumbing = loop.plumbing();
        nodeNames = loop.network().names();
        this.sensors = sensors;
        pumpRunning = new boolean[plumbing.pumpCount()];
        heaterOn = new boolean[plumbing.heaterCount()];
        wingConnected = new boolean[plumbing.wingCount()];
        pumps = new Wishes(pumpRunning.length);
        heaters = new Wishes(heaterOn.length);
        toPumps = plumbing::requestPump;
        toHeaters = plumbing::requestHeater;
        latch();
    }

    void latch() {
        for (int i = 0; i < pumpRunning.length; i++) {
            pumpRunning[i] = plumbing.pumpRunning(i);
        }
        for (int i = 0; i < heaterOn.length; i++) {
            heaterOn[i] = plumbing.heaterOn(i);
        }
        for (int i = 0; i < wingConnected.length; i++) {
            wingConnected[i] = plumbing.wingConnected(i);
        }
        bypassRatio = plumbing.hasValve() ? plumbing.bypassRatio() : Double.NaN;
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        pumps.forget();
        heaters.forget();
        bypassWish = Double.NaN;
    }

    void apply() {
        pumps.handTo(toPumps);
        heaters.handTo(toHeaters);
        plumbing.requestBypass(bypassWish);
        bypassWish = Double.NaN;
    }

    @Override
    public int thermistorsPerPoint() {
        return sensors.thermistors();
    }

    @Override
    public double inletTempK(int thermistor) {
        return sensors.reading(sensors.inletAt(thermistor));
    }

    @Override
    public double outletTempK(int thermistor) {
        return sensors.reading(sensors.outletAt(thermistor));
    }

    @Override
    public int wingCount() {
        return wingConnected.length;
    }

    @Override
    public double radiatorTempK(int wing, int thermistor) {
        return sensors.reading(sensors.wingAt(wing, thermistor));
    }

    @Override
    public boolean wingConnected(int wing) {
        return wingConnected[wing];
    }

    @Override
    public int flowMeterCount() {
        return sensors.flowMeters();
    }

    @Override
    public double flowRatio(int meter) {
        return sensors.reading(sensors.flowAt(meter));
    }

    @Override
    public int pumpCount() {
        return pumpRunning.length;
    }

    @Override
    public boolean pumpRunning(int pump) {
        return pumpRunning[pump];
    }

    @Override
    public void requestPump(int pump, boolean run) {
        pumps.ask(pump, run);
    }

    @Override
    public double bypassRatio() {
        return bypassRatio;
    }

    @Override
    public void requestBypass(double ratio) {
        bypassWish = ratio;
    }

    @Override
    public int heaterCount() {
        return heaterOn.length;
    }

    @Override
    public boolean heaterOn(int heater) {
        return heaterOn[heater];
    }

    @Override
    public void requestHeater(int heater, boolean on) {
        heaters.ask(heater, on);
    }

    @Override
    public int accumulatorSensorCount() {
        return sensors.levels();
    }

    @Override
    public double accumulatorLevelRatio(int sensor) {
        return sensors.reading(sensors.levelAt(sensor));
    }

    @Override
    public int nodeCount() {
        return nodeNames.size();
    }

    @Override
    public String nodeName(int node) {
        return nodeNames.get(node);
    }

    @Override
    public double nodeTempK(int node) {
        return sensors.reading(sensors.nodeAt(node));
    }

    @Override
    public double readingAgeS(Point point, int index) {
        return sensors.ageS(
                switch (point) {
                    case INLET -> sensors.inletAt(index);
                    case OUTLET -> sensors.outletAt(index);
                    case RADIATOR -> sensors.wingAt(0, index);
                    case FLOW -> sensors.flowAt(index);
                    case ACCUMULATOR -> sensors.levelAt(index);
                    case NODE -> sensors.nodeAt(index);
                });
    }
}
