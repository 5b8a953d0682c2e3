package org.dawnline.sim.compute;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which GPU works for which job, what it has done since the last checkpoint, and what becomes of that when it is taken away or its
 * process dies. A process that has died begins again by itself, after the job's restart time, where the checkpoint left it.
 */
public final class Workers {
    private static final int NONE = Rack.NONE;
    private static final double STOPPED_TOLERANCE_S = 1e-6;

    private final JobBoard board;
    private final CheckpointStore store;
    private final ResultLog results;
    private final double stopJobS;
    private final int[] job;
    private final int[] jobWanted;
    private final double[] stopLeftS;
    private final double[] restartLeftS;
    private final double[] ranS;
    private final double[] unsavedGpuS;
    private final boolean[] saving;
    private final double[] savingBytes;
    private final double[] bytesLeft;
    private final int[] copy;
    private final int[] doubts;
    private final double[] doneGpuS;
    private final Stillness stillness;
    private double nowS;
    private double untilSaveS;

    Workers(int gpus, JobBoard board, CheckpointStore store, ResultLog results, double stopJobS, Stillness stillness) {
        this.stillness = stillness;
        this.board = board;
        this.store = store;
        this.results = results;
        this.stopJobS = stopJobS;
        job = new int[gpus];
        jobWanted = new int[gpus];
        stopLeftS = new double[gpus];
        restartLeftS = new double[gpus];
        ranS = new double[gpus];
        unsavedGpuS = new double[gpus];
        saving = new boolean[gpus];
        savingBytes = new double[gpus];
        bytesLeft = new double[gpus];
        copy = new int[gpus];
        doubts = new int[gpus];
        doneGpuS = new double[gpus];
        Arrays.fill(job, NONE);
        Arrays.fill(jobWanted, NONE);
    }

    void begin(double stepStartS) {
        nowS = stepStartS;
    }

    /** Whether a GPU with a job does the same in the next step, and when its next checkpoint comes. */
    boolean steady(int g) {
        int slot = job[g];
        if (slot != jobWanted[g] || !board.runnable(slot) || results.hasUnits(slot)) {
            return false;
        }
        double leftS = board.checkpointIntervalS(slot) - ranS[g];
        untilSaveS = leftS < untilSaveS ? leftS : untilSaveS;
        return !Double.isNaN(doneGpuS[g]) && restartLeftS[g] <= 0.0 && !saving[g];
    }

    /** Whether a GPU without a job stays without. */
    boolean idle(int g) {
        return jobWanted[g] == NONE || !board.runnable(jobWanted[g]);
    }

    /** Forgets when the next checkpoint comes, before every GPU is asked. */
    void forgetSaves() {
        untilSaveS = Double.POSITIVE_INFINITY;
    }

    /** Whether a step more stays within the time to the next checkpoint, with room for rounding. */
    boolean mayGoOn(double dtS) {
        return untilSaveS > 2.0 * dtS;
    }

    /** Lets every GPU do once more what it did in the last step. */
    void goOn(double dtS) {
        untilSaveS -= dtS;
        boolean saves = untilSaveS < Double.POSITIVE_INFINITY;
        for (int g = 0; g < job.length; g++) {
            int slot = job[g];
            if (slot != NONE) {
                board.work(slot, doneGpuS[g]);
                if (saves && !Double.isNaN(board.checkpointIntervalS(slot))) {
                    ranS[g] += dtS;
                    unsavedGpuS[g] += doneGpuS[g];
                }
            }
        }
    }

    /** Gives the job that a GPU holds in this step. */
    int follow(int g, boolean awake, boolean mayWork, double dtS) {
        int wanted = jobWanted[g];
        int target = awake && mayWork && wanted != NONE && board.runnable(wanted) ? wanted : NONE;
        int held = job[g];
        if (held != NONE && !board.runnable(held)) {
            handIn(g);
            drop(g);
        }
        if (job[g] == target) {
            stopLeftS[g] = stopJobS;
        } else {
            change(g, target, awake, dtS);
        }
        return awake ? job[g] : NONE;
    }

