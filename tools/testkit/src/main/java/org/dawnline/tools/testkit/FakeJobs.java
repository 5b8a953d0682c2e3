package org.dawnline.tools.testkit;

import java.util.Arrays;
import org.dawnline.hal.JobHal;

/** Checkpoints and results as the test sets them; starts without checkpoints and with single, unfinished copies. */
public final class FakeJobs implements JobHal {
    private static final int REPLICAS = 3;
    private static final int UNITS = 16;
    private static final double FREE_BYTES = 1e14;

    /** Per slot, in s; follows requests. */
    public final double[] checkpointIntervalS;
    /** Per slot, in s. */
    public final double[] checkpointCostS;
    /** Per slot: checkpoints that were asked for. */
    public final int[] checkpointsAsked;
    /** Per slot, in GPU-seconds. */
    public final double[] unsavedGpuS;
    /** Per slot. */
    public final long[] restarts;
    /** Per slot. */
    public final int[] replicas;
    /** Per GPU. */
    public final int[] replicaOf;
    /** Per slot and replica: units done. */
    public final long[][] unitsDone;
    /** Per slot, replica and unit modulo the units kept. */
    public final long[][][] unitDigest;
    /** Per slot, replica and unit modulo the units kept: whether it shows NaN or infinity. */
    public final boolean[][][] unitNotFinite;
    /** Per slot: the unit that was last to be done again; -1 for none. */
    public final long[] redoAsked;
    /** {@link JobHal#checkpointFreeBytes()}. */
    public double checkpointFreeBytes = FREE_BYTES;

    FakeJobs(int slots, int gpus) {
        checkpointIntervalS = new double[slots];
        Arrays.fill(checkpointIntervalS, Double.NaN);
        checkpointCostS = new double[slots];
        Arrays.fill(checkpointCostS, Double.NaN);
        checkpointsAsked = new int[slots];
        unsavedGpuS = new double[slots];
        restarts = new long[slots];
        replicas = new int[slots];
        Arrays.fill(replicas, 1);
        replicaOf = new int[gpus];
        unitsDone = new long[slots][REPLICAS];
        unitDigest = new long[slots][REPLICAS][UNITS];
        unitNotFinite = new boolean[slots][REPLICAS][UNITS];
        redoAsked = new long[slots];
        Arrays.fill(redoAsked, NONE);
    }

    private boolean keeps(int slot, int replica, long unit) {
        long done = unitsDone[slot][replica];
        return unit >= 0 && unit < done && unit >= done - UNITS;
    }

    @Override
    public double checkpointIntervalS(int slot) {
        return checkpointIntervalS[slot];
    }

    @Override
    public double checkpointCostS(int slot) {
        return checkpointCostS[slot];
    }

    @Override
    public void requestCheckpointIntervalS(int slot, double intervalS) {
        checkpointIntervalS[slot] = intervalS;
    }

    @Override
    public void requestCheckpoint(int slot) {
        checkpointsAsked[slot]++;
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
        return checkpointFreeBytes;
    }

    @Override
    public int replicas(int slot) {
        return replicas[slot];
    }

    @Override
    public int replicaOf(int gpu) {
        return replicaOf[gpu];
    }

    @Override
    public long unitsDone(int slot, int replica) {
        return unitsDone[slot][replica];
    }

    @Override
    public int unitsKept() {
        return UNITS;
    }

    @Override
    public long unitDigest(int slot, int replica, long unit) {
        return keeps(slot, replica, unit) ? unitDigest[slot][replica][(int) (unit % UNITS)] : NONE;
    }

    @Override
    public boolean unitFinite(int slot, int replica, long unit) {
        return !keeps(slot, replica, unit) || !unitNotFinite[slot][replica][(int) (unit % UNITS)];
    }

    @Override
    public void requestRedo(int slot, long unit) {
        redoAsked[slot] = unit;
    }
}
