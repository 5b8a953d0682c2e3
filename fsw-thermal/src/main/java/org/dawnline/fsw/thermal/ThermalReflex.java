package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the dies out of their hardware protection by a ceiling over the rack that follows pumps, flow, wings and the hottest
 * die at once, in every mode. A whole loop with dies below their limit has no ceiling but the rack's peak.
 */
public final class ThermalReflex implements Component {
    private static final double DEFAULT_MARGIN_K = 0.7;
    private static final double DEFAULT_SPAN_K = 3.0;
    /** The dies must be this far below the limit before a new rise above it is news. */
    private static final double HOT_HYSTERESIS_K = 1.0;

    private static final double MIN_K = 200;
    private static final double MAX_K = 420;

    private final String name;
    private final ComputeHal rack;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final LoopModel model;
    private final Parameter degradedTargetK;
    private final Parameter limitK;
    private final Parameter spanK;
    private final Events<ReflexEvent> events;
    private final Channel ceiling;
    private final Channel flow;
    private final Channel hottest;
    private boolean wasHealthy = true;
    private boolean wasFlowing = true;
    private boolean wasHot;

    /** Declares the face. Reads the loop's figures from the groups thermal, gpu and rack of the profile. */
    public ThermalReflex(Face face, ThermalHal loop, ComputeHal rack, VehicleProfile vehicle) {
        this.name = face.name();
        this.rack = rack;
        sensors = new LoopSensors(loop, vehicle);
        dies = new DieTemperatures(rack, vehicle);
        model = new LoopModel(new LoopFigures(vehicle));
        double maxK =
                vehicle.has("gpu.maxOperatingTempK") ? vehicle.number("gpu.maxOperatingTempK", MIN_K, MAX_K) : MAX_K;
        degradedTargetK = face.parameter(
                "degradedTargetK",
                Unit.KELVIN,
                maxK - DEFAULT_MARGIN_K,
                MIN_K,
                maxK,
                "die temperature that a degraded loop is planned for");
        limitK = face.parameter(
                "limitTempK", Unit.KELVIN, maxK, MIN_K, MAX_K, "die temperature at which the ceiling begins to fall");
        spanK = face.parameter(
                "spanK",
                Unit.KELVIN,
                DEFAULT_SPAN_K,
                0.1,
                50,
                "over how many kelvin above the limit the ceiling falls to zero");
        events = face.events(ReflexEvent.class);
        ceiling = face.guardedChannel("ceilingW", Unit.WATT, "rack input that the loop can take now");
        flow = face.channel("flowRatio", Unit.RATIO, "coolant flow by meters and pumps together");
        hottest = face.channel("hottestGpuTempK", Unit.KELVIN, "hottest die that speaks for the loop");
    }

    @Override
    public String name() {
        return name;
    }

    /** Rack input that the loop can take now, in W; 0 where nothing flows. */
    public Channel ceilingW() {
        return ceiling;
    }

    @Override
    public void step(Tick tick) {
        sensors.read(rack.rackPowerW(), tick.stepS());
        dies.read();
        double byLoopW = byLoopW();
        double byHeatW = byTemperatureW();
        ceiling.set(Math.min(byLoopW, byHeatW));
        flow.set(sensors.flowRatio());
        hottest.set(dies.hottestK());
        announce(byLoopW, byHeatW);
    }

    private double byLoopW() {
        return sensors.healthy()
                ? model.peakW()
                : model.capabilityW(degradedTargetK.value(), sensors.flowRatio(), sensors.areaRatio());
    }

    // Unreadable dies are the manager's to judge by the coolant: a dead poller must not stop the rack within a cycle.
    private double byTemperatureW() {
        double overK = dies.hottestK() - limitK.value();
        return overK > 0 ? model.peakW() * Math.max(0, 1 - overK / spanK.value()) : model.peakW();
    }

    private void announce(double byLoopW, double byHeatW) {
        boolean healthy = sensors.healthy();
        boolean flowing = healthy || byLoopW > 0;
        if (!flowing && wasFlowing) {
            events.raise(ReflexEvent.FLOW_LOST, sensors.flowRatio());
        } else if (!healthy && wasHealthy) {
            events.raise(ReflexEvent.LOOP_DEGRADED, sensors.flowRatio(), sensors.areaRatio(), byLoopW);
        } else if (healthy && !wasHealthy) {
            events.raise(ReflexEvent.LOOP_WHOLE);
        }
        wasHealthy = healthy;
        wasFlowing = flowing;
        boolean hot = dies.hottestK() > limitK.value() - (wasHot ? HOT_HYSTERESIS_K : 0);
        if (hot && !wasHot) {
            events.raise(ReflexEvent.OVER_TEMPERATURE, dies.hottestK(), byHeatW);
        }
        wasHot = hot;
    }
}
