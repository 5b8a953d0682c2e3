package org.dawnline.sim.compute;

import java.util.Arrays;

/**
 * A job as its customer describes it. Immutable; made by {@link #endless} or {@link #batch} and refined by the {@code with} methods.
 */
public final class JobSpec {
    /** A tenth of the finest step of the world: a demand that changes on a step changes on that step, rounding or not. */
    private static final double PHASE_TOLERANCE_S = 1e-4;

    private final String name;
    private final int priority;
    private final int gpusWanted;
    private final double workGpuS;
    private final double[] stepStartS;
    private final double[] stepDemandW;
    private final double repeatS;
    private final double checkpointIntervalS;
    private final double checkpointCostS;

    private JobSpec(
            String name,
            int priority,
            int gpusWanted,
            double workGpuS,
            double[] stepStartS,
            double[] stepDemandW,
            double repeatS,
            double checkpointIntervalS,
            double checkpointCostS) {
        this.name = name;
        this.priority = priority;
        this.gpusWanted = gpusWanted;
        this.workGpuS = workGpuS;
        this.stepStartS = stepStartS;
        this.stepDemandW = stepDemandW;
        this.repeatS = repeatS;
        this.checkpointIntervalS = checkpointIntervalS;
        this.checkpointCostS = checkpointCostS;
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
        return new JobSpec(
                name,
                priority,
                gpusWanted,
                workGpuS,
                new double[] {0.0},
                new double[] {gpuDemandW},
                Double.NaN,
                Double.NaN,
                0.0);
    }

    /**
     * The same job with a demand that changes in steps: from {@code stepStartS[i]} seconds after its arrival it draws
     * {@code stepDemandW[i]} W on each GPU. Both arrays have the same length, the first start is 0, the starts rise. After
     * {@code repeatS} seconds the steps begin again; NaN keeps the last one.
     */
    public JobSpec withDemand(double[] stepStartS, double[] stepDemandW, double repeatS) {
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
        return new JobSpec(
                name,
                priority,
                gpusWanted,
                workGpuS,
                stepStartS.clone(),
                stepDemandW.clone(),
                repeatS,
                checkpointIntervalS,
                checkpointCostS);
    }

    /**
     * The same job with checkpoints: after every {@code intervalS} seconds of running a GPU stops working for {@code costS}
     * seconds, and loses what it did since then when it is taken away. Without this a job loses nothing.
     */
    public JobSpec withCheckpoints(double intervalS, double costS) {
        if (!(intervalS > 0.0 && costS >= 0.0)) {
            throw new IllegalArgumentException(
                    "job " + name + ": checkpoints every " + intervalS + " s at " + costS + " s");
        }
        return new JobSpec(name, priority, gpusWanted, workGpuS, stepStartS, stepDemandW, repeatS, intervalS, costS);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** The highest number is served first. */
    public int priority() {
        return priority;
    }

    /** GPUs that it can use. */
    public int gpusWanted() {
        return gpusWanted;
    }

    /** Work after which it is done, in GPU-seconds at full rate; infinite for an endless job. */
    public double workGpuS() {
        return workGpuS;
    }

    /** Running time between checkpoints, in s; NaN when it needs none. */
    public double checkpointIntervalS() {
        return checkpointIntervalS;
    }

    /** Time of one checkpoint, in s. */
    public double checkpointCostS() {
        return checkpointCostS;
    }

    /** Demand on each GPU {@code ageS} seconds after its arrival, in W. */
    public double demandW(double ageS) {
        double roundedS = ageS + PHASE_TOLERANCE_S;
        double phaseS = repeatS > 0.0 ? roundedS % repeatS : roundedS;
        int step = stepStartS.length - 1;
        while (step > 0 && stepStartS[step] > phaseS) {
            step--;
        }
        return stepDemandW[step];
    }

    private static void requireDemand(String name, double demandW) {
        if (!(demandW >= 0.0 && demandW < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("job " + name + " demands " + demandW + " W; expected 0 or more");
        }
    }

    @Override
    public String toString() {
        return name + " priority " + priority + ", " + gpusWanted + " GPUs at " + Arrays.toString(stepDemandW) + " W";
    }
}
