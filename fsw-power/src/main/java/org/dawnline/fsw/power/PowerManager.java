package org.dawnline.fsw.power;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.sense.SensorWatch;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the battery above its reserve, and full before each eclipse, by granting the rack no more than array and battery can
 * give. Steps at regulation rate; what cannot wait for it is the {@link PowerReflex}'s.
 */
public final class PowerManager implements Component {
    private final String name;
    private final OrbitForecast orbit;
    private final ModeManager modes;
    private final Battery battery;
    private final ArrayEstimate array;
    private final BusEstimate bus;
    private final ArrayOutlook arrayOutlook;
    private final BusOutlook busOutlook;
    private final GrantRule rule;
    private final EnergyCounters energy;
    private final Events<PowerEvent> events;
    private final BusSensors meters;
    private final BatteryReport batteryReport;
    private final SensorWatch<PowerEvent> watch;
    private final Channel soc;
    private final Channel arrayPower;
    private final Channel arrayCapability;
    private final Channel batteryPower;
    private final Channel batteryPlan;
    private final Channel batteryTemp;
    private final Channel busLoad;
    private final Channel grant;
    private final Channel binding;
    private boolean wasKnown;
    private boolean gaugeWasValid;
    private boolean wasAtReserve;

    /** Declares the face. Reads its limits from the groups array, battery, bus, links and rack of the profile. */
    public PowerManager(
            Face face, PowerHal eps, ComputeHal rack, VehicleProfile vehicle, OrbitForecast orbit, ModeManager modes) {
        this.name = face.name();
        this.orbit = orbit;
        this.modes = modes;
        battery = new Battery(eps, vehicle);
        BusBudget budget = new BusBudget(vehicle);
        rule = new GrantRule(face, vehicle, battery, budget);
        meters = new BusSensors(eps, rack, vehicle, budget);
        ArrayModel model = new ArrayModel(vehicle);
        array = new ArrayEstimate(face, eps, vehicle, model, new ArrayMeter(eps, vehicle, meters));
        arrayOutlook = new ArrayOutlook(array, model);
        bus = new BusEstimate(face, eps, rack, vehicle, budget, meters);
        busOutlook = new BusOutlook(bus);
        energy = new EnergyCounters(face);
        events = face.events(PowerEvent.class);
        SensorWatch.Roster roster = new SensorWatch.Roster();
        battery.enlist(roster);
        meters.enlist(roster);
        watch = roster.watch(face, events, PowerEvent.SENSOR_SUSPECT, PowerEvent.SENSOR_BACK);
        batteryReport = new BatteryReport(face, battery);
        soc = face.channel("soc", Unit.RATIO, "state of charge of the connected strings");
        arrayPower = face.channel("arrayPowerW", Unit.WATT, "power that the array delivers");
        arrayCapability = face.channel("arrayCapabilityW", Unit.WATT, "power that the array could deliver");
        batteryPower = face.channel("batteryPowerW", Unit.WATT, "battery power, positive while it discharges");
        batteryPlan = face.channel("batteryPlanW", Unit.WATT, "battery power that the grant was planned with");
        batteryTemp = face.channel("batteryTempK", Unit.KELVIN, "battery temperature");
        busLoad = face.channel("busLoadW", Unit.WATT, "power drawn from the bus, rack and losses included");
        face.derived(
                "balanceW",
                Unit.WATT,
                "power of array and battery that the bus meter does not find again",
                in -> in[0] + in[1] - in[2],
                arrayPower,
                batteryPower,
                busLoad);
        grant = face.guardedChannel("computeGrantW", Unit.WATT, "rack input that power allows");
        binding = face.stateChannel("binding", Binding.NAMES, "constraint that decides the grant");
        face.command("RESET_ENERGY", "Sets the energy counters to zero.", arguments -> resetEnergy());
    }

    private Outcome resetEnergy() {
        energy.reset();
        events.raise(PowerEvent.ENERGY_RESET);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return name;
    }

    /** Rack input that power allows, in W; 0 where nothing is known. */
    public Channel computeGrantW() {
        return grant;
    }

    /** State of charge of the connected strings, a ratio. */
    public Channel socRatio() {
        return soc;
    }

    boolean passivated() {
        return modes.mode() == Mode.PASSIVATED;
    }

    /** What the array will give. */
    public ArrayOutlook arrayOutlook() {
        return arrayOutlook;
    }

    /** What the bus will draw beside the rack. */
    public BusOutlook busOutlook() {
        return busOutlook;
    }

    Battery battery() {
        return battery;
    }

    ArrayEstimate array() {
        return array;
    }

    BusEstimate bus() {
        return bus;
    }

    GrantRule rule() {
        return rule;
    }

    @Override
    public void step(Tick tick) {
        battery.read(tick.stepS());
        meters.read(battery.powerW(), tick.stepS());
        array.step(orbit, battery.powerW(), tick.stepS());
        bus.step(orbit, tick.stepS());
        rule.decide(modes.mode().payloadAllowed(), array.capabilityW(), bus, orbit);
        energy.add(meters.arrayW(), meters.busW(), battery.powerW(), tick.stepS());
        report();
        watch.report();
        batteryReport.report();
        announce();
    }

    private void report() {
        soc.set(battery.socRatio());
        arrayPower.set(meters.arrayW());
        arrayCapability.set(meters.capabilityW());
        batteryPower.set(battery.powerW());
        batteryPlan.set(rule.plannedBatteryW());
        batteryTemp.set(battery.tempK());
        busLoad.set(meters.busW());
        grant.set(rule.grantW());
        binding.set(rule.binding().ordinal());
    }

    private void announce() {
        boolean known = GrantRule.known(orbit);
        if (known != wasKnown) {
            events.raise(known ? PowerEvent.KNOWLEDGE_BACK : PowerEvent.KNOWLEDGE_LOST);
        }
        wasKnown = known;
        if (battery.gaugeValid() != gaugeWasValid) {
            events.raise(gaugeWasValid ? PowerEvent.GAUGE_LOST : PowerEvent.GAUGE_BACK, battery.socRatio());
        }
        gaugeWasValid = battery.gaugeValid();
        boolean atReserve = battery.socRatio() < rule.reserveRatio(); // margins are there to be used
        if (atReserve && !wasAtReserve) {
            events.raise(PowerEvent.RESERVE_REACHED, battery.socRatio(), rule.reserveRatio());
        }
        wasAtReserve = atReserve;
    }
}
