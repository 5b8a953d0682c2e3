package org.dawnline.sim;

import org.dawnline.sim.compute.JobBoard;
import org.dawnline.sim.radiation.Radiation;

/** The switches behind the table of faults. */
final class FaultPanel {
    private static final String XID = "gpu.xid";

    private final Models models;
    private final SimClock clock;
    private final SimNavigation navigation;
    private final SimStorage storage;
    private final PowerFaultPanel powerPanel;
    private final RadiationFaultPanel radiationPanel;
    private final RackFaultPanel rackPanel;
    private final LinkFaultPanel linkPanel;

    FaultPanel(Models models, SimClock clock, SimNavigation navigation, SimStorage storage, Radiation radiation) {
        this.models = models;
        this.clock = clock;
        this.navigation = navigation;
        this.storage = storage;
        powerPanel = new PowerFaultPanel(models.plant);
        radiationPanel = new RadiationFaultPanel(radiation);
        rackPanel = new RackFaultPanel(models.rack, models.poll);
        linkPanel = new LinkFaultPanel(models.terminals, models.messages);
    }

    /** Refuses a fault that does not exist, a target that this vehicle does not have, and a value out of range. */
    void check(String name, String target, double value) {
        Fault fault = Faults.named(name);
        index(fault, target);
        Faults.requireValue(fault, value);
        if (name.equals(XID)) {
            models.rack.mishaps().requireXid(value);
        }
    }

    /** Does it; checks everything first. */
    void inject(String name, String target, double value, double nowS) {
        check(name, target, value);
        int index = index(Faults.named(name), target);
        switch (name) {
            case "clock.jump" -> clock.jumpUtc(value);
            case "member.slow" -> clock.charge(target, value, Integer.MAX_VALUE);
            default -> injectModel(name, index, value, nowS);
        }
    }

    private void injectModel(String name, int index, double value, double nowS) {
        switch (name.substring(0, name.indexOf('.'))) {
            case "array", "battery", "load", "string" -> powerPanel.inject(name, index, value);
            case "cloud", "laser", "message", "rf" -> linkPanel.inject(name, index, value);
            case "coolant", "filter", "flow", "heater", "pump", "radiator", "valve", "wing" ->
                LoopFaults.inject(models.loop, name, index, value);
            case "driver", "gpu", "job", "nvml", "tray" -> rackPanel.inject(name, index, value, nowS);
            case "nav" -> navigation.inject(name, value);
            case "radiation" -> radiationPanel.inject(name, value, nowS);
            case "storage" -> injectStorage(name, value);
            default -> models.desk.inject(name, index, value, nowS);
        }
    }

    private void injectStorage(String name, double value) {
        switch (name) {
            case "storage.fail" -> storage.failWrites((int) value);
            case "storage.flip" -> storage.flip((int) value);
            case "storage.full" -> storage.limit((long) value);
            case "storage.torn" -> storage.tearWrites((int) value);
            default -> throw missing(name);
        }
    }

    static IllegalStateException missing(String name) {
        return new IllegalStateException("the table has " + name + ", the panel does not");
    }

    /** The target as a number; 0 where the fault has none. */
    private int index(Fault fault, String target) {
        return switch (fault.target()) {
            case "arrayWing" -> number(fault, target, models.plant.array().wingCount());
            case "slot" -> number(fault, target, JobBoard.SLOTS);
            case "gpu" -> number(fault, target, models.rack.gpuCount());
            case "heater" -> number(fault, target, models.loop.plumbing().heaterCount());
            case "laser" -> number(fault, target, models.terminals.laserCount());
            case "load" -> load(fault, target);
            case "pump" -> number(fault, target, models.loop.plumbing().pumpCount());
            case "radio" -> number(fault, target, models.terminals.count() - models.terminals.laserCount());
            case "sensor" -> models.desk.find(target);
            case "site" -> site(fault, target);
            case "string" -> number(fault, target, models.plant.battery().stringCount());
            case "tray" -> number(fault, target, models.rack.trayCount());
            case "wing" -> number(fault, target, models.loop.plumbing().wingCount());
            case "member" -> member(fault, target);
            default -> 0;
        };
    }

    private int load(Fault fault, String target) {
        int named = models.plant.loads().find(target);
        return named >= 0 ? named : number(fault, target, models.plant.loads().count());
    }

    private int site(Fault fault, String target) {
        int named = models.siteNames.indexOf(target);
        return named >= 0 ? named : number(fault, target, models.siteNames.size());
    }

    private static int member(Fault fault, String target) {
        if (target.isEmpty()) {
            throw new IllegalArgumentException(
                    "fault " + fault.name() + " needs the name of a member of the flight software");
        }
        return 0;
    }

    private static int number(Fault fault, String target, int count) {
        int index = target.matches("\\d{1,4}") ? Integer.parseInt(target) : -1;
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("fault " + fault.name() + ": no " + fault.target() + " " + target
                    + "; expected " + (count == 0 ? "nothing, this vehicle has none" : "0 to " + (count - 1)));
        }
        return index;
    }
}
