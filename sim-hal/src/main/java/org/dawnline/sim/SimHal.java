package org.dawnline.sim;

import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.Watchdog;

/** The devices of a simulated satellite. The world stands still between two sleeps, so a latch is a copy. */
final class SimHal implements Hal {
    private static final double S_PER_NANO = 1e-9;

    private final SimClock clock;
    private final SensorSuite sensors;
    private final SimPower power;
    private final SimThermal thermal;
    private final SimCompute compute;
    private final SimLinks links;
    private final SimNavigation navigation;
    private final SimWatchdog watchdog;
    private final SimStorage storage;
    private final SimComputer computer;

    SimHal(
            SimClock clock,
            SensorSuite sensors,
            SimPower power,
            SimThermal thermal,
            SimCompute compute,
            SimLinks links,
            SimNavigation navigation,
            SimWatchdog watchdog,
            SimStorage storage,
            SimComputer computer) {
        this.clock = clock;
        this.sensors = sensors;
        this.power = power;
        this.thermal = thermal;
        this.compute = compute;
        this.links = links;
        this.navigation = navigation;
        this.watchdog = watchdog;
        this.storage = storage;
        this.computer = computer;
    }

    @Override
    public void latchInputs() {
        sensors.latch(clock.nanos() * S_PER_NANO);
        power.latch();
        thermal.latch();
        compute.latch(clock.nanos());
        links.latch();
        navigation.latch();
    }

    @Override
    public void applyOutputs() {
        power.apply();
        thermal.apply();
        compute.apply();
        links.apply();
    }

    /** Drops what was asked for since the last {@link #applyOutputs()}. */
    void forget() {
        power.forget();
        thermal.forget();
        compute.forget();
        links.forget();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public PowerHal power() {
        return power;
    }

    @Override
    public ThermalHal thermal() {
        return thermal;
    }

    @Override
    public ComputeHal compute() {
        return compute;
    }

    @Override
    public LinkHal links() {
        return links;
    }

    @Override
    public NavigationHal navigation() {
        return navigation;
    }

    @Override
    public Watchdog watchdog() {
        return watchdog;
    }

    @Override
    public ComputerHal computer() {
        return computer;
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
