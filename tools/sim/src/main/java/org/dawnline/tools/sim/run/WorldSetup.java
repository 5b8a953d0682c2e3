package org.dawnline.tools.sim.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dawnline.app.VehicleFile;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.sim.scenario.PlannedFault;
import org.dawnline.tools.sim.scenario.PlannedJob;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Suggestion;
import org.dawnline.tools.sim.scenario.WrongScenario;

/** Builds the world of a scenario. What the scenario overrides is overridden here and nowhere else. */
public final class WorldSetup {
    private WorldSetup() {}

    /** The unmodified profile of a vehicle. */
    public static VehicleProfile profile(Path vehicles, Scenario scenario) {
        Path file = vehicles.resolve(scenario.vehicle() + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new WrongScenario(List.of(
                    scenario.file() + ": vehicle: is \"" + scenario.vehicle() + "\"; expected a profile " + file));
        }
        return VehicleFile.read(file);
    }

    /** The profile with what the scenario overrides. */
    public static VehicleProfile truth(VehicleProfile profile, Scenario scenario) {
        VehicleProfile truth = profile;
        for (Map.Entry<String, Scenario.ProfileChange> change :
                scenario.overrides().entrySet()) {
            if (!profile.has(change.getKey())) {
                throw new WrongScenario(
                        change.getValue().place(),
                        "is nothing that vehicle " + profile.name() + " has; "
                                + Suggestion.forName(change.getKey(), profile.keys()));
            }
            truth = truth.with(change.getKey(), change.getValue().value());
        }
        return truth;
    }

    /** The world in its state at the start, with the vehicle's ground stations. */
    public static SimWorld world(VehicleProfile truth, Scenario scenario, long periodNanos) {
        int stepMillis = (int) (periodNanos / 1_000_000L);
        try {
            return new SimWorld(truth, scenario.world().withStepMillis(stepMillis));
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(List.of(scenario.file() + ": no such world: " + e.getMessage()));
        }
    }

    /**
     * Plans jobs and faults.
     *
     * @param members members of the flight software, which a fault can slow down
     * @param lost hears of jobs that found no slot
     */
    public static void plan(Scenario scenario, SimWorld world, List<String> members, Consumer<Breach> lost) {
        for (PlannedJob job : scenario.jobs()) {
            planJob(job, world, lost);
        }
        for (PlannedFault fault : scenario.faults()) {
            planFault(fault, world, members);
        }
    }

    private static void planJob(PlannedJob job, SimWorld world, Consumer<Breach> lost) {
        if (job.at().relative() || job.at().offsetS() > 0) {
            world.schedule(job.at(), () -> arrive(job, world, lost));
            return;
        }
        try {
            int slot = world.addJob(job.spec());
            if (job.runningGpus() > 0) {
                world.startJob(slot, job.runningGpus());
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new WrongScenario(job.place(), String.valueOf(e.getMessage()));
        }
    }

    // A job that finds no slot is lost, and that is a hard limit: customers must not lose jobs silently.
    private static void arrive(PlannedJob job, SimWorld world, Consumer<Breach> lost) {
        try {
            world.addJob(job.spec());
        } catch (IllegalStateException e) {
            double timeS = world.state().timeS();
            lost.accept(new Breach("JOB_LOST", 0, timeS, timeS, 1, 0));
        }
    }

    private static void planFault(PlannedFault fault, SimWorld world, List<String> members) {
        if (fault.fault().equals(PlannedFault.MEMBER_SLOW) && !members.contains(fault.target())) {
            throw new WrongScenario(
                    fault.place(),
                    "target is \"" + fault.target() + "\", which is no member of the flight software; "
                            + Suggestion.forName(fault.target(), members));
        }
        if (fault.steps() > 0) {
            world.schedule(fault.at(), () -> world.chargeMember(fault.target(), fault.value(), fault.steps()));
            return;
        }
        try {
            world.schedule(fault.at(), fault.fault(), fault.target(), fault.value());
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(fault.place(), String.valueOf(e.getMessage()));
        }
    }
}