    /** A job that is to leave goes on until it has had its time to stop; a free GPU begins at once. */
    private void change(int g, int target, boolean awake, double dtS) {
        if (job[g] == NONE || !awake || stopLeftS[g] < STOPPED_TOLERANCE_S) {
            drop(g);
            join(g, target);
        } else {
            stopLeftS[g] -= dtS;
        }
    }

    private void join(int g, int slot) {
        job[g] = slot;
        stopLeftS[g] = stopJobS;
        if (slot != NONE) {
            copy[g] = results.join(slot);
        }
    }

    /** Whether the process on a GPU is still beginning again. */
    boolean restarting(int g, double dtS) {
        if (restartLeftS[g] <= 0.0) {
            return false;
        }
        restartLeftS[g] -= dtS;
        doneGpuS[g] = Double.NaN;
        return true;
    }

    /** Counts work; between two checkpoints it is at risk, and while one is written nothing is done. */
    void work(int g, double gpuS, double dtS) {
        int slot = job[g];
        doneGpuS[g] = gpuS;
        double intervalS = board.checkpointIntervalS(slot);
        boolean units = results.hasUnits(slot);
        if (Double.isNaN(intervalS) && !units) {
            board.work(slot, gpuS);
            return;
        }
        ranS[g] += dtS;
        if (ranS[g] > intervalS) {
            save(g, slot, dtS);
            return;
        }
        board.work(slot, gpuS);
        unsavedGpuS[g] += gpuS;
        if (units && results.work(slot, copy[g], gpuS)) {
            finishUnit(slot, copy[g]);
        }
    }

    /** One step of writing a checkpoint; a store that is full lets the job go on without. */
    private void save(int g, int slot, double dtS) {
        JobSpec spec = require(slot);
        if (!saving[g]) {
            savingBytes[g] = spec.checkpointBytes() / spec.gpusWanted();
            bytesLeft[g] = savingBytes[g];
            if (!store.begin(savingBytes[g])) {
                ranS[g] = 0.0;
                return;
            }
            saving[g] = true;
        }
        if (bytesLeft[g] > 0.0) {
            bytesLeft[g] -= store.share(dtS);
        }
        double tookS = ranS[g] - board.checkpointIntervalS(slot);
        if (ranS[g] >= board.checkpointIntervalS(slot) + spec.checkpointCostS() && bytesLeft[g] <= 0.0) {
            saving[g] = false;
            store.end(slot, savingBytes[g], spec.checkpointBytes());
            board.setCheckpointCostS(slot, tookS);
            keep(g);
        }
    }

    private void keep(int g) {
        ranS[g] = 0.0;
        unsavedGpuS[g] = 0.0;
        doubts[g] = 0;
    }

    /** What a copy has done is safe with its unit; when another copy has no GPU and is behind, this one's go there. */
    private void finishUnit(int slot, int finished) {
        boolean move = results.othersStarve(slot, finished);
        for (int g = 0; g < job.length; g++) {
            if (job[g] == slot && copy[g] == finished) {
                unsavedGpuS[g] = 0.0;
                doubts[g] = 0;
                if (move) {
                    results.leave(slot, finished);
                    copy[g] = results.join(slot);
                }
            }
        }
    }

    /** Takes the GPU from its job, which loses what it did since its last checkpoint. */
    void drop(int g) {
        stillness.disturb();
        if (job[g] != NONE) {
            lose(g);
            results.leave(job[g], copy[g]);
        }
        job[g] = NONE;
        restartLeftS[g] = 0.0;
        ranS[g] = 0.0;
    }

    /** Forgets what the GPU was to do, as after a reset. */
    void forget(int g) {
        stillness.disturb();
        jobWanted[g] = NONE;
    }

    /** The process on a GPU dies, and with a coupled job all of its processes. */
    void kill(int g) {
        int slot = job[g];
        if (slot == NONE) {
            return;
        }
        stillness.disturb();
        JobSpec spec = require(slot);
        board.countDeath(slot, nowS);
        for (int other = 0; other < job.length; other++) {
            if (other == g || (spec.isCoupled() && job[other] == slot)) {
                lose(other);
                restartLeftS[other] = spec.restartS();
            }
        }
    }

