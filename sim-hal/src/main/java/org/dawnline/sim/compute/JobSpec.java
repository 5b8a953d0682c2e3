package org.dawnline.sim.compute;

import java.util.Arrays;

/**
 * A job as its customer describes it. Immutable; made by {@link #endless} or {@link #batch} and refined by the {@code with} methods.
 */
public final class JobSpec {
    /** Most replicas of one job. */
    public static final int MAX_REPLICAS = 3;

    /** A tenth of the finest step of the world: a demand that changes on a step changes on that step, rounding or not. */
    private static final double PHASE_TOLERANCE_S = 1e-4;

    private static final double MAX_PEAK_RATIO = 10.0;

    private final Terms terms;

    private JobSpec(Terms terms) {
        this.terms = terms;
    }

    /** A job without end, such as an inference service; {@code gpuDemandW} is what it draws on each GPU, in W. */
    public static JobSpec endless(String name, int priority, int gpusWanted, double gpuDemandW) {
        return batch(name, priority, gpusWanted, gpuDemandW, Double.POSITIVE_INFINITY);
    }

    /** A job that is done after {@code workGpuS} GPU-seconds at full rate. */
    public static JobSpec batch(String name, int priority, int gpusWanted, double gpuDemandW, double workGpuS) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a job needs a name");
        }
        if (gpusWanted < 1) {
            throw new IllegalArgumentException("job " + name + " wants " + gpusWanted + " GPUs; expected 1 or more");
        }
        if (!(workGpuS > 0.0)) {
            throw new IllegalArgumentException(
                    "job " + name + " has work " + workGpuS + " GPU-s; expected more than 0");
        }
        requireDemand(name, gpuDemandW);
        Terms terms = new Terms(name, priority, gpusWanted, workGpuS);
        terms.stepDemandW = new double[] {gpuDemandW};
        return new JobSpec(terms);
    }

    /**
     * The same job with a demand that changes in steps: from {@code stepStartS[i]} seconds after its arrival it draws
     * {@code stepDemandW[i]} W on each GPU. Both arrays have the same length, the first start is 0, the starts rise. After
     * {@code repeatS} seconds the steps begin again; NaN keeps the last one. Swings that are shorter than the world's step cannot be
     * said so: give their mean here and their peak to {@link #withPeaks}.
     */
    public JobSpec withDemand(double[] stepStartS, double[] stepDemandW, double repeatS) {
        String name = terms.name;
        if (stepStartS.length == 0 || stepStartS.length != stepDemandW.length || stepStartS[0] != 0.0) {
            throw new IllegalArgumentException(
                    "job " + name + ": demand steps need equal lengths and a first start of 0 s");
        }
        for (int i = 0; i < stepStartS.length; i++) {
            requireDemand(name, stepDemandW[i]);
            if (i > 0 && !(stepStartS[i] > stepStartS[i - 1])) {
                throw new IllegalArgumentException("job " + name + ": demand steps must start one after the other");
            }
        }
        if (repeatS <= stepStartS[stepStartS.length - 1]) {
            throw new IllegalArgumentException("job " + name + ": demand repeats before its last step starts");
        }
        Terms changed = terms.copy();
        changed.stepStartS = stepStartS.clone();
        changed.stepDemandW = stepDemandW.clone();
        changed.repeatS = repeatS;
        return new JobSpec(changed);
    }

    /**
     * The same job with transients shorter than the world's step: within each step its GPUs draw up to {@code peakRatio} times the
     * power of the step for a moment. Energy, heat and work go by the step's power, which is the mean that the limit holds; what the
     * moment reaches is {@link Rack#peakInputW()}.
     */
    public JobSpec withPeaks(double peakRatio) {
        if (!(peakRatio >= 1.0 && peakRatio <= MAX_PEAK_RATIO)) {
            throw new IllegalArgumentException("job " + terms.name + ": peaks of " + peakRatio
                    + " times its power; expected 1 to " + MAX_PEAK_RATIO);
        }
        Terms changed = terms.copy();
        changed.peakRatio = peakRatio;
        return new JobSpec(changed);
    }

    /**
     * The same job with checkpoints: after every {@code intervalS} seconds of running a GPU stops working for {@code costS}
     * seconds, and loses what it did since then when it is taken away. Without this a job loses nothing.
     */
    public JobSpec withCheckpoints(double intervalS, double costS) {
        if (!(intervalS > 0.0 && costS >= 0.0)) {
            throw new IllegalArgumentException(
                    "job " + terms.name + ": checkpoints every " + intervalS + " s at " + costS + " s");
        }
        Terms changed = terms.copy();
        changed.checkpointIntervalS = intervalS;
        changed.checkpointCostS = costS;
        return new JobSpec(changed);
    }

    /**
     * The same job with checkpoints of {@code bytes} for the whole job, of which each wanted GPU writes an equal part. A part takes its
     * time or that of its bytes through the store, whichever is longer.
     */
    public JobSpec withCheckpointBytes(double bytes) {
        if (!(bytes >= 0.0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("job " + terms.name + ": checkpoints of " + bytes + " bytes");
        }
        Terms changed = terms.copy();
        changed.checkpointBytes = bytes;
        return new JobSpec(changed);
    }

    /**
     * The same job as one program over all its GPUs, such as a training: when a GPU fails under it, it dies on all of them. Without this
     * each GPU's process dies alone.
     */
    public JobSpec coupled() {
        Terms changed = terms.copy();
        changed.coupled = true;
        return new JobSpec(changed);
    }

    /** The same job, which needs {@code seconds} to begin again after its death, at idle power. */
    public JobSpec withRestart(double seconds) {
        if (!(seconds >= 0.0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("job " + terms.name + ": restarts in " + seconds + " s");
        }
        Terms changed = terms.copy();
        changed.restartS = seconds;
        return new JobSpec(changed);
    }

    /**
     * The same job done in {@code replicas} copies, 1 to 3, each in units of {@code unitGpuS} GPU-seconds at full rate whose results
     * leave a digest; a unit that is done is safe. Its GPUs are shared out among the copies. Work counts for each copy.
     */
    public JobSpec withReplicas(int replicas, double unitGpuS) {
        if (replicas < 1 || replicas > MAX_REPLICAS || !(unitGpuS > 0.0 && unitGpuS < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("job " + terms.name + ": " + replicas + " replicas in units of "
                    + unitGpuS + " GPU-s; expected 1 to " + MAX_REPLICAS + " and more than 0");
        }
        Terms changed = terms.copy();
        changed.replicas = replicas;
        changed.unitGpuS = unitGpuS;
        return new JobSpec(changed);
    }

    /** What it is called. */
    public String name() {
        return terms.name;
    }

    /** The highest number is served first. */
    public int priority() {
        return terms.priority;
    }

    /** GPUs that it can use. */
    public int gpusWanted() {
        return terms.gpusWanted;
    }

    /** Work after which it is done, in GPU-seconds at full rate; infinite for an endless job. */
    public double workGpuS() {
        return terms.workGpuS;
    }

    /** Running time between checkpoints, in s; NaN when it needs none. */
    public double checkpointIntervalS() {
        return terms.checkpointIntervalS;
    }

    /** Least time of one checkpoint, in s. */
    public double checkpointCostS() {
        return terms.checkpointCostS;
    }

    /** Bytes of one checkpoint of the whole job. */
    public double checkpointBytes() {
        return terms.checkpointBytes;
    }

    /** Whether it dies on all its GPUs when one fails. */
    public boolean isCoupled() {
        return terms.coupled;
    }

    /** Time to begin again after its death, in s. */
    public double restartS() {
        return terms.restartS;
    }

    /** Copies in which it is done. */
    public int replicas() {
        return terms.replicas;
    }

    /** Work of one unit of one copy, in GPU-s at full rate; infinite when it leaves no results to compare. */
    public double unitGpuS() {
        return terms.unitGpuS;
    }

    /** Highest power within a step over the step's power. */
    public double peakRatio() {
        return terms.peakRatio;
    }

    /** Demand on each GPU {@code ageS} seconds after its arrival, in W. */
    public double demandW(double ageS) {
        int step = terms.stepStartS.length - 1;
        if (step == 0) {
            return terms.stepDemandW[0];
        }
        double roundedS = ageS + PHASE_TOLERANCE_S;
        double phaseS = terms.repeatS > 0.0 ? roundedS % terms.repeatS : roundedS;
        while (step > 0 && terms.stepStartS[step] > phaseS) {
            step--;
        }
        return terms.stepDemandW[step];
    }

    private static void requireDemand(String name, double demandW) {
        if (!(demandW >= 0.0 && demandW < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("job " + name + " demands " + demandW + " W; expected 0 or more");
        }
    }

    @Override
    public String toString() {
        return terms.name + " priority " + terms.priority + ", " + terms.gpusWanted + " GPUs at "
                + Arrays.toString(terms.stepDemandW) + " W";
    }

    /** The values; written only while a new job is made. */
    private static final class Terms {
        private final String name;
        private final int priority;
        private final int gpusWanted;
        private final double workGpuS;
        private double[] stepStartS = {0.0};
        private double[] stepDemandW = {0.0};
        private double repeatS = Double.NaN;
        private double peakRatio = 1.0;
        private double checkpointIntervalS = Double.NaN;
        private double checkpointCostS;
        private double checkpointBytes;
        private boolean coupled;
        private double restartS;
        private int replicas = 1;
        private double unitGpuS = Double.POSITIVE_INFINITY;

        private Terms(String name, int priority, int gpusWanted, double workGpuS) {
            this.name = name;
            this.priority = priority;
            this.gpusWanted = gpusWanted;
            this.workGpuS = workGpuS;
        }

        private Terms copy() {
            Terms copy = new Terms(name, priority, gpusWanted, workGpuS);
            copy.stepStartS = stepStartS;
            copy.stepDemandW = stepDemandW;
            copy.repeatS = repeatS;
            copy.peakRatio = peakRatio;
            copy.checkpointIntervalS = checkpointIntervalS;
            copy.checkpointCostS = checkpointCostS;
            copy.checkpointBytes = checkpointBytes;
            copy.coupled = coupled;
            copy.restartS = restartS;
            copy.replicas = replicas;
            copy.unitGpuS = unitGpuS;
            return copy;
        }
    }
}
