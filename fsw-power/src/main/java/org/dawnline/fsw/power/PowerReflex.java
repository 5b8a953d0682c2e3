package org.dawnline.fsw.power;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedDouble;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the battery below its discharge limit and the bus up by a ceiling over the rack that follows array and strings at
 * once, in every mode, without plan or forecast. The ceiling is what the sources can carry, not what is wise.
 */
public final class PowerReflex implements Component {
    private static final double DEFAULT_USE_RATIO = 0.97;
    private static final double DEFAULT_FLOOR_MARGIN_RATIO = 0.02;
    private static final double DEFAULT_UNDERVOLTAGE_RATIO = 0.75;
    /** Time in which a ceiling that was lowered by the whole discharge limit comes back. */
    private static final double RECOVERY_S = 60;

    private static final double MAX_V = 10_000;
    private static final double MAX_W = 1e7;
    private static final double MAX_RECOVERY_W_PER_S = 1e6;
    private static final double TRIM_TIME_S = 1.5;
    /** Time from a reading to a rack that has followed it. */
    private static final double FALL_S = 0.9;

    /** Time in which a rack comes down to a lower ceiling; the protection waits longer. */
    private static final double OBEY_S = 3;
    /** After so long without enough for the night it is not a matter of loads that are just being shed. */
    private static final double DEFAULT_SPENT_S = 8;

    private static final double MAX_SPENT_S = 600;

    private static final double MOST_TRIM_RATIO = 0.5;
    /** Shadows come with a row of small excesses: one event for all of them. */
    private static final double CALM_S = 60;

    private static final int UNDERVOLTAGE_STEPS = 3;

    private final String name;
    private final PowerHal eps;
    private final Battery battery;
    private final BusBudget bus;
    private final BusSensors meters;
    private final BusMeter meter;
    private final ArrayMeter array;
    private final FallingPower falling = new FallingPower(FALL_S);
    private final double floorRatio;
    private final Parameter useRatio;
    private final Parameter floorMarginRatio;
    private final Parameter undervoltageV;
    private final Parameter recoveryWPerS;
    private final Events<ReflexEvent> events;
    private final Channel ceiling;
    private final Channel batteryLimit;
    private final Channel trim;
    private final Channel strings;
    private final GuardedDouble trimW;
    private final Night night;
    private final Parameter outlastNight;
    private final Parameter patienceS;
    private double sourcesW;
    private double arrayW;
    private double lossW;
    private int lowVoltageSteps;
    private int lastConnected;
    private boolean wasTripped;
    private double beyondS;
    private double spentS;
    private double calmS = 2 * CALM_S;
    private boolean wasNearFloor;

