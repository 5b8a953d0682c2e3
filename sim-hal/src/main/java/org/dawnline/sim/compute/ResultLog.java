package org.dawnline.sim.compute;

import org.dawnline.sim.random.RandomStream;

/**
 * What the copies of replicated jobs have worked out, and which of it is wrong. A unit's digest is what the job and the unit make it;
 * a corrupted copy has another one. Only few corruptions show as NaN or infinity. Corruptions of jobs that leave no results are counted
 * too: nobody can catch those.
 */
public final class ResultLog {
    /** Units of each copy that are kept. */
    public static final int KEPT = 16;

    /** Digest of a unit that is not kept. */
    public static final long NONE = -1L;

    private static final int COPIES = JobSpec.MAX_REPLICAS;
    private static final int LANES = JobBoard.SLOTS * COPIES;
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xBF58476D1CE4E5B9L;

    private final double showsRatio;
    private final RandomStream luck;
    private final int[] copies = new int[JobBoard.SLOTS];
    private final double[] unitGpuS = new double[JobBoard.SLOTS];
    private final long[] serial = new long[JobBoard.SLOTS];
    private final double[] workGpuS = new double[LANES];
    private final int[] members = new int[LANES];
    private final long[] unitsDone = new long[LANES];
    private final int[] wrongNow = new int[LANES];
    private final boolean[] showsNow = new boolean[LANES];
    private final long[] digest = new long[LANES * KEPT];
    private final boolean[] finite = new boolean[LANES * KEPT];
    private final int[] wrong = new int[LANES * KEPT];
    private long jobs;
    private long planted;
    private long caught;
    private long undone;

    ResultLog(RackFigures figures, long seed) {
        showsRatio = figures.number("gpu.corruptionShowsRatio", 0.0, 1.0);
        luck = new RandomStream(seed, "silent corruption");
    }

    void open(int slot, JobSpec job) {
        copies[slot] = job.replicas();
        unitGpuS[slot] = job.unitGpuS();
        serial[slot] = ++jobs;
        for (int lane = slot * COPIES; lane < (slot + 1) * COPIES; lane++) {
            workGpuS[lane] = 0.0;
            members[lane] = 0;
            unitsDone[lane] = 0;
            wrongNow[lane] = 0;
            showsNow[lane] = false;
        }
    }

    void close(int slot) {
        copies[slot] = 0;
    }

    /** Whether the job in a slot leaves results. */
    boolean hasUnits(int slot) {
        return unitGpuS[slot] < Double.POSITIVE_INFINITY;
    }

    /** The copy with the fewest GPUs, among those the one that is behind; the GPU counts there from now on. */
    int join(int slot) {
        int best = slot * COPIES;
        for (int lane = best + 1; lane < slot * COPIES + copies[slot]; lane++) {
            boolean fewer = members[lane] < members[best];
            boolean behind = members[lane] == members[best] && workGpuS[lane] < workGpuS[best];
            if (fewer || behind) {
                best = lane;
            }
        }
        members[best]++;
        return best - slot * COPIES;
    }

    void leave(int slot, int copy) {
        members[slot * COPIES + copy]--;
    }

    /** Whether a copy that nobody works for is behind this one. */
    boolean othersStarve(int slot, int copy) {
        int own = slot * COPIES + copy;
        for (int lane = slot * COPIES; lane < slot * COPIES + copies[slot]; lane++) {
            if (members[lane] == 0 && unitsDone[lane] < unitsDone[own]) {
                return true;
            }
        }
        return false;
    }

    /** Adds work to a copy; says whether that finished a unit, of which one call finishes at most one. */
    boolean work(int slot, int copy, double gpuS) {
        int lane = slot * COPIES + copy;
        workGpuS[lane] += gpuS;
        if (workGpuS[lane] < (unitsDone[lane] + 1) * unitGpuS[slot]) {
            return false;
        }
        finish(slot, lane);
        return true;
    }

    private void finish(int slot, int lane) {
        long unit = unitsDone[lane]++;
        int at = at(lane, unit);
        long right = result(serial[slot], unit);
        digest[at] = wrongNow[lane] > 0 ? result(right, luck.nextLong()) : right;
        finite[at] = !showsNow[lane];
        wrong[at] = wrongNow[lane];
        wrongNow[lane] = 0;
        showsNow[lane] = false;
    }

    private static long result(long what, long unit) {
        long z = (what * ODD) ^ (unit + ODD);
        z = (z ^ (z >>> 30)) * MIX;
        return (z ^ (z >>> 31)) >>> 1; // never NONE
    }

    /** Takes back work that a copy has not finished. */
    void takeBack(int slot, int copy, double gpuS) {
        int lane = slot * COPIES + copy;
        workGpuS[lane] = Math.max(unitsDone[lane] * unitGpuS[slot], workGpuS[lane] - gpuS);
    }

    /** Makes the unit at which a copy works wrong. */
    void corrupt(int slot, int copy) {
        int lane = slot * COPIES + copy;
        planted++;
        wrongNow[lane]++;
        showsNow[lane] |= luck.nextDouble() < showsRatio;
    }

    /** Takes corruptions back that went with the work. */
    void undo(int slot, int copy, int corruptions) {
        int lane = slot * COPIES + copy;
        undone += corruptions;
        wrongNow[lane] = Math.max(0, wrongNow[lane] - corruptions);
        showsNow[lane] &= wrongNow[lane] > 0;
    }

    /** Throws a unit away that all copies have done; gives the work to be done again, in GPU-s, 0 when there is none such. */
    double redo(int slot, long unit) {
        for (int lane = slot * COPIES; lane < slot * COPIES + copies[slot]; lane++) {
            if (!keeps(lane, unit) || digest[at(lane, unit)] == NONE) {
                return 0.0;
            }
        }
        for (int lane = slot * COPIES; lane < slot * COPIES + copies[slot]; lane++) {
            caught += wrong[at(lane, unit)];
            wrong[at(lane, unit)] = 0;
            digest[at(lane, unit)] = NONE;
        }
        return copies[slot] * unitGpuS[slot];
    }

    private boolean keeps(int lane, long unit) {
        return unit >= 0 && unit < unitsDone[lane] && unit >= unitsDone[lane] - KEPT;
    }

    private static int at(int lane, long unit) {
        return lane * KEPT + (int) (unit % KEPT);
    }

    /** Copies of the job in a slot; 0 for none. */
    public int copies(int slot) {
        return copies[slot];
    }

    /** Units that a copy has done; 0 for a copy that is not there. */
    public long unitsDone(int slot, int copy) {
        return copy >= 0 && copy < copies[slot] ? unitsDone[slot * COPIES + copy] : 0;
    }

    /** Digest of a unit; {@link #NONE} for one that is not done, not kept or thrown away. */
    public long digest(int slot, int copy, long unit) {
        int lane = slot * COPIES + copy;
        return copy >= 0 && copy < copies[slot] && keeps(lane, unit) ? digest[at(lane, unit)] : NONE;
    }

    /** Whether a unit shows neither NaN nor infinity; true for one that is not kept. */
    public boolean finite(int slot, int copy, long unit) {
        int lane = slot * COPIES + copy;
        return copy < 0 || copy >= copies[slot] || !keeps(lane, unit) || finite[at(lane, unit)];
    }

    /** Corruptions so far. */
    public long planted() {
        return planted;
    }

    /** Corruptions in units that were thrown away because flight software asked for it. */
    public long caught() {
        return caught;
    }

    /** Corruptions that were lost with the work they were in. */
    public long undone() {
        return undone;
    }
}