    /** Every process of the job in a slot dies. */
    public void killJob(int slot) {
        for (int g = 0; g < job.length; g++) {
            if (job[g] == slot) {
                kill(g);
            }
        }
    }

    /** A job that has done all its work has handed in its result: nothing of it is at risk any more. */
    private void handIn(int g) {
        if (board.job(job[g]) != null) {
            abortSave(g);
            keep(g);
        }
    }

    private void abortSave(int g) {
        if (saving[g]) {
            saving[g] = false;
            store.abort(savingBytes[g]);
        }
    }

    private void lose(int g) {
        int slot = job[g];
        abortSave(g);
        if (unsavedGpuS[g] > 0.0) {
            board.lose(slot, unsavedGpuS[g]);
            results.takeBack(slot, copy[g], unsavedGpuS[g]);
        }
        if (doubts[g] > 0) {
            results.undo(slot, copy[g], doubts[g]);
        }
        keep(g);
    }

    /** Corrupts what a GPU works on; says whether there was anything. */
    boolean corrupt(int g) {
        if (job[g] == NONE || restartLeftS[g] > 0.0) {
            return false;
        }
        doubts[g]++;
        results.corrupt(job[g], copy[g]);
        return true;
    }

    private JobSpec require(int slot) {
        @Nullable JobSpec spec = board.job(slot);
        if (spec == null) {
            throw new IllegalStateException("a GPU holds slot " + slot + ", which is empty");
        }
        return spec;
    }

    // Slots

    /** Puts a job into the lowest free slot. */
    int add(JobSpec spec, double arrivalS) {
        stillness.disturb();
        int slot = board.add(spec, arrivalS);
        results.open(slot, spec);
        return slot;
    }

    /** Takes a job off the board and off all its GPUs. */
    void remove(int slot) {
        stillness.disturb();
        for (int g = 0; g < job.length; g++) {
            if (job[g] == slot) {
                drop(g);
            }
            if (jobWanted[g] == slot) {
                jobWanted[g] = NONE;
            }
        }
        results.close(slot);
        store.delete(slot);
        board.remove(slot);
    }

    boolean free(int g) {
        return job[g] == NONE && jobWanted[g] == NONE;
    }

    void startAtOnce(int g, int slot) {
        stillness.disturb();
        jobWanted[g] = slot;
        join(g, slot);
        board.countGpu(slot);
    }

    // What flight software asks for

    void want(int g, int slot) {
        if (jobWanted[g] != slot) {
            jobWanted[g] = slot;
            stillness.disturb();
        }
    }

    /** Lets every GPU of a job begin a checkpoint with its next step. */
    public void requestCheckpoint(int slot) {
        stillness.disturb();
        double intervalS = board.checkpointIntervalS(slot);
        for (int g = 0; g < job.length; g++) {
            if (job[g] == slot && ranS[g] < intervalS) {
                ranS[g] = intervalS;
            }
        }
    }

    /** Changes how often a job writes checkpoints; ignored without any, and when not above 0. */
    public void requestCheckpointIntervalS(int slot, double intervalS) {
        for (int g = 0; g < job.length; g++) {
            if (job[g] == slot && saving[g]) {
                return; // the next request finds the checkpoint written
            }
        }
        stillness.disturb();
        board.setCheckpointIntervalS(slot, intervalS);
    }

    /** Throws a unit of a job away, which is to be done again. */
    public void requestRedo(int slot, long unit) {
        double againGpuS = results.redo(slot, unit);
        if (againGpuS > 0.0) {
            board.lose(slot, againGpuS);
        }
    }

    // What it is like

    /** Slot of the job that a GPU holds; -1 for none. */
    public int job(int g) {
        return job[g];
    }

    /** The copy of its job for which a GPU works; -1 without a job. */
    public int copy(int g) {
        return job[g] == NONE ? NONE : copy[g];
    }

    /** Work of a job that is not in a checkpoint, in GPU-s at full rate. */
    public double unsavedGpuS(int slot) {
        double sum = 0.0;
        for (int g = 0; g < job.length; g++) {
            sum += job[g] == slot ? unsavedGpuS[g] : 0.0;
        }
        return sum;
    }
}
