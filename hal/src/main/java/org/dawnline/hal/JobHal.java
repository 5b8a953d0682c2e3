package org.dawnline.hal;

/**
 * What keeps the work of jobs: checkpoints, and replicas whose results can be compared. A job may run as two or more replicas, each of
 * which does the same work in units; a unit that is done leaves a digest of its result.
 */
public interface JobHal {
    /** Digest of a unit of which nothing is known, and the number of no unit. */
    long NONE = -1;

    /** Running time after which the job in a slot writes a checkpoint, in s; NaN when it writes none. */
    double checkpointIntervalS(int slot);

    /** How long the newest checkpoint of the job took, in s; before the first one what the job expects; NaN without checkpoints. */
    double checkpointCostS(int slot);

    /** Asks for another interval, in s; one that is not above 0 is ignored, as is a job without checkpoints. */
    void requestCheckpointIntervalS(int slot, double intervalS);

    /** Asks the job in a slot to write a checkpoint now, on all its GPUs. */
    void requestCheckpoint(int slot);

    /** Work that the job would lose if all its GPUs were taken now, in GPU-seconds at full rate. */
    double unsavedGpuS(int slot);

    /** How often the job's processes have died and begun again from a checkpoint. */
    long restarts(int slot);

    /** Free bytes in the store of checkpoints; NaN when unknown. */
    double checkpointFreeBytes();

    /** In how many replicas the job runs: 1 when it is not replicated, 0 for an empty slot. */
    int replicas(int slot);

    /** The replica for which a GPU works; -1 when it has no job. */
    int replicaOf(int gpu);

    /** Units that a replica has done; they are numbered from 0. */
    long unitsDone(int slot, int replica);

    /** How many of the newest units of each replica are kept. */
    int unitsKept();

    /** Digest of a unit's result; equal results have equal digests. {@link #NONE} for one that is not done or not kept. */
    long unitDigest(int slot, int replica, long unit);

    /** Whether a unit's result passes a range check: no NaN, no infinity; true also for one that is not kept. */
    boolean unitFinite(int slot, int replica, long unit);

    /** Throws the results of a unit away: all replicas do that much work again, as a later unit. Once for each unit, one unit of a job a cycle. */
    void requestRedo(int slot, long unit);
}
