package org.dawnline.tools.sim.scenario;

import org.dawnline.sim.compute.JobSpec;

/**
 * A job and when it arrives.
 *
 * @param place where it stands
 * @param at when it arrives
 * @param spec the job
 * @param runningGpus GPUs that it holds at the start already; 0 for none
 */
public record PlannedJob(Place place, Moment at, JobSpec spec, int runningGpus) {
    /** The same with another job. */
    public PlannedJob withSpec(JobSpec newSpec) {
        return new PlannedJob(place, at, newSpec, runningGpus);
    }
}