    /** Declares the face. Reads its limits from the groups battery, bus and links of the profile. */
    public PowerReflex(Face face, PowerHal eps, ComputeHal rack, VehicleProfile vehicle, OrbitForecast orbit) {
        this.name = face.name();
        this.eps = eps;
        battery = new Battery(eps, vehicle);
        bus = new BusBudget(vehicle);
        night = new Night(orbit, vehicle, bus, rack.gpuCount());
        meters = new BusSensors(eps, rack, vehicle, bus);
        meter = new BusMeter(eps, rack, bus);
        array = new ArrayMeter(eps, vehicle);
        floorRatio = vehicle.number("battery.socFloorRatio", 0, 1);
        double nominalV = vehicle.number("battery.nominalVoltageV", 1, MAX_V);
        useRatio = face.parameter(
                "dischargeUseRatio",
                Unit.RATIO,
                DEFAULT_USE_RATIO,
                0,
                1,
                "share of the discharge limit that the ceiling counts on");
        floorMarginRatio = face.parameter(
                "floorMarginRatio",
                Unit.RATIO,
                DEFAULT_FLOOR_MARGIN_RATIO,
                0,
                0.5,
                "above the floor: below that compute takes nothing from the battery");
        undervoltageV = face.parameter(
                "undervoltageV",
                Unit.VOLT,
                nominalV * DEFAULT_UNDERVOLTAGE_RATIO,
                0,
                nominalV,
                "string voltage below which compute takes nothing from the battery");
        recoveryWPerS = face.parameter(
                "recoveryWPerS",
                Unit.WATT_PER_SECOND,
                vehicle.number("battery.maxDischargeW", 1, MAX_W) / RECOVERY_S,
                0,
                MAX_RECOVERY_W_PER_S,
                "how fast the ceiling comes back after an over-current");
        outlastNight = face.parameter(
                "outlastNight",
                Unit.NONE,
                1,
                0,
                1,
                "0 to give nothing up before its threshold when the battery will not outlast the night");
        patienceS = face.parameter(
                "nightPatienceS",
                Unit.SECOND,
                DEFAULT_SPENT_S,
                1,
                MAX_SPENT_S,
                "how long the battery may seem not to outlast the night before compute takes nothing from it until sunrise");
        events = face.events(ReflexEvent.class);
        ceiling = face.guardedChannel("ceilingW", Unit.WATT, "rack input that array and battery can carry now");
        batteryLimit = face.channel("batteryLimitW", Unit.WATT, "discharge limit of the connected strings");
        trimW = face.guardedDouble("trim", 0, 0);
        trim = face.channel("trimW", Unit.WATT, "taken off the ceiling because the battery gave more than its limit");
        strings = face.channel("strings", Unit.COUNT, "battery strings on the bus");
        lastConnected = vehicle.count("battery.strings", 1, Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return name;
    }

    /** Rack input that array and battery can carry now, in W; 0 where nothing is known. */
    public Channel ceilingW() {
        return ceiling;
    }

    /** What the array can deliver, in W. */
    double arrayW() {
        return arrayW;
    }

    /** What array and battery can carry, in W, however little charge there is. */
    double sourcesW() {
        return sourcesW;
    }

    /** What everything but the rack draws, in W. */
    double otherLoadsW() {
        return meter.otherW();
    }

    /** The battery as it is known at this rate. */
    Battery battery() {
        return battery;
    }

    /** State of charge of the connected strings; NaN when unknown. */
    double socRatio() {
        return battery.socRatio();
    }

    /** Power at the battery's terminals, in W; positive while it discharges, NaN when unknown. */
    double batteryPowerW() {
        return battery.powerW();
    }

    @Override
    public void step(Tick tick) {
        battery.read(tick.stepS());
        meters.read(battery.powerW(), tick.stepS());
        meter.step(meters.busW(), tick.stepS());
        double limitW = battery.dischargeLimitW();
        watchStrings(limitW);
        watchTrip();
        double batteryW = batteryUsable(tick.stepS()) ? limitW * useRatio.value() : 0;
        arrayW = array.atLeastW(battery.powerW());
        lossW = falling.lossW(arrayW, tick.stepS());
        sourcesW = arrayW + limitW * useRatio.value();
        trimOverCurrent(limitW, rackW(batteryW), tick.stepS());
        ceiling.set(rackW(batteryW));
        batteryLimit.set(limitW);
        trim.set(trimW.get());
        strings.set(battery.connectedStrings());
    }

    private double rackW(double batteryW) {
        return bus.rackW(arrayW - lossW + batteryW - trimW.get(), meter.otherW());
    }

    private void watchStrings(double limitW) {
        int connected = battery.connectedStrings();
        if (connected != lastConnected) {
            events.raise(ReflexEvent.STRINGS_CHANGED, connected, lastConnected, limitW);
        }
        lastConnected = connected;
    }

    private void watchTrip() {
        boolean tripped = eps.batteryTripped();
        if (tripped != wasTripped) {
            events.raise(tripped ? ReflexEvent.BATTERY_TRIPPED : ReflexEvent.BATTERY_RESTORED);
        }
        wasTripped = tripped;
    }

    // What is known of the other loads is a second old; what the battery really gives corrects it. A rack that was just
    // told
    // to come down is given the time to do so: what it still draws beyond its ceiling is no excess yet.
    private void trimOverCurrent(double limitW, double ceilingW, double stepS) {
        double beyondW = meter.beyondW(ceilingW);
        beyondS = beyondW > 0 ? beyondS + stepS : 0;
        double dischargeW = measuredDischargeW();
        double lastingW = beyondS < OBEY_S ? dischargeW - beyondW : dischargeW;
        double excessW = lastingW - limitW * (1 + useRatio.value()) / 2;
        if (excessW > 0) {
            double moreW = excessW * Math.min(1, stepS / TRIM_TIME_S);
            trimW.set(Math.min(trimW.get() + moreW, limitW * MOST_TRIM_RATIO));
        } else {
            trimW.set(Math.max(0, trimW.get() - recoveryWPerS.value() * stepS));
        }
        boolean over = dischargeW > limitW && limitW > 0;
        if (over && calmS > CALM_S) {
            events.raise(ReflexEvent.OVER_CURRENT, dischargeW, limitW);
        }
        calmS = over ? 0 : calmS + stepS;
    }

    private double measuredDischargeW() {
        double byShunts = battery.shuntPowerW();
        double byTerminals = battery.powerW();
        return byShunts > byTerminals ? byShunts : byTerminals;
    }

    /** Whether the battery carries the bus, {@code moreW} and a sleeping rack until the Sun rises. */
    boolean lastsUntilSunrise(double moreW) {
        return outlastNight.value() == 0 || night.lasts(battery, meter.otherW() + moreW);
    }

    /** Whether the satellite is in a shadow as far as is known. */
    boolean dark() {
        return night.dark();
    }

    /** Whether it might carry the bus alone until then, and not fall below that state of charge. */
    boolean mightLastUntilSunrise(double leastSocRatio) {
        return outlastNight.value() == 0 || night.mayLast(battery, meter.otherW(), leastSocRatio);
    }

    // A rack that sleeps draws a little: what the battery cannot carry until sunrise goes at once, not at the floor.
    private boolean batteryUsable(double stepS) {
        boolean above = battery.socRatio() > floorRatio + floorMarginRatio.value(); // not when unknown
        boolean lasts = lastsUntilSunrise(0);
        watchNight(lasts, stepS);
        boolean nearFloor = !(above && lasts && spentS < patienceS.value());
        if (nearFloor && !wasNearFloor) {
            events.raise(ReflexEvent.FLOOR_NEAR, battery.socRatio());
        }
        wasNearFloor = nearFloor;
        return !nearFloor && !undervoltage();
    }

    // What a rack that was switched off has saved is no reason to wake it again in the same shadow.
    private void watchNight(boolean lasts, double stepS) {
        if (!night.dark()) {
            spentS = 0;
        } else if (spentS < patienceS.value()) {
            spentS = lasts ? 0 : spentS + stepS;
        }
    }

    // One wild reading is no undervoltage; several in a row are, unless the other strings and the bus say that they are
    // wrong.
    private boolean undervoltage() {
        double lowestV = battery.lowestVoltageV();
        boolean low = lowestV < undervoltageV.value();
        int before = lowVoltageSteps;
        lowVoltageSteps = low ? Math.min(before + 1, UNDERVOLTAGE_STEPS) : 0;
        if (lowVoltageSteps == UNDERVOLTAGE_STEPS && before < UNDERVOLTAGE_STEPS) {
            events.raise(ReflexEvent.UNDERVOLTAGE, lowestV, undervoltageV.value());
        }
        return lowVoltageSteps == UNDERVOLTAGE_STEPS;
    }
}
