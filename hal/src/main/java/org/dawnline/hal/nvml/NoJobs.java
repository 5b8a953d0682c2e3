package org.dawnline.hal.nvml;

import org.dawnline.hal.JobHal;

/** NVML knows no jobs: there are no slots to ask about, and every answer says that nothing is known. */
final class NoJobs implements JobHal {
    @Override
    public double checkpointIntervalS(int slot) {
        return Double.NaN;
    }

    @Override
    public double checkpointCostS(int slot) {
        return Double.NaN;
    }

    @Override
    public void requestCheckpointIntervalS(int slot, double intervalS) {
        // there is no job that could obey
    }

    @Override
    public void requestCheckpoint(int slot) {
        // there is no job that could obey
    }

    @Override
    public double unsavedGpuS(int slot) {
        return Double.NaN;
    }

    @Override
    public long restarts(int slot) {
        return 0;
    }

    @Override
    public double checkpointFreeBytes() {
        return Double.NaN;
    }

    @Override
    public int replicas(int slot) {
        return 0;
    }

    @Override
    public int replicaOf(int gpu) {
        return -1;
    }

    @Override
    public long unitsDone(int slot, int replica) {
        return 0;
    }

    @Override
    public int unitsKept() {
        return 0;
    }

    @Override
    public long unitDigest(int slot, int replica, long unit) {
        return NONE;
    }

    @Override
    public boolean unitFinite(int slot, int replica, long unit) {
        return true;
    }

    @Override
    public void requestRedo(int slot, long unit) {
        // there is no job that could obey
    }
}
