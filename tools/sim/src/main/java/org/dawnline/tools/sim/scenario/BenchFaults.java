package org.dawnline.tools.sim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawnline.sim.Fault;
import org.dawnline.sim.Faults;

/** What a scenario can do beyond the simulated world: to the process of the flight software, its members and files, and to the broker. */
public final class BenchFaults {
    /** Ends the process of the flight software without warning. */
    public static final String KILL = "flight.kill";

    /** Lets the next steps of a member throw. */
    public static final String THROW = "member.throw";

    /** Lets a step of a member never return. */
    public static final String HANG = "member.hang";

    /** Leaves half of a file. */
    public static final String TEAR = "store.tear";

    /** Breaks the connection to the broker. */
    public static final String BROKER = "broker.restart";

    private static final double LONGEST_S = 1e6;

    private static final List<Fault> CATALOGUE = List.of(
            new Fault(
                    BROKER,
                    "",
                    "time away, s",
                    0,
                    LONGEST_S,
                    "The broker goes away, comes back and delivers again whatever it does not know to be delivered."),
            new Fault(
                    KILL,
                    "",
                    "time to the new process, s",
                    0,
                    LONGEST_S,
                    "The flight software's process is killed (SIGKILL); a new one finds only what was stored."),
            new Fault(
                    HANG,
                    "member",
                    "",
                    0,
                    0,
                    "Its next step does not return, and no cycle goes on, until the watchdog restarts the computer."),
            new Fault(
                    THROW,
                    "member",
                    "steps",
                    0,
                    LONGEST_S,
                    "So many of its next steps throw at their end, also after a restart; 0 ends it."),
            new Fault(
                    TEAR, "file", "", 0, 0, "That file of the store is cut in half, as by a power cut while writing."));

    private BenchFaults() {}

    /** All of them, sorted by name. */
    public static List<Fault> catalogue() {
        return CATALOGUE;
    }

    /** These and the world's together, sorted by name. */
    public static List<Fault> all() {
        List<Fault> all = new ArrayList<>(Faults.catalogue());
        all.addAll(CATALOGUE);
        all.sort(Comparator.comparing(Fault::name));
        return List.copyOf(all);
    }

    /** Whether the target of that fault is a member of the flight software. */
    public static boolean ofMember(String name) {
        return name.equals(THROW) || name.equals(HANG) || name.equals(PlannedFault.MEMBER_SLOW);
    }

    /** Whether the world knows nothing of that fault. */
    public static boolean has(String name) {
        return CATALOGUE.stream().anyMatch(fault -> fault.name().equals(name));
    }
}
