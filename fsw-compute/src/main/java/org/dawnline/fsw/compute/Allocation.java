package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/**
 * Which GPU works for which job, with how many watts. A job keeps the GPUs it has as long as it may have any: moving it would
 * cost its work since the last checkpoint. Watts are shared equally among the GPUs that can use them.
 */
final class Allocation {
    static final int NO_JOB = -1;
    private static final int UNKNOWN_JOB = -2;
    /** Smaller changes of a limit are not worth a call to the device. */
    private static final double SMALLEST_CHANGE_W = 0.5;
    /** A GPU this far above its greatest operating temperature is slowed, over {@link #DERATE_SPAN_K}. */
    private static final double DERATE_FROM_K = 1;

    private static final double DERATE_SPAN_K = 3;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final Fleet fleet;
    private final Jobs jobs;
    private final Demand demand;
    private final Warmers warmers;
    private final int[] slotOf;
    private final int[] sentSlot;
    private final double[] limitW;
    private final double[] sentW;
    private final int[] gpusOfSlot;
    private final int[] keptOfSlot;
    private final int[] readyOfSlot;
    private final double[] wattsOfSlot;
    private double allocatedW;

    Allocation(ComputeHal rack, Workload workload, Warmers warmers) {
        this.rack = rack;
        this.warmers = warmers;
        figures = workload.figures();
        fleet = workload.fleet();
        jobs = workload.jobs();
        demand = workload.demand();
        slotOf = filled(fleet.size(), NO_JOB);
        sentSlot = filled(fleet.size(), UNKNOWN_JOB);
        limitW = new double[fleet.size()];
        sentW = new double[fleet.size()];
        Arrays.fill(sentW, Double.NaN);
        gpusOfSlot = new int[jobs.slots()];
        keptOfSlot = new int[jobs.slots()];
        readyOfSlot = new int[jobs.slots()];
        wattsOfSlot = new double[jobs.slots()];
    }

    private static int[] filled(int size, int value) {
        int[] array = new int[size];
        Arrays.fill(array, value);
        return array;
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

    /** Divides the GPUs' budget: equally, but to no GPU more than its job can use. */
    void divide(double gpuBudgetW) {
        countReady();
        double leftW = gpuBudgetW - idleDrawW();
        int open = 0;
        for (int slot = 0; slot < readyOfSlot.length; slot++) {
            wattsOfSlot[slot] = Double.NaN;
            open += readyOfSlot[slot];
        }
        int closed = -1;
        for (int pass = 0; pass < readyOfSlot.length && open > 0 && closed != 0; pass++) {
            double shareW = leftW / open;
            closed = 0;
            for (int slot = 0; slot < readyOfSlot.length; slot++) {
                if (isOpen(slot) && demand.crestW(slot) <= shareW) {
                    wattsOfSlot[slot] = demand.crestW(slot);
                    leftW -= readyOfSlot[slot] * demand.crestW(slot);
                    closed += readyOfSlot[slot];
                }
            }
            open -= closed;
        }
        fix(open > 0 ? leftW / open : 0);
    }

    // Only a GPU that is awake can draw its share; one that is waking gets it once it is.
    private void countReady() {
        Arrays.fill(readyOfSlot, 0);
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (ready(gpu)) {
                readyOfSlot[slotOf[gpu]]++;
            }
        }
    }

    private boolean ready(int gpu) {
        return slotOf[gpu] != NO_JOB && rack.gpuState(gpu) == GpuState.AWAKE;
    }

    private boolean isOpen(int slot) {
        return readyOfSlot[slot] > 0 && Double.isNaN(wattsOfSlot[slot]);
    }

