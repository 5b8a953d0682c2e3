package org.dawnline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dawnline.fsw.comms.CommsManager;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.TelecommandReceiver;
import org.dawnline.fsw.comms.VersionManager;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.boot.BootLedger;
import org.dawnline.fsw.core.boot.BootPhase;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.fsw.core.health.HealthMonitor;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.core.orbit.GroundStation;
import org.dawnline.fsw.core.record.FlightRecorder;
import org.dawnline.fsw.core.sequence.EnergyReserve;
import org.dawnline.fsw.core.sequence.Sequencer;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.fsw.core.store.ParameterTable;
import org.dawnline.fsw.core.store.StateKeeper;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.power.ArrayKeeper;
import org.dawnline.fsw.power.BatteryKeeper;
import org.dawnline.fsw.power.LoadShedder;
import org.dawnline.fsw.power.Passivation;
import org.dawnline.fsw.power.PowerManager;
import org.dawnline.fsw.power.PowerReflex;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;

/**
 * One spacecraft: every component is constructed here, in the order of the data flow, and listed here in the order of its
 * steps. A component can only be handed ports that exist already, so Java itself proves that the flow has no hidden loop. What the
 * vehicle does not have is not constructed, and so not in its dictionary.
 */
public final class Spacecraft {
    private final Executive executive;
    private final GroundLink groundLink;
    private final Records records;
    private final BootLedger bootLedger;
    private final ComputerCare care;
    private final TableManager tables;
    private final Sequencer sequencer;
    private final ModeManager modes;

    /**
     * Wires a spacecraft; it does nothing until {@link #executive()} runs.
     *
     * @param hal the devices, real or simulated
     * @param vehicle the unmodified profile of the vehicle
     * @param wire the way to the ground
     * @param worker does what takes longer than a cycle
     */
    public Spacecraft(Hal hal, VehicleProfile vehicle, Wire wire, Worker worker, SpacecraftOptions options) {
        bootLedger = BootLedger.open(hal, options.starts()); // first, since what comes next may be what fails
        Registrar r = new Registrar();

        // Services
        modes = new ModeManager(r.component("mode"));
        care = new ComputerCare(r, hal, modes, bootLedger, worker);
        CommandDispatcher commands = new CommandDispatcher(r.component("command"), hal.clock(), modes);
        ParameterTable parameters = new ParameterTable(r.component("parameters"), r);
        StateKeeper state = new StateKeeper(r.component("state"), r, modes, hal.storage(), worker);
        r.savedBy(state);
        FlightDynamics orbit =
                new FlightDynamics(r.component("orbit"), hal.navigation(), worker, GroundStation.of(vehicle));
        Autonomy autonomy = new Autonomy(r, commands, modes, orbit, worker, options.archive(), hal.storage());
        sequencer = autonomy.sequencer();

        // Power serves the bus, with or without a rack
        PowerManager power =
                new PowerManager(r.component("power"), hal.power(), hal.compute(), vehicle, orbit.forecast(), modes);
        PowerReflex powerReflex =
                new PowerReflex(r.component("powerReflex"), hal.power(), hal.compute(), vehicle, orbit.forecast());
        LoadShedder loads = new LoadShedder(r.component("loads"), hal.power(), vehicle, powerReflex, modes);
        BatteryKeeper battery = new BatteryKeeper(r.component("battery"), hal.power(), vehicle, powerReflex, modes);
        ArrayKeeper array = new ArrayKeeper(r.component("array"), hal.power(), vehicle, orbit.forecast(), power);
        Passivation passivation = new Passivation(r.component("passivation"), hal.power(), modes, power.socRatio());
        List<Component> regulation = new ArrayList<>(List.of(care.boot(), orbit, power, array, passivation));
        List<Component> reflexes = new ArrayList<>(List.of(powerReflex, battery, loads));
        List<Component> optional = new ArrayList<>(List.of(orbit));
        if (vehicle.has("rack.trays")) {
            Payload payload = new Payload(r, hal, vehicle, worker, modes, orbit, power, powerReflex);
            regulation.addAll(payload.regulation());
            reflexes.addAll(payload.reflexes());
            optional.add(payload.planner());
        }

        // The ground
        GuardedMemory memory = TelecommandReceiver.memoryBeside(r.memory());
        CommandJournal journal = new DurableCommandJournal(hal.storage(), options.archive(), memory);
        TelecommandReceiver receiver = new TelecommandReceiver(
                options.satellite(), options.keys(), memory, journal, hal.clock(), commands.mailbox());
        groundLink = new GroundLink(options.satellite(), hal.clock(), wire, receiver, commands);
        groundLink.keepEventsIn(options.archive());
        records = new Records(r, options, worker, groundLink, Timetable.FRAMES);
        records.watchedBy(care.health());
        CommsManager comms =
                new CommsManager(r.component("comms"), hal.links(), vehicle, orbit.forecast(), modes, groundLink);
        comms.runs(state::bootCount, options.versions());

        // What looks at all others
        Watch watch = new Watch(r, commands, sequencer, modes, options, worker);
        regulation.addAll(List.of(comms, state, records.member()));
        regulation.addAll(autonomy.regulation());
        regulation.addAll(care.members());
        regulation.addAll(watch.regulation());
        reflexes.addAll(watch.reflexes());

        // Tables come before all who read them, then what sequences have to say
        List<Table<?>> kinds = new ArrayList<>(watch.tables());
        kinds.add(care.leapSeconds());
        kinds.addAll(autonomy.tables());
        tables = new TableManager(r.component("tables"), worker, options.archive(), kinds);
        reflexes.addAll(0, autonomy.reflexes());
        reflexes.add(0, tables.boundary());

        VersionManager versions = new VersionManager(r.component("versions"), groundLink, options.versions(), tables);
        List<RateGroup> schedule =
                new Timetable(options.periodNanos()).of(reflexes, regulation, List.of(parameters, tables, versions));

        care.boot().enter(BootPhase.WIRE);
        ExecutiveSettings settings = new ExecutiveSettings(options.periodNanos(), "regulation");
        executive = wired(new Executive(settings, hal, r, commands, modes, schedule), r);
        care.boot().enter(BootPhase.LOAD_TABLES);
        autonomy.restore(journal);
        load(state, vehicle, power.socRatio());
        care.watch(executive, new EntrySequences(sequencer), groundLink::reportsHeard);
        spare(optional);
        watch.begin(executive.dictionary(), groundLink);
        executive.attach(groundLink);
        records.attachTo(executive);
    }

