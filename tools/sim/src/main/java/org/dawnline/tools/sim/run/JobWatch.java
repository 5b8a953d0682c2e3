package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.compute.JobBoard;

/**
 * A job that loses all its GPUs or its slot must be told of by an event soon. One that is not, and never gets on again, is lost, and
 * that breaks a hard limit.
 */
final class JobWatch implements Invariant {
    private static final double LOOK_INTERVAL_S = 1;
    private static final double PATIENCE_S = 10;

    /** Events that tell of one slot, their first argument, and events that tell of all. */
    private static final Set<String> OF_ONE = Set.of("compute.JOB_STOPPED", "compute.JOB_DONE");

    private static final Set<String> OF_ALL = Set.of("compute.TRAYS_CUT");

    private final WorldState world;
    private final List<Breach> breaches = new ArrayList<>();
    private final JobState[] states = new JobState[JobBoard.SLOTS];
    private final double[] toldS = new double[JobBoard.SLOTS];
    private final double[] stoppedS = new double[JobBoard.SLOTS];
    private double nextLookS;

    JobWatch(WorldState world) {
        this.world = world;
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            states[slot] = JobState.EMPTY;
            toldS[slot] = Double.NEGATIVE_INFINITY;
            stoppedS[slot] = Double.NaN;
        }
    }

    /** A job came and found no slot. */
    void turnedAway() {
        breaches.add(new Breach("JOB_LOST", 0, world.timeS(), world.timeS(), 1, 0));
    }

    @Override
    public void event(String name, double argument) {
        if (OF_ONE.contains(name) && argument >= 0 && argument < JobBoard.SLOTS) {
            toldS[(int) argument] = world.timeS();
        } else if (OF_ALL.contains(name)) {
            Arrays.fill(toldS, world.timeS());
        }
    }

    @Override
    public void look(boolean up) {
        if (world.timeS() < nextLookS) {
            return;
        }
        nextLookS = world.timeS() + LOOK_INTERVAL_S;
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            look(slot, up);
        }
    }

    private void look(int slot, boolean up) {
        JobState now = world.jobState(slot);
        if (states[slot] == JobState.RUNNING && (now == JobState.WAITING || now == JobState.EMPTY)) {
            stoppedS[slot] = world.timeS();
        }
        states[slot] = now;
        if (Math.abs(toldS[slot] - stoppedS[slot]) <= PATIENCE_S) {
            stoppedS[slot] = Double.NaN;
        } else if (!up) {
            // Nobody can tell of it yet.
            stoppedS[slot] = Double.isNaN(stoppedS[slot]) ? Double.NaN : world.timeS();
        } else if (now == JobState.EMPTY && world.timeS() - stoppedS[slot] > PATIENCE_S) {
            breaches.add(new Breach("JOB_LOST", slot, stoppedS[slot], world.timeS(), 1, 0));
            stoppedS[slot] = Double.NaN;
        } else if (now == JobState.RUNNING || now == JobState.DONE) {
            // It has got on again: nothing is lost but time.
            stoppedS[slot] = Double.NaN;
        }
    }

    @Override
    public List<Breach> breaches() {
        List<Breach> all = new ArrayList<>(breaches);
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            if (world.timeS() - stoppedS[slot] > PATIENCE_S) {
                all.add(new Breach("JOB_LOST", slot, stoppedS[slot], world.timeS(), 1, 0));
            }
        }
        return all;
    }
}
