package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.mode.SurvivalReason;
import org.dawnline.fsw.core.plan.HeatOutlook;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the dies below their limit and the loop from freezing: grants the rack its heat, runs pumps, valve and heaters. Steps
 * at regulation rate; what cannot wait for it is the {@link ThermalReflex}'s.
 */
public final class ThermalManager implements Component {
    private static final double DISAGREEMENT_RATIO = 0.1;
    private static final double DISAGREEMENT_S = 10;

    private final String name;
    private final ComputeHal rack;
    private final ModeManager modes;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final PumpKeeper pumps;
    private final ColdGuard cold;
    private final HeatRule heat;
    private final LoopObserver observer;
    private final LoopHealth health;
    private final LoopOutlook outlook;
    private final LeakWatch leak;
    private final ThermalReport report;
    private final Events<ThermalEvent> events;
    private final SensorWatch<ThermalEvent> watch;
    private final Channel bypassRequest;
    private final Channel heatersOn;
    private final Channel warmth;
    private final Channel capability;
    private final Channel grant;
    private final Channel binding;
    private double disagreeingS;
    private boolean wasBlind;

    /** Declares the face. Reads the loop's figures from the groups thermal, gpu and rack of the profile. */
    public ThermalManager(Face face, ThermalHal loop, ComputeHal rack, VehicleProfile vehicle, ModeManager modes) {
        this.name = face.name();
        this.rack = rack;
        this.modes = modes;
        events = face.events(ThermalEvent.class);
        sensors = new LoopSensors(loop, vehicle);
        watch = sensors.roster().watch(face, events, ThermalEvent.SENSOR_SUSPECT, ThermalEvent.SENSOR_BACK);
        dies = new DieTemperatures(rack, vehicle);
        pumps = new PumpKeeper(loop, vehicle, events);
        ColdLimits limits = new ColdLimits(face, vehicle);
        LoopFigures figures = new LoopFigures(vehicle);
        HeatTarget target = new HeatTarget(face, vehicle, figures);
        health = new LoopHealth(figures, events);
        observer = new LoopObserver(vehicle, figures, health, loop, rack, sensors, dies);
        cold = new ColdGuard(loop, vehicle, limits, sensors, events);
        heat = new HeatRule(face, target, figures, observer, health, sensors, dies);
        leak = new LeakWatch(face, loop, vehicle, events);
        report = new ThermalReport(face, loop, sensors, dies, observer, health);
        outlook = new LoopOutlook(figures, observer.state(), limits, target);
        bypassRequest = face.channel("bypassRequestRatio", Unit.RATIO, "position asked for");
        heatersOn = face.channel("heatersOn", Unit.COUNT, "loop heaters that are on");
        warmth = face.channel("warmthWanted", Unit.NONE, "whether idle GPUs should stay awake for their heat");
        capability = face.channel("capabilityW", Unit.WATT, "rack input that the loop carries for ever");
        grant = face.guardedChannel("heatGrantW", Unit.WATT, "rack input that heat allows");
        binding = face.stateChannel("binding", HeatBinding.NAMES, "what decides the grant");
        if (loop.pumpCount() > 0) {
            face.command(
                    "RESTART_PUMP",
                    "Lets the restarts of a pump that stands still begin anew.",
                    Mode.SAFE.bit() | Mode.STANDBY.bit() | Mode.OPERATIONAL.bit(),
                    this::restartPump,
                    Argument.whole("pump", 0, loop.pumpCount() - 1L, "the pump"));
        }
    }

    private Outcome restartPump(double[] arguments) {
        return pumps.tryAgain((int) arguments[0]) ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }

    @Override
    public String name() {
        return name;
    }

    /** Rack input that heat allows, in W; 0 where nothing is known. */
    public Channel heatGrantW() {
        return grant;
    }

    /** The loop over the next orbits; latch it on the executive thread, after this component's step. */
    public HeatOutlook outlook() {
        return outlook;
    }

    /** Rack input that the loop carries for ever, in W. */
    public Channel capabilityW() {
        return capability;
    }

    /** Whether GPUs without work should stay awake for the heat that they give. */
    public Channel warmthWanted() {
        return warmth;
    }

    @Override
    public void step(Tick tick) {
        sensors.read(rack.rackPowerW(), tick.stepS());
        dies.read();
        observer.step(tick.stepS(), heat.grantW(), cold.valveStuck());
        pumps.step(tick.stepS());
        cold.step(tick.stepS());
        modes.survival(SurvivalReason.LOOP, cold.atTheEdge());
        heat.decide();
        leak.step(tick.stepS(), observer.state().coolantK);
        watchFlow(tick.stepS());
        watchDies();
        watch.report();
        report();
    }

    private void watchFlow(double stepS) {
        double differenceRatio = Math.abs(sensors.meteredRatio() - sensors.expectedRatio());
        double before = disagreeingS;
        disagreeingS = differenceRatio <= DISAGREEMENT_RATIO ? 0 : disagreeingS + stepS;
        if (disagreeingS > DISAGREEMENT_S && !(before > DISAGREEMENT_S)) {
            events.raise(ThermalEvent.FLOW_DISAGREES, sensors.meteredRatio(), sensors.expectedRatio());
        }
    }

    private void watchDies() {
        boolean blind =
                dies.blind() && modes.mode() != Mode.BOOT; // at start the first readings may still be on their way
        if (blind && !wasBlind) {
            events.raise(ThermalEvent.BLIND, heat.grantW());
        }
        wasBlind = blind;
    }

    private void report() {
        report.report();
        bypassRequest.set(cold.requestRatio());
        heatersOn.set(cold.heatersOn());
        warmth.set(cold.warmthWanted());
        capability.set(heat.capabilityW());
        grant.set(heat.grantW());
        binding.set(heat.binding().ordinal());
    }
}
