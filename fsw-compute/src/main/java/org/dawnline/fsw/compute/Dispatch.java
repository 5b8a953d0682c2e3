package org.dawnline.fsw.compute;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/** Hands to the devices what has been decided, as far as they don't have it already, and slows single GPUs that are too hot. */
final class Dispatch {
    private static final int UNKNOWN_JOB = -2;
    /** Smaller rises of a limit are not worth a call to the device; every fall is, or the sum would exceed the budget. */
    private static final double SMALLEST_RISE_W = 0.5;
    /** A GPU this far above its greatest operating temperature is slowed, over {@link #DERATE_SPAN_K}. */
    private static final double DERATE_FROM_K = 1;

    private static final double DERATE_SPAN_K = 3;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final Fleet fleet;
    private final Assignment assignment;
    private final Division division;
    private final int[] sentSlot;
    private final double[] sentW;
    private final boolean[] asked;
    private final int[] wakesOf;

    Dispatch(ComputeHal rack, Workload workload, Assignment assignment, Division division) {
        this.rack = rack;
        this.assignment = assignment;
        this.division = division;
        figures = workload.figures();
        fleet = workload.fleet();
        sentSlot = new int[fleet.size()];
        Arrays.fill(sentSlot, UNKNOWN_JOB);
        sentW = new double[fleet.size()];
        Arrays.fill(sentW, Double.NaN);
        asked = new boolean[fleet.size()];
        wakesOf = new int[fleet.size()];
    }

    /** Hands the allocation to the devices, as far as they don't have it already. */
    void send() {
        for (int gpu = 0; gpu < sentSlot.length; gpu++) {
            if (fleet.usable(gpu)) {
                sendUsable(gpu);
            } else {
                park(gpu);
            }
        }
    }

    private void sendUsable(int gpu) {
        GpuState state = rack.gpuState(gpu);
        boolean work = assignment.slotOf(gpu) != Assignment.NO_JOB;
        if (assignment.wakes(gpu) && state == GpuState.ASLEEP) {
            rack.requestGpuSleep(gpu, false);
            wakesOf[gpu] += asked[gpu] ? 0 : 1;
            asked[gpu] = true;
        } else {
            asked[gpu] = false;
        }
        sendLimit(gpu);
        if (!work || state == GpuState.AWAKE) {
            sendJob(gpu, assignment.slotOf(gpu));
        }
        if (!assignment.wakes(gpu) && state != GpuState.ASLEEP) {
            rack.requestGpuSleep(gpu, true);
        }
    }

    // A GPU that is held or too hot still answers; one that is off or unknown starts from scratch when it comes back.
    private void park(int gpu) {
        GpuState state = rack.gpuState(gpu);
        if (state == GpuState.AWAKE || state == GpuState.WAKING) {
            sendJob(gpu, Assignment.NO_JOB);
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
        double wantedW = Math.max(figures.lowestW(), division.limitW(gpu) * derateRatio(rack.gpuTempK(gpu)));
        boolean fits = wantedW >= sentW[gpu] && wantedW < sentW[gpu] + SMALLEST_RISE_W;
        if (!fits) { // also when nothing was sent yet
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
        for (int gpu = 0; gpu < sentSlot.length; gpu++) {
            if (assignment.slotOf(gpu) != Assignment.NO_JOB && fleet.usable(gpu)) {
                sendLimit(gpu);
            }
        }
    }

    /** Forgets what was sent to the GPUs of a slot, so that it is sent again. */
    void resend(int slot) {
        for (int gpu = 0; gpu < sentSlot.length; gpu++) {
            if (assignment.slotOf(gpu) == slot) {
                sentSlot[gpu] = UNKNOWN_JOB;
            }
        }
    }

    /** How often the GPU that was woken most has been, since start. */
    int mostWakes() {
        int most = 0;
        for (int wakes : wakesOf) {
            most = Math.max(most, wakes);
        }
        return most;
    }
}
