package org.dawnline.tools.sim.scenario;

import java.util.List;
import org.dawnline.sim.compute.JobSpec;

/** Reads an entry of {@code jobs}. */
final class JobEntry {
    private static final double SECONDS_PER_HOUR = 3600;

    private JobEntry() {}

    static PlannedJob read(Section entry) {
        JobSpec spec = entry.checked("name", () -> spec(entry));
        Moment at = entry.moment("at");
        int runningGpus = (int) entry.whole("runningGpus", 0);
        if (runningGpus > 0 && entry.has("at")) {
            throw entry.refusal(
                    "runningGpus", "stands beside at; expected it only for a job that is there at the start");
        }
        if (runningGpus > spec.gpusWanted()) {
            throw entry.refusal("runningGpus", "is " + runningGpus + "; expected at most gpus, " + spec.gpusWanted());
        }
        return new PlannedJob(entry.place(), at, spec, runningGpus);
    }

    private static JobSpec spec(Section entry) {
        double workGpuS = entry.number("workGpuHours", Double.POSITIVE_INFINITY) * SECONDS_PER_HOUR;
        boolean steps = entry.isList("demandW");
        JobSpec spec = JobSpec.batch(
                entry.text("name", ""),
                (int) entry.whole("priority", 0),
                (int) entry.whole("gpus", 1),
                steps ? 0 : entry.number("demandW", 0),
                workGpuS);
        if (steps) {
            spec = withSteps(spec, entry);
        } else if (entry.has("repeat")) {
            throw entry.refusal("repeat", "has nothing to repeat; expected demandW to be a list of steps");
        }
        spec = spec.withPeaks(entry.number("peakRatio", 1)).withRestart(entry.span("restart", 0));
        return withReplicas(withCheckpoints(entry.flag("coupled", false) ? spec.coupled() : spec, entry), entry);
    }

    private static JobSpec withCheckpoints(JobSpec spec, Section entry) {
        Section checkpoint = entry.section("checkpoint");
        return entry.has("checkpoint")
                ? spec.withCheckpoints(checkpoint.span("every", 0), checkpoint.span("takes", 0))
                        .withCheckpointBytes(checkpoint.number("bytes", 0))
                : spec;
    }

    private static JobSpec withReplicas(JobSpec spec, Section entry) {
        Section replicas = entry.section("replicas");
        return entry.has("replicas")
                ? spec.withReplicas(
                        (int) replicas.whole("copies", 1), replicas.number("unitGpuHours", 0) * SECONDS_PER_HOUR)
                : spec;
    }

    private static JobSpec withSteps(JobSpec spec, Section entry) {
        List<Section> steps = entry.list("demandW");
        double[] fromS =
                steps.stream().mapToDouble(step -> step.span("from", 0)).toArray();
        double[] demandW =
                steps.stream().mapToDouble(step -> step.number("W", 0)).toArray();
        for (int i = 0; i < fromS.length; i++) {
            if (i == 0 ? fromS[0] != 0 : fromS[i] <= fromS[i - 1]) {
                throw steps.get(i)
                        .refusal(
                                "from",
                                i == 0
                                        ? "is not 0; expected the first step to begin with the job"
                                        : "is not after the step before; expected steps in their order");
            }
        }
        double repeatS = entry.span("repeat", Double.NaN);
        if (repeatS <= fromS[fromS.length - 1]) {
            throw entry.refusal("repeat", "comes before the last step begins; expected a longer time");
        }
        return spec.withDemand(fromS, demandW, repeatS);
    }
}
