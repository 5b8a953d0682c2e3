package org.dawnline.tools.sim.bound;

import java.util.Comparator;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.scenario.PlannedJob;

/**
 * The most rack input that a scenario's jobs could use at a time: the hungriest take GPUs first, the GPUs that are left idle. An
 * arrival that waits for an orbit event counts from the start, and no job is ever done: a bound may be too high, never too low.
 */
final class JobDemand {
    private static final double MAX_W = 1e9;
    private static final double BURST_RATIO = 1.005;

    private final List<PlannedJob> jobs;
    private final int gpus;
    private final double idleW;
    private final double mostGpuW;
    private final double nominalShareRatio;
    private final double shareRatio;
    private final double sustainedW;
    private final double peakW;
    private final double capW;

    JobDemand(List<PlannedJob> jobs, VehicleProfile profile, VehicleProfile truth, double capW) {
        this.jobs = jobs;
        this.capW = capW;
        gpus = truth.countOr(0, "rack.trays", 0, 256) * truth.countOr(0, "rack.gpusPerTray", 0, 64);
        idleW = gpus > 0 ? truth.number("gpu.idleW", 0, MAX_W) : 0;
        mostGpuW = gpus > 0 ? truth.number("gpu.limitMaxW", 0, MAX_W) : 0;
        shareRatio = gpus > 0 ? truth.number("rack.gpuShareRatio", 0, 1) : 1;
        nominalShareRatio = gpus > 0 ? profile.number("rack.gpuShareRatio", 0, 1) : 1;
        sustainedW = gpus > 0 ? truth.number("rack.sustainedW", 0, MAX_W) : 0;
        peakW = gpus > 0 ? truth.numberOr(sustainedW, "rack.peakW", 0, MAX_W) : 0;
    }

    /** Rack input that could be used at a mission time, in W. */
    double usableW(double timeS) {
        double gpuW = gpuW(timeS);
        boolean burst = gpuW / nominalShareRatio > BURST_RATIO * sustainedW;
        double most = !Double.isNaN(capW) ? capW : burst ? peakW : sustainedW;
        return Math.min(most, gpuW / shareRatio);
    }

    private double gpuW(double timeS) {
        List<double[]> wishes = jobs.stream()
                .map(job -> new double[] {wishW(job, timeS), job.spec().gpusWanted()})
                .filter(wish -> wish[0] > 0)
                .sorted(Comparator.comparingDouble(wish -> -wish[0]))
                .toList();
        double left = wishes.isEmpty() ? 0 : gpus;
        double sumW = 0;
        for (double[] wish : wishes) {
            double taken = Math.min(left, wish[1]);
            sumW += taken * Math.min(mostGpuW, Math.max(idleW, wish[0]));
            left -= taken;
        }
        return sumW + left * idleW;
    }

    private static double wishW(PlannedJob job, double timeS) {
        double ageS = job.at().trigger().relative()
                ? timeS
                : timeS - job.at().trigger().offsetS();
        return ageS >= 0 ? job.spec().demandW(ageS) : 0;
    }
}
