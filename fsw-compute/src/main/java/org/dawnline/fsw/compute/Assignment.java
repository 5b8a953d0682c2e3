package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/**
 * Which GPU works for which job. A job keeps the GPUs it has as long as it may have any: moving it would cost its work since the
 * last checkpoint.
 */
final class Assignment {
    static final int NO_JOB = -1;

    private final ComputeHal rack;
    private final Fleet fleet;
    private final Jobs jobs;
    private final Warmers warmers;
    private final int[] slotOf;
    private final int[] gpusOfSlot;
    private final int[] keptOfSlot;

    Assignment(ComputeHal rack, Workload workload, Warmers warmers) {
        this.rack = rack;
        this.warmers = warmers;
        fleet = workload.fleet();
        jobs = workload.jobs();
        slotOf = new int[fleet.size()];
        Arrays.fill(slotOf, NO_JOB);
        gpusOfSlot = new int[jobs.slots()];
        keptOfSlot = new int[jobs.slots()];
    }

    /** Gives {@code awake} GPUs to the jobs in their order; the rest keep the loop warm or sleep. */
    void assign(int awake) {
        Arrays.fill(gpusOfSlot, 0);
        forgetUnusable();
        int left = awake;
        for (int i = 0; i < jobs.served(); i++) {
            int slot = jobs.slot(i);
            int granted = Math.min(left, jobs.gpusWanted(slot));
            gpusOfSlot[slot] = granted;
            left -= granted;
        }
        release();
        for (int i = 0; i < jobs.served(); i++) {
            fill(jobs.slot(i));
        }
        warmers.take(slotOf, NO_JOB);
    }

    private void forgetUnusable() {
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (!fleet.usable(gpu)) {
                slotOf[gpu] = NO_JOB;
            }
        }
    }

    // Takes from every job what it may no longer have, from its last GPU backwards.
    private void release() {
        Arrays.fill(keptOfSlot, 0);
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            int slot = slotOf[gpu];
            if (slot == NO_JOB) {
                continue;
            }
            keptOfSlot[slot]++;
            if (keptOfSlot[slot] > gpusOfSlot[slot]) {
                slotOf[gpu] = NO_JOB;
            }
        }
    }

    private void fill(int slot) {
        int missing = gpusOfSlot[slot] - countOf(slot);
        missing = take(slot, GpuState.AWAKE, missing);
        missing = take(slot, GpuState.WAKING, missing);
        missing = take(slot, GpuState.ASLEEP, missing);
        gpusOfSlot[slot] -= missing;
    }

    private int countOf(int slot) {
        int count = 0;
        for (int owner : slotOf) {
            count += owner == slot ? 1 : 0;
        }
        return count;
    }

    private int take(int slot, GpuState from, int wanted) {
        int missing = wanted;
        for (int gpu = 0; gpu < slotOf.length && missing > 0; gpu++) {
            if (slotOf[gpu] == NO_JOB && fleet.usable(gpu) && rack.gpuState(gpu) == from) {
                slotOf[gpu] = slot;
                missing--;
            }
        }
        return missing;
    }

    /** Slot for which a GPU works; {@link #NO_JOB} for none. */
    int slotOf(int gpu) {
        return slotOf[gpu];
    }

    /** Whether a GPU has a job and is awake for it. */
    boolean ready(int gpu) {
        return slotOf[gpu] != NO_JOB && rack.gpuState(gpu) == GpuState.AWAKE;
    }

    /** Whether a GPU is to be awake, with a job or for its heat. */
    boolean wakes(int gpu) {
        return slotOf[gpu] != NO_JOB || warmers.warms(gpu);
    }

    /** GPUs that the job in a slot has. */
    int gpusOf(int slot) {
        return gpusOfSlot[slot];
    }
}
