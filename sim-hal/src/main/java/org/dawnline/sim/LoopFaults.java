package org.dawnline.sim;

import org.dawnline.sim.thermal.CoolantLoop;
import org.dawnline.sim.thermal.Plumbing;

/** The switches behind the faults of pumps, filter, valve, heaters, wings, panels and coolant. */
final class LoopFaults {
    private LoopFaults() {}

    static void inject(CoolantLoop loop, String name, int index, double value) {
        Plumbing plumbing = loop.plumbing();
        switch (name) {
            case "filter.clog" -> plumbing.clog(value);
            case "flow.block" -> plumbing.block(value);
            case "heater.free" -> plumbing.freeHeater(index);
            case "heater.stuck" -> plumbing.stickHeater(index, value >= 0.5);
            case "pump.degrade" -> plumbing.wearPump(index, value);
            case "pump.restore" -> {
                plumbing.breakPump(index, false);
                plumbing.wearPump(index, 1.0);
            }
            case "pump.stop" -> plumbing.breakPump(index, true);
            case "valve.free" -> plumbing.freeValve();
            case "valve.slow" -> plumbing.slowValve(value);
            case "valve.stuck" -> plumbing.stickValve(value);
            case "wing.isolate" -> plumbing.connectWing(index, false);
            case "wing.restore" -> plumbing.connectWing(index, true);
            default -> injectCoolantOrPanel(loop, name, index, value);
        }
    }

    private static void injectCoolantOrPanel(CoolantLoop loop, String name, int index, double value) {
        switch (name) {
            case "coolant.leak" -> loop.charge().leak(value);
            case "coolant.refill" -> loop.charge().refill();
            case "radiator.area" -> loop.panel(index).loseArea(value);
            case "radiator.coating" -> loop.panel(index).fade(value);
            case "radiator.restore" -> {
                loop.panel(index).loseArea(1.0);
                loop.panel(index).fade(1.0);
            }
            default -> throw new IllegalStateException("the table has " + name + ", the panel does not");
        }
    }
}
