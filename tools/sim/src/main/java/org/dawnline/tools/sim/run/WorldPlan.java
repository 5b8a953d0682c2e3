package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.ground.Suggestion;
import org.dawnline.tools.sim.scenario.BenchFaults;
import org.dawnline.tools.sim.scenario.PlannedFault;
import org.dawnline.tools.sim.scenario.PlannedJob;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;
import org.dawnline.tools.sim.scenario.WrongScenario;

/** Puts the jobs and the faults of a scenario into the world's timeline. */
public final class WorldPlan {
    private final SimWorld world;
    private final Timetable timetable;
    private final List<String> members;
    private final Runnable turnedAway;

    /**
     * A plan of that world.
     *
     * @param members members of the flight software, which a fault can slow down
     * @param turnedAway is run for every job that finds no slot
     */
    public WorldPlan(SimWorld world, Timetable timetable, List<String> members, Runnable turnedAway) {
        this.world = world;
        this.timetable = timetable;
        this.members = List.copyOf(members);
        this.turnedAway = turnedAway;
    }

    /** Plans everything that the world itself does; refuses what does not fit the vehicle. */
    public void plan(Scenario scenario) {
        scenario.jobs().forEach(this::job);
        for (PlannedFault fault : timetable.faults()) {
            requireMember(fault);
            if (!BenchFaults.has(fault.fault())) {
                fault(fault);
            }
        }
    }

    private void job(PlannedJob job) {
        Trigger at = timetable.trigger(job.at(), job.place());
        if (at.relative() || at.offsetS() > 0) {
            world.schedule(at, () -> arrive(job));
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
    private void arrive(PlannedJob job) {
        try {
            world.addJob(job.spec());
        } catch (IllegalStateException e) {
            turnedAway.run();
        }
    }

    private void fault(PlannedFault fault) {
        try {
            if (fault.steps() > 0) {
                world.schedule(fault.at(), () -> world.chargeMember(fault.target(), fault.value(), fault.steps()));
            } else {
                world.schedule(fault.at(), fault.fault(), fault.target(), fault.value());
            }
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(fault.place(), String.valueOf(e.getMessage()));
        }
    }

    private void requireMember(PlannedFault fault) {
        if (BenchFaults.ofMember(fault.fault()) && !members.contains(fault.target())) {
            throw new WrongScenario(
                    fault.place(),
                    "target is \"" + fault.target() + "\", which is no member of the flight software; "
                            + Suggestion.forName(fault.target(), members));
        }
    }
}
