package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.JobHal;
import org.dawnline.sim.compute.JobBoard;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.compute.ResultLog;
import org.dawnline.sim.compute.Workers;

/** Checkpoints and results of the jobs as their runtime says it, which answers at once. */
final class SimJobs implements JobHal {
    private static final int COPIES = JobSpec.MAX_REPLICAS;

    private final Rack rack;
    private final double[] intervalS = new double[JobBoard.SLOTS];
    private final double[] costS = new double[JobBoard.SLOTS];
    private final double[] unsavedGpuS = new double[JobBoard.SLOTS];
    private final long[] restarts = new long[JobBoard.SLOTS];
    private final int[] copies = new int[JobBoard.SLOTS];
    private final long[] unitsDone = new long[JobBoard.SLOTS * COPIES];
    private final int[] copyOf;
    private final double[] intervalWishS = new double[JobBoard.SLOTS];
    private final long[] redoWish = new long[JobBoard.SLOTS];
    private final Wishes checkpoints = new Wishes(JobBoard.SLOTS);
    private final Wishes.Taker toCheckpoints;
    private double freeBytes;

    SimJobs(Rack rack) {
        this.rack = rack;
        copyOf = new int[rack.gpuCount()];
        Arrays.fill(intervalWishS, Double.NaN);
        Arrays.fill(redoWish, NONE);
        Workers workers = rack.workers();
        toCheckpoints = (slot, on) -> workers.requestCheckpoint(slot);
    }

    void latch() {
        boolean replicated = false;
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            intervalS[slot] = rack.board().checkpointIntervalS(slot);
            costS[slot] = rack.board().checkpointCostS(slot);
            restarts[slot] = rack.board().restarts(slot);
            copies[slot] = rack.results().copies(slot);
            boolean keeps = intervalS[slot] > 0.0 || copies[slot] > 1;
            unsavedGpuS[slot] = keeps ? rack.workers().unsavedGpuS(slot) : 0.0;
            for (int copy = 0; copy < copies[slot]; copy++) {
                unitsDone[slot * COPIES + copy] = rack.results().unitsDone(slot, copy);
            }
            replicated |= copies[slot] > 0;
        }
        for (int g = 0; replicated && g < copyOf.length; g++) {
            copyOf[g] = rack.workers().copy(g);
        }
        freeBytes = rack.store().freeBytes();
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        checkpoints.forget();
        Arrays.fill(intervalWishS, Double.NaN);
        Arrays.fill(redoWish, NONE);
    }

    void apply() {
        checkpoints.handTo(toCheckpoints);
        for (int slot = 0; slot < JobBoard.SLOTS; slot++) {
            if (!Double.isNaN(intervalWishS[slot])) {
                rack.workers().requestCheckpointIntervalS(slot, intervalWishS[slot]);
                intervalWishS[slot] = Double.NaN;
            }
            if (redoWish[slot] != NONE) {
                rack.workers().requestRedo(slot, redoWish[slot]);
                redoWish[slot] = NONE;
            }
        }
    }

    @Override
    public double checkpointIntervalS(int slot) {
        return intervalS[slot];
    }

    @Override
    public double checkpointCostS(int slot) {
        return costS[slot];
    }

    @Override
    public void requestCheckpointIntervalS(int slot, double wantedS) {
        intervalWishS[slot] = wantedS;
    }

    @Override
    public void requestCheckpoint(int slot) {
        checkpoints.ask(slot, true);
    }

    @Override
    public double unsavedGpuS(int slot) {
        return unsavedGpuS[slot];
    }

    @Override
    public long restarts(int slot) {
        return restarts[slot];
    }

    @Override
    public double checkpointFreeBytes() {
        return freeBytes;
    }

    @Override
    public int replicas(int slot) {
        return copies[slot];
    }

    @Override
    public int replicaOf(int gpu) {
        return copyOf[gpu];
    }

    @Override
    public long unitsDone(int slot, int replica) {
        return replica >= 0 && replica < copies[slot] ? unitsDone[slot * COPIES + replica] : 0;
    }

    @Override
    public int unitsKept() {
        return ResultLog.KEPT;
    }

    @Override
    public long unitDigest(int slot, int replica, long unit) {
        return unit < unitsDone(slot, replica) ? rack.results().digest(slot, replica, unit) : NONE;
    }

    @Override
    public boolean unitFinite(int slot, int replica, long unit) {
        return unit >= unitsDone(slot, replica) || rack.results().finite(slot, replica, unit);
    }

    @Override
    public void requestRedo(int slot, long unit) {
        redoWish[slot] = unit;
    }
}