    // Java has proven that every port has a channel; that somebody sets it is proven here.
    private static Executive wired(Executive built, Registrar r) {
        r.checkSources(new TreeSet<>(built.dictionary().enumeration("member")));
        return built;
    }

    // After too many failed starts what was stored may be what fails.
    private void load(StateKeeper state, VehicleProfile vehicle, Channel socRatio) {
        sequencer.suppliedBy(EnergyReserve.of(vehicle), socRatio);
        StandardTables standards = new StandardTables(vehicle);
        if (bootLedger.safeTopology()) {
            tables.beginWithStandards(executive.dictionary(), standards::text);
            state.restoreWithDefaults();
        } else {
            tables.begin(executive.dictionary(), standards::text);
            state.restore();
        }
    }

    // Planners: without them the plain rules hold.
    private void spare(List<Component> optional) {
        optional.forEach(executive::makeOptional);
        if (bootLedger.safeTopology()) {
            optional.forEach(executive::leaveOut);
        }
    }

    /** What runs it. */
    public Executive executive() {
        return executive;
    }

    /** Its modes. */
    public ModeManager modes() {
        return modes;
    }

    /** Its sequencer. */
    public Sequencer sequencer() {
        return sequencer;
    }

    /** Its tables. */
    public TableManager tables() {
        return tables;
    }

    /** What watches its threads; more can be added before it flies. */
    public HealthMonitor health() {
        return care.health();
    }

    /** Where it writes down how it ends. */
    public BootLedger bootLedger() {
        return bootLedger;
    }

    /** What it leaves behind for those who ask why it died. */
    public FlightRecorder flightRecorder() {
        return records.recorder();
    }

    /** Its side of the link; somebody must pump it. */
    public GroundLink groundLink() {
        return groundLink;
    }
}
