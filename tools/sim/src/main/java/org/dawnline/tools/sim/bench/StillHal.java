package org.dawnline.tools.sim.bench;

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

/** A satellite whose world stands still since its clock is another one. */
record StillHal(Hal world, Clock clock) implements Hal {
    @Override
    public void latchInputs() {
        world.latchInputs();
    }

    @Override
    public void applyOutputs() {
        world.applyOutputs();
    }

    @Override
    public PowerHal power() {
        return world.power();
    }

    @Override
    public ThermalHal thermal() {
        return world.thermal();
    }

    @Override
    public ComputeHal compute() {
        return world.compute();
    }

    @Override
    public LinkHal links() {
        return world.links();
    }

    @Override
    public NavigationHal navigation() {
        return world.navigation();
    }

    @Override
    public Watchdog watchdog() {
        return world.watchdog();
    }

    @Override
    public ComputerHal computer() {
        return world.computer();
    }

    @Override
    public Storage storage() {
        return world.storage();
    }
}
