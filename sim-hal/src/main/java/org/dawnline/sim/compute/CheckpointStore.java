package org.dawnline.sim.compute;

/**
 * Where checkpoints go. Those who write at the same time share its rate; a job keeps its newest checkpoint, and the old one until the
 * new one is there, so a store must hold both.
 */
public final class CheckpointStore {
    private static final double MAX_BYTES = 1e18;

    private final double capacityBytes;
    private final double writeBytesPerS;
    private final double[] heldBytes = new double[JobBoard.SLOTS];
    private double usedBytes;
    private int writers;
    private double writtenBytes;
    private long written;
    private long refused;

    CheckpointStore(RackFigures figures) {
        capacityBytes = figures.number("checkpointStore.capacityBytes", 0.0, MAX_BYTES);
        writeBytesPerS = figures.number("checkpointStore.writeBytesPerS", 1.0, MAX_BYTES);
    }

    /** Makes room for a part of a checkpoint; refused when there is none. */
    boolean begin(double bytes) {
        if (usedBytes + bytes > capacityBytes) {
            refused++;
            return false;
        }
        usedBytes += bytes;
        writers++;
        return true;
    }

    /** Bytes that one of the writers gets written in that time. */
    double share(double dtS) {
        return writeBytesPerS * dtS / writers;
    }

    /** A part is there: it replaces the same part of the job's older checkpoint of {@code jobBytes} altogether. */
    void end(int slot, double bytes, double jobBytes) {
        writers--;
        double held = Math.min(jobBytes, heldBytes[slot] + bytes);
        usedBytes += held - heldBytes[slot] - bytes;
        heldBytes[slot] = held;
        writtenBytes += bytes;
        written++;
    }

    /** A part will never be there. */
    void abort(double bytes) {
        writers--;
        usedBytes -= bytes;
    }

    /** Deletes a job's checkpoint. */
    void delete(int slot) {
        usedBytes -= heldBytes[slot];
        heldBytes[slot] = 0.0;
    }

    /** Free bytes. */
    public double freeBytes() {
        return capacityBytes - usedBytes;
    }

    /** Bytes written so far. */
    public double writtenBytes() {
        return writtenBytes;
    }

    /** Checkpoints written so far, one for each GPU's part. */
    public long written() {
        return written;
    }

    /** Parts of checkpoints that found no room. */
    public long refused() {
        return refused;
    }
}
