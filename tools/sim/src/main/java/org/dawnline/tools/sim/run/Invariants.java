package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventDeclaration;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Violation;
import org.dawnline.sim.Violation.Kind;
import org.dawnline.sim.WorldState;

/** What must hold in every flight: the world's hard limits, and what flight software owes whatever the scenario is. */
final class Invariants implements Recorder {
    private final SimWorld world;
    private final WorldState state;
    private final JobWatch jobs;
    private final EndWatch end;
    private final List<Invariant> all;
    private final ExecutiveWatch executiveWatch = new ExecutiveWatch();
    private List<EventDeclaration> declarations = List.of();

    Invariants(SimWorld world) {
        this.world = world;
        state = world.state();
        jobs = new JobWatch(state);
        end = new EndWatch(state);
        all = List.of(new SafeModeWatch(state), new RestartWatch(state), jobs, end);
    }

    /** What watches over the jobs. */
    JobWatch jobs() {
        return jobs;
    }

    /** Takes note of the present step. */
    void look(FlightComputer computer) {
        executiveWatch.look(computer, state.timeS());
        for (int i = 0; i < all.size(); i++) {
            all.get(i).look(computer.up());
        }
    }

    @Override
    public void begin(Dictionary dictionary) {
        declarations = dictionary.events();
        all.forEach(invariant -> invariant.booted(dictionary));
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {}

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        for (int i = 0; i < events.count(); i++) {
            for (int a = 0; a < all.size(); a++) {
                all.get(a).event(declarations.get(events.id(i)).name(), events.argument(i, 0));
            }
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {}

    /** Everything that was broken. */
    List<Breach> breaches(FlightComputer computer, Ground ground) {
        List<Breach> breaches = new ArrayList<>();
        for (Violation v : world.violations()) {
            if (!wanted(v, computer) && !end.covers(v)) {
                breaches.add(new Breach(v.kind().name(), v.target(), v.startS(), v.endS(), v.worst(), v.limit()));
            }
        }
        if (world.violationsDropped() > 0) {
            breaches.add(new Breach(
                    "VIOLATIONS_NOT_LISTED", 0, state.timeS(), Double.NaN, world.violationsDropped(), breaches.size()));
        }
        all.forEach(invariant -> breaches.addAll(invariant.breaches()));
        breaches.addAll(end.breaches(ground));
        breaches.addAll(executiveWatch.breaches(computer, state.timeS()));
        breaches.addAll(ground.breaches(state.timeS()));
        return breaches;
    }

    // A watchdog is there to bite when the process is dead.
    private boolean wanted(Violation violation, FlightComputer computer) {
        double timeoutS = world.watchdog().timeoutS();
        return violation.kind() == Kind.WATCHDOG_BITE
                && computer.outages().stream()
                        .anyMatch(outage -> violation.startS() >= outage.startS()
                                && violation.startS() <= outage.endS() + timeoutS);
    }
}
