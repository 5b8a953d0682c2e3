package org.dawnline.tools.sim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.sim.WorldOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario file says, checked as far as that goes without a satellite. Immutable.
 *
 * @param file the file that it came from, as it was named
 * @param name its name
 * @param description what happens and what is to be shown
 * @param row which of the mission's numbered scenarios it is; empty for none
 * @param notYet why flight software does not pass it yet; null when it does
 * @param vehicle name of the vehicle profile
 * @param world seed, epoch, orbit and state at the start; stations are the vehicle's
 * @param length how long to fly
 * @param shortened whether that is not what the file says, so that late criteria may find nothing to judge
 * @param overrides values of the profile that are different in the simulated world
 * @param jobs the workload
 * @param faults what breaks
 * @param telecommands what the ground sends
 * @param attacks what others send
 * @param criteria what must hold
 */
public record Scenario(
        String file,
        String name,
        String description,
        String row,
        @Nullable NotYet notYet,
        String vehicle,
        WorldOptions world,
        FlightLength length,
        boolean shortened,
        SortedMap<String, ProfileChange> overrides,
        List<PlannedJob> jobs,
        List<FaultRule> faults,
        List<PlannedTelecommand> telecommands,
        List<PlannedAttack> attacks,
        List<Criterion> criteria) {
    /** Copies the lists. */
    public Scenario {
        overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
        jobs = List.copyOf(jobs);
        faults = List.copyOf(faults);
        telecommands = List.copyOf(telecommands);
        attacks = List.copyOf(attacks);
        criteria = List.copyOf(criteria);
    }

    /**
     * A value of the profile that is different in the simulated world.
     *
     * @param place where it stands
     * @param value the value, in the unit of the profile
     */
    public record ProfileChange(Place place, double value) {}

    /** The same scenario with another seed. */
    public Scenario withSeed(long seed) {
        return withWorld(world.withSeed(seed));
    }

    /** The same scenario flown for another time. */
    public Scenario withLength(FlightLength newLength) {
        Draft draft = new Draft(this);
        draft.length = newLength;
        draft.shortened = true;
        return draft.scenario();
    }

    /** The same scenario on another vehicle. */
    public Scenario withVehicle(String newVehicle) {
        Draft draft = new Draft(this);
        draft.vehicle = newVehicle;
        return draft.scenario();
    }

    /** The same scenario with another workload. */
    public Scenario withJobs(List<PlannedJob> newJobs) {
        Draft draft = new Draft(this);
        draft.jobs = newJobs;
        return draft.scenario();
    }

    /** The same scenario with other faults. */
    public Scenario withFaults(List<FaultRule> newFaults) {
        Draft draft = new Draft(this);
        draft.faults = newFaults;
        return draft.scenario();
    }

    /** The same scenario in a world that starts otherwise. */
    public Scenario withWorld(WorldOptions newWorld) {
        Draft draft = new Draft(this);
        draft.world = newWorld;
        return draft.scenario();
    }

    /** The same scenario with other criteria. */
    public Scenario withCriteria(List<Criterion> newCriteria) {
        Draft draft = new Draft(this);
        draft.criteria = newCriteria;
        return draft.scenario();
    }

    /** The same with the vehicle's truth drawn within ± this ratio, by the seed. */
    public Scenario withTruthSpread(double ratio) {
        return withWorld(world.withTruthSpreadRatio(ratio));
    }

    /** Whether the simulated vehicle is the profile's, neither drawn nor overridden. */
    public boolean nominalTruth() {
        return overrides.isEmpty() && !(world.truthSpreadRatio() > 0);
    }

    /** Its seed. */
    public long seed() {
        return world.seed();
    }

    /** The values of a scenario on their way into another one; written only while that is made. */
    private static final class Draft {
        private final String file;
        private final String name;
        private final String description;
        private final String row;
        private final @Nullable NotYet notYet;
        private String vehicle;
        private WorldOptions world;
        private FlightLength length;
        private boolean shortened;
        private final SortedMap<String, ProfileChange> overrides;
        private List<PlannedJob> jobs;
        private List<FaultRule> faults;
        private final List<PlannedTelecommand> telecommands;
        private final List<PlannedAttack> attacks;
        private List<Criterion> criteria;

        private Draft(Scenario from) {
            file = from.file;
            name = from.name;
            description = from.description;
            row = from.row;
            notYet = from.notYet;
            vehicle = from.vehicle;
            world = from.world;
            length = from.length;
            shortened = from.shortened;
            overrides = from.overrides;
            jobs = from.jobs;
            faults = from.faults;
            telecommands = from.telecommands;
            attacks = from.attacks;
            criteria = from.criteria;
        }

        private Scenario scenario() {
            return new Scenario(
                    file,
                    name,
                    description,
                    row,
                    notYet,
                    vehicle,
                    world,
                    length,
                    shortened,
                    overrides,
                    jobs,
                    faults,
                    telecommands,
                    attacks,
                    criteria);
        }
    }
}
