package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.JobState;

/** Tells of every job that gets its first GPU or loses its last one. */
final class JobNews {
    private final ComputeHal rack;
    private final Assignment assignment;
    private final Division division;
    private final Events<ComputeEvent> events;
    private final boolean[] served;
    private final boolean[] found;

    JobNews(ComputeHal rack, Assignment assignment, Division division, Events<ComputeEvent> events) {
        this.rack = rack;
        this.assignment = assignment;
        this.division = division;
        this.events = events;
        served = new boolean[rack.jobSlotCount()];
        found = new boolean[rack.jobSlotCount()];
    }

    /** Notes what runs: what ran before this software did must not go without a word either. */
    void find() {
        for (int slot = 0; slot < found.length; slot++) {
            found[slot] = rack.jobState(slot) == JobState.RUNNING;
        }
    }

    /** Tells what has changed since the last call; {@code budgetW} is what the rack may draw. */
    void announce(double budgetW) {
        for (int slot = 0; slot < served.length; slot++) {
            boolean has = assignment.gpusOf(slot) > 0;
            if (has && !served[slot]) {
                events.raise(ComputeEvent.JOB_STARTED, slot, assignment.gpusOf(slot), division.wattsOf(slot));
            } else if (!has && (served[slot] || found[slot])) {
                tellEnd(slot, budgetW);
            }
            served[slot] = has;
            found[slot] = false;
        }
    }

    private void tellEnd(int slot, double budgetW) {
        if (rack.jobState(slot) == JobState.DONE) {
            events.raise(ComputeEvent.JOB_DONE, slot, rack.jobWorkGpuS(slot));
        } else {
            events.raise(ComputeEvent.JOB_STOPPED, slot, budgetW);
        }
    }
}
