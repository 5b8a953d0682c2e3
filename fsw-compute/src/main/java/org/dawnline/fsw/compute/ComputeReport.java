package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/** What the rack draws and gets done, for the ground. */
final class ComputeReport {
    private static final double SECONDS_PER_HOUR = 3600;

    private final ComputeHal rack;
    private final Fleet fleet;
    private final Jobs jobs;
    private final GpuShare share;
    private final Channel rackPower;
    private final Channel budget;
    private final Channel allocated;
    private final Channel awakeCount;
    private final Channel warmGpus;
    private final Channel mostWakes;
    private final Channel runningJobs;
    private final Channel waitingJobs;
    private final Channel hottest;
    private final Channel mean;
    private final Channel usableGpus;
    private final Channel trippedGpus;
    private final Channel gpuShare;
    private final Channel work;
    private final Channel lostWork;
    private final Channel computeEnergy;
    private final Channel idleEnergy;

    ComputeReport(Face face, ComputeHal rack, Workload workload) {
        this.rack = rack;
        fleet = workload.fleet();
        jobs = workload.jobs();
        share = workload.share();
        rackPower = face.channel("rackPowerW", Unit.WATT, "power at the rack's input");
        budget = face.channel("budgetW", Unit.WATT, "rack input that was divided among the GPUs");
        face.derived(
                "overBudgetW",
                Unit.WATT,
                "rack input above the one that was divided; below zero while it is kept",
                in -> in[0] - in[1],
                rackPower,
                budget);
        allocated = face.channel("allocatedW", Unit.WATT, "rack input that the GPUs' limits add up to");
        awakeCount = face.channel("awakeGpus", Unit.COUNT, "GPUs that are kept awake for work");
        warmGpus = face.channel("warmGpus", Unit.COUNT, "GPUs without work that are kept awake");
        mostWakes = face.channel("mostGpuWakes", Unit.COUNT, "how often the GPU that was woken most has been");
        runningJobs = face.channel("runningJobs", Unit.COUNT, "jobs that run");
        waitingJobs = face.channel("waitingJobs", Unit.COUNT, "jobs that may run and have no GPU");
        hottest = face.channel("hottestGpuTempK", Unit.KELVIN, "hottest GPU");
        mean = face.channel("meanGpuTempK", Unit.KELVIN, "mean of all GPUs");
        usableGpus = face.channel("usableGpus", Unit.COUNT, "GPUs that can be given work");
        trippedGpus = face.channel("trippedGpus", Unit.COUNT, "GPUs that have shut themselves down");
        gpuShare =
                face.channel("gpuShareRatio", Unit.RATIO, "share of the rack's input that the GPUs draw, as measured");
        work = face.channel("workGpuS", Unit.SECOND, "work done by all jobs, in GPU-seconds at full rate");
        lostWork =
                face.channel("lostWorkGpuS", Unit.SECOND, "work lost back to checkpoints, in GPU-seconds at full rate");
        computeEnergy = face.channel("computeEnergyWh", Unit.WATT_HOUR, "rack input while a job runs");
        idleEnergy = face.channel("idleEnergyWh", Unit.WATT_HOUR, "rack input while none does");
        computeEnergy.set(0);
        idleEnergy.set(0);
    }

    void report(double stepS) {
        double powerW = rack.rackPowerW();
        Channel energy = jobs.running() > 0 ? computeEnergy : idleEnergy;
        energy.set(energy.value() + (powerW > 0 ? powerW * stepS / SECONDS_PER_HOUR : 0));
        rackPower.set(powerW);
        runningJobs.set(jobs.running());
        waitingJobs.set(jobs.served() - jobs.running());
        hottest.set(fleet.hottestK());
        mean.set(fleet.meanK());
        usableGpus.set(fleet.usableCount());
        trippedGpus.set(fleet.count(GpuState.TRIPPED));
        gpuShare.set(share.ratio());
        work.set(jobs.doneGpuS());
        lostWork.set(jobs.lostGpuS());
    }

    /** Reports what was decided: watts at the rack's input, and how many GPUs are awake with and without work. */
    void reportDecision(double budgetW, double allocatedW, int awake, int warm) {
        budget.set(budgetW);
        allocated.set(allocatedW);
        awakeCount.set(awake);
        warmGpus.set(warm);
    }

    void reportWakes(int most) {
        mostWakes.set(most);
    }
}
