package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.sim.scenario.BenchFaults;
import org.dawnline.tools.sim.scenario.PlannedAttack;
import org.dawnline.tools.sim.scenario.PlannedFault;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;

/** Puts everything that a scenario plans into the world's timeline, also what happens to flight software and to the ground. */
final class Plan {
    private final SimWorld world;
    private final Timetable timetable;
    private final FlightComputer computer;
    private final Ground ground;
    private final JobWatch jobs;

    Plan(SimWorld world, Timetable timetable, FlightComputer computer, Ground ground, JobWatch jobs) {
        this.world = world;
        this.timetable = timetable;
        this.computer = computer;
        this.ground = ground;
        this.jobs = jobs;
    }

    /** Plans everything; refuses what fits neither vehicle nor flight software. */
    void all(Scenario scenario) {
        new WorldPlan(world, timetable, computer.dictionary().enumeration("member"), jobs::turnedAway).plan(scenario);
        for (PlannedFault fault : timetable.faults()) {
            if (BenchFaults.has(fault.fault())) {
                world.schedule(fault.at(), () -> strike(fault));
            }
        }
        List<PlannedTelecommand> telecommands = scenario.telecommands();
        for (int i = 0; i < telecommands.size(); i++) {
            telecommand(i, telecommands.get(i), computer.dictionary());
        }
        scenario.attacks().forEach(this::attack);
    }

    private void strike(PlannedFault fault) {
        switch (fault.fault()) {
            case BenchFaults.KILL -> computer.kill(fault.value());
            case BenchFaults.THROW -> computer.members().throwIn(fault.target(), (int) fault.value());
            case BenchFaults.HANG -> computer.members().hangIn(fault.target());
            case BenchFaults.BROKER -> ground.breakConnection(fault.value());
            case BenchFaults.TEAR -> new TornFile(computer.storage()).tear(fault.target());
            default -> throw new IllegalStateException("the table has " + fault.fault() + ", the bench does not");
        }
    }

    private void telecommand(int number, PlannedTelecommand telecommand, Dictionary dictionary) {
        ground.check(telecommand, dictionary);
        world.schedule(
                timetable.trigger(telecommand.at(), telecommand.place()),
                () -> ground.send(number, telecommand, world.state().utcNanos()));
    }

    private void attack(PlannedAttack attack) {
        world.schedule(timetable.trigger(attack.at(), attack.place()), () -> ground.attack(attack));
    }
}