    private void fix(double shareW) {
        double openW = shareW > 0 ? Math.min(shareW, figures.highestW()) : 0;
        allocatedW = idleDrawW();
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            double fixedW = slotOf[gpu] == NO_JOB ? 0 : wattsOfSlot[slotOf[gpu]];
            double watts = Double.isNaN(fixedW) ? openW : fixedW;
            limitW[gpu] = Math.max(figures.lowestW(), watts);
            allocatedW += ready(gpu) ? limitW[gpu] : 0;
        }
    }

    // GPUs that don't work yet or no more; one that is asked to wake draws more at once. Those that cannot be used draw
    // what they draw.
    private double idleDrawW() {
        double sum = fleet.unusablePowerW(figures.idleW());
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (fleet.usable(gpu) && !ready(gpu)) {
                boolean staysAsleep = !wakes(gpu) && rack.gpuState(gpu) == GpuState.ASLEEP;
                sum += staysAsleep ? figures.asleepW() : figures.idleW();
            }
        }
        return sum;
    }

    /** Hands the allocation to the devices, as far as they don't have it already. */
    void send() {
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (fleet.usable(gpu)) {
                sendUsable(gpu);
            } else {
                park(gpu);
            }
        }
    }

    private void sendUsable(int gpu) {
        GpuState state = rack.gpuState(gpu);
        boolean work = slotOf[gpu] != NO_JOB;
        if (wakes(gpu) && state == GpuState.ASLEEP) {
            rack.requestGpuSleep(gpu, false);
        }
        sendLimit(gpu);
        if (!work || state == GpuState.AWAKE) {
            sendJob(gpu, slotOf[gpu]);
        }
        if (!wakes(gpu) && state != GpuState.ASLEEP) {
            rack.requestGpuSleep(gpu, true);
        }
    }

    private boolean wakes(int gpu) {
        return slotOf[gpu] != NO_JOB || warmers.warms(gpu);
    }

    // A GPU that is held or too hot still answers; one that is off or unknown starts from scratch when it comes back.
    private void park(int gpu) {
        GpuState state = rack.gpuState(gpu);
        if (state == GpuState.AWAKE || state == GpuState.WAKING) {
            sendJob(gpu, NO_JOB);
            rack.requestGpuSleep(gpu, true);
        } else if (state != GpuState.ASLEEP) {
            sentSlot[gpu] = UNKNOWN_JOB;
            sentW[gpu] = Double.NaN;
        }
    }

    private void sendJob(int gpu, int slot) {
        if (sentSlot[gpu] != slot) {
            rack.requestGpuJob(gpu, slot);
            sentSlot[gpu] = slot;
        }
    }

    private void sendLimit(int gpu) {
        double wantedW = Math.max(figures.lowestW(), limitW[gpu] * derateRatio(rack.gpuTempK(gpu)));
        if (!(Math.abs(wantedW - sentW[gpu]) < SMALLEST_CHANGE_W)) {
            rack.requestGpuPowerLimitW(gpu, wantedW);
            sentW[gpu] = wantedW;
        }
    }

    private double derateRatio(double tempK) {
        double overK = tempK - figures.maxTempK() - DERATE_FROM_K;
        return overK > 0
                ? Math.max(0, 1 - overK / DERATE_SPAN_K)
                : 1; // a GPU without a reading is the thermal manager's
    }

    /** Slows single GPUs that are hotter than their loop allows; cheap enough for the reflex. */
    void cool() {
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (slotOf[gpu] != NO_JOB && fleet.usable(gpu)) {
                sendLimit(gpu);
            }
        }
    }

    /** Forgets what was sent to the GPUs of a slot, so that it is sent again. */
    void resend(int slot) {
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (slotOf[gpu] == slot) {
                sentSlot[gpu] = UNKNOWN_JOB;
            }
        }
    }

    /** GPUs that the job in a slot has. */
    int gpusOf(int slot) {
        return gpusOfSlot[slot];
    }

    /** Watts of each GPU of a slot; NaN when it has none. */
    double wattsOf(int slot) {
        for (int gpu = 0; gpu < slotOf.length; gpu++) {
            if (slotOf[gpu] == slot) {
                return limitW[gpu];
            }
        }
        return Double.NaN;
    }

    /** What all GPUs together may draw, in W. */
    double allocatedW() {
        return allocatedW;
    }
}
