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
 * die at once, in every mode. A whole loop with dies below their limit has no ceiling but the rack's peak; one that has just lost
 * something has what the profile says that the rest carries, and once that has lasted what it is known to carry.
 */
public final class ThermalReflex implements Component {
    private static final double DEFAULT_MARGIN_K = 0.7;
    private static final double DEFAULT_SPAN_K = 3.0;
    /** The dies must be this far below the limit before a new rise above it is news. */
    private static final double HOT_HYSTERESIS_K = 1.0;

    /** What is left of a loop shows by its temperatures after so long. */
    private static final double SETTLED_S = 120;
    /** What biases of thermometers may feign is left out. */
    private static final double SURE_RATIO = 0.995;
    /** No more than this over the profile is believed: with one wing that is 10 K of the dies. */
    private static final double MOST_OVER_PROFILE_RATIO = 1.1;
    /** The profile's figure moves by less than this with the noise of flow meters. */
    private static final double SAME_RATIO = 0.03;

    private static final double MIN_K = 200;
    private static final double MAX_K = 420;

    private final String name;
    private final ComputeHal rack;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final LoopModel model;
    private final Channel knownCapabilityW;
    private final Parameter degradedTargetK;
    private final Parameter limitK;
    private final Parameter spanK;
    private final Events<ReflexEvent> events;
    private final Channel ceiling;
    private final Channel flow;
    private final Channel hottest;
    private double settledS;
    private double settledAtW = Double.NaN;
    private boolean wasHealthy = true;
    private boolean wasFlowing = true;
    private boolean wasHot;

    /**
     * Declares the face. Reads the loop's figures from the groups thermal, gpu and rack of the profile.
     *
     * @param knownCapabilityW rack input that the loop carries for ever by all that has been learned of it, in W
     */
    public ThermalReflex(
            Face face, ThermalHal loop, ComputeHal rack, VehicleProfile vehicle, Channel knownCapabilityW) {
        this.name = face.name();
        this.knownCapabilityW = face.input("knownCapabilityW", knownCapabilityW, Unit.WATT);
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
        double byLoopW = byLoopW(tick.stepS());
        double byHeatW = byTemperatureW();
        ceiling.set(Math.min(byLoopW, byHeatW));
        flow.set(sensors.flowRatio());
        hottest.set(dies.hottestK());
        announce(byLoopW, byHeatW);
    }

    private double byLoopW(double stepS) {
        if (sensors.healthy()) {
            settledAtW = Double.NaN;
            return model.peakW();
        }
        double profileW = model.capabilityW(degradedTargetK.value(), sensors.flowRatio(), sensors.areaRatio());
        boolean same = Math.abs(profileW - settledAtW) <= SAME_RATIO * settledAtW;
        settledS = same ? settledS + stepS : 0;
        settledAtW = same ? settledAtW : profileW;
        boolean settled = settledS >= SETTLED_S && dies.hottestK() < limitK.value(); // not when unknown
        double knownW = Math.min(knownCapabilityW.value() * SURE_RATIO, profileW * MOST_OVER_PROFILE_RATIO);
        return settled && knownW > profileW ? knownW : profileW;
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
