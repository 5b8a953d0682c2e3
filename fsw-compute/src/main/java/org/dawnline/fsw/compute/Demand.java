package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.JobState;

/**
 * What each job would draw on its GPUs: the crest of a load that swings, not its moment. A limit set by the moment would cut the
 * next crest and follow the swing.
 */
final class Demand {
    private static final double DEFAULT_WINDOW_S = 20;
    private static final double MAX_WINDOW_S = 600;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final PeakHold[] slots;
    private final Parameter windowS;

    Demand(Face face, ComputeHal rack, GpuFigures figures) {
        this.rack = rack;
        this.figures = figures;
        slots = new PeakHold[rack.jobSlotCount()];
        Arrays.setAll(slots, slot -> new PeakHold());
        windowS = face.parameter(
                "demandWindowS",
                Unit.SECOND,
                DEFAULT_WINDOW_S,
                1,
                MAX_WINDOW_S,
                "how long the crest of a job's demand is remembered at least; slower swings count as changes");
    }

    void read(double stepS) {
        for (int slot = 0; slot < slots.length; slot++) {
            JobState state = rack.jobState(slot);
            if (state == JobState.EMPTY || state == JobState.DONE) {
                slots[slot].clear();
            } else {
                slots[slot].step(known(rack.jobGpuDemandW(slot)), windowS.value(), stepS);
            }
        }
    }

    // A job that says nothing may want anything.
    private double known(double demandW) {
        return demandW > 0 ? Math.max(figures.lowestW(), Math.min(demandW, figures.highestW())) : figures.highestW();
    }

    /** Crest of what the job in a slot would draw on each of its GPUs, in W, within what a limit can be. */
    double crestW(int slot) {
        double crestW = slots[slot].highest();
        return crestW > 0 ? crestW : figures.highestW();
    }

    /** Whether the demand of a job has changed within the window. */
    boolean swings(int slot) {
        return slots[slot].highest() > slots[slot].lowest();
    }
}
