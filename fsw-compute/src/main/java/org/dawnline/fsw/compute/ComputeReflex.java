package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the rack below the ceilings of power and heat within one fast step, by the same rule by which the manager divides its
 * budget: limits first, then the jobs of lowest priority, then sleep, then the trays.
 */
public final class ComputeReflex implements Component {
    private static final double MAX_W = 1e7;

    private final String name;
    private final ComputeHal rack;
    private final ComputeManager manager;
    private final Channel powerCeilingW;
    private final Channel heatCeilingW;
    private final double peakW;
    private final Channel ceiling;
    private final Channel rackPower;

    /**
     * Declares the face.
     *
     * @param manager whose budget is bounded
     * @param powerCeilingW rack input that the electrical side can carry now, in W
     * @param heatCeilingW rack input that the coolant side can carry now, in W
     */
    public ComputeReflex(
            Face face,
            ComputeHal rack,
            VehicleProfile vehicle,
            ComputeManager manager,
            Channel powerCeilingW,
            Channel heatCeilingW) {
        this.name = face.name();
        this.rack = rack;
        this.manager = manager;
        this.powerCeilingW = face.input("powerCeilingW", powerCeilingW, Unit.WATT);
        this.heatCeilingW = face.input("heatCeilingW", heatCeilingW, Unit.WATT);
        peakW = vehicle.has("rack.peakW") ? vehicle.number("rack.peakW", 0, MAX_W) : 0;
        ceiling = face.guardedChannel("ceilingW", Unit.WATT, "rack input that may be drawn now");
        rackPower = face.channel("rackPowerW", Unit.WATT, "power at the rack's input");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        double bothW = Math.min(powerCeilingW.value(), heatCeilingW.value()); // NaN if either is, and NaN counts as 0
        double lowerW = Math.min(bothW, peakW);
        manager.bound(lowerW, tick.stepS());
        ceiling.set(lowerW);
        rackPower.set(rack.rackPowerW());
    }
}
