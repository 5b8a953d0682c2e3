package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the rack within the smaller of the two grants and below the reflex's ceiling, and turns the watts into work: the right
 * number of GPUs awake, jobs on them by priority, power divided among them.
 */
public final class ComputeManager implements Component {
    private static final double MAX_W = 1e7;
    private static final double SECONDS_PER_HOUR = 3600;
    /** The rest is for GPUs that begin to draw by themselves while they wake. */
    private static final double RAMP_USE_RATIO = 0.9;

    /** A rack that stays within this of its power draws the same all the time, as far as its meter can tell. */
    private static final double STEADY_RATIO = 0.015;

    private static final int COMMANDED = Mode.STANDBY.bit() | Mode.OPERATIONAL.bit();

    private final String name;
    private final ComputeHal rack;
    private final ModeManager modes;
    private final Warmers warmers;
    private final Channel powerGrantW;
    private final Channel heatGrantW;
    private final Channel warmthWanted;
    private final GpuFigures figures;
    private final Workload workload;
    private final Fleet fleet;
    private final FleetReport fleetReport;
    private final Jobs jobs;
    private final AwakeCount awake;
    private final Allocation allocation;
    private final Trays trays;
    private final GpuShare share;
    private final Parameter capW;
    private final Parameter rampWPerS;
    private final Events<ComputeEvent> events;
    private final boolean[] served;
    private final boolean[] found;
    private final boolean[] waitedBefore;
    private final Channel rackPower;
    private final Channel budget;
    private final Channel allocated;
    private final Channel awakeCount;
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
    private double ceilingW;
    private double budgetW;

    /**
     * Declares the face. Reads the groups gpu and rack of the profile, which a vehicle without GPUs need not have.
     *
     * @param workload what the jobs could do; stepped with the reflexes, before this
     * @param powerGrantW rack input that power allows, in W
     * @param heatGrantW rack input that heat allows, in W
     * @param warmthWanted whether GPUs without work should stay awake for their heat
     */
    public ComputeManager(
            Face face,
            ComputeHal rack,
            VehicleProfile vehicle,
            ModeManager modes,
            Workload workload,
            Channel powerGrantW,
            Channel heatGrantW,
            Channel warmthWanted) {
        this.name = face.name();
        this.rack = rack;
        this.modes = modes;
        this.powerGrantW = powerGrantW;
        this.heatGrantW = heatGrantW;
        this.warmthWanted = warmthWanted;
        events = face.events(ComputeEvent.class);
        this.workload = workload;
        figures = workload.figures();
        fleet = workload.fleet();
        fleetReport = new FleetReport(face, rack, fleet, events);
        jobs = workload.jobs();
        awake = new AwakeCount(face, figures);
        warmers = new Warmers(figures, fleet);
        allocation = new Allocation(rack, workload, warmers);
        share = workload.share();
        trays = new Trays(face, rack, figures, events);
        served = new boolean[rack.jobSlotCount()];
        found = new boolean[rack.jobSlotCount()];
        waitedBefore = new boolean[rack.jobSlotCount()];
        double peakW = vehicle.has("rack.peakW") ? vehicle.number("rack.peakW", 0, MAX_W) : 0;
        double ramp = vehicle.has("rack.rampWPerS") ? vehicle.number("rack.rampWPerS", 0, MAX_W) : MAX_W;
        capW = face.parameter("capW", Unit.WATT, peakW, 0, peakW, "most that the rack may draw, whatever is granted");
        rampWPerS = face.parameter(
                "rampWPerS",
                Unit.WATT_PER_SECOND,
                ramp * RAMP_USE_RATIO,
                0,
                ramp,
                "how fast the rack's power may rise");
        rackPower = face.channel("rackPowerW", Unit.WATT, "power at the rack's input");
        budget = face.channel("budgetW", Unit.WATT, "rack input that was divided among the GPUs");
        allocated = face.channel("allocatedW", Unit.WATT, "rack input that the GPUs' limits add up to");
        awakeCount = face.channel("awakeGpus", Unit.COUNT, "GPUs that are kept awake");
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
        declareCommands(face);
    }

    private void declareCommands(Face face) {
        if (jobs.slots() > 0) {
            Argument slot = Argument.whole("slot", 0, jobs.slots() - 1L, "the job slot");
            face.command(
                    "STOP_JOB",
                    "Takes all GPUs from the job in a slot until it is released or gone.",
                    COMMANDED,
                    arguments -> bar((int) arguments[0], true),
                    slot);
            face.command(
                    "RELEASE_JOB",
                    "Lets a job that was stopped run again.",
                    COMMANDED,
                    arguments -> bar((int) arguments[0], false),
                    slot);
        }
        if (fleet.size() > 0) {
            face.command(
                    "HOLD_GPU",
                    "Keeps a GPU from work, or gives it back.",
                    COMMANDED,
                    this::hold,
                    Argument.whole("gpu", 0, fleet.size() - 1L, "the GPU"),
                    Argument.whole("held", 0, 1, "1 to hold, 0 to give back"));
            face.command(
                    "SET_TRAY",
                    "Switches a tray off or on; its jobs fall back to their checkpoints.",
                    COMMANDED,
                    this::setTray,
                    Argument.whole("tray", 0, trays.count() - 1L, "the tray"),
                    Argument.whole("on", 0, 1, "1 for on, 0 for off"));
        }
    }

    private Outcome bar(int slot, boolean bar) {
        if (!jobs.bar(slot, bar)) {
            return Outcome.FAILED_STATE;
        }
        events.raise(bar ? ComputeEvent.SLOT_BARRED : ComputeEvent.SLOT_RELEASED, slot);
        return Outcome.COMPLETED;
    }

    private Outcome hold(double[] arguments) {
        int gpu = (int) arguments[0];
        fleet.hold(gpu, arguments[1] != 0);
        events.raise(ComputeEvent.GPU_HELD, gpu, arguments[1]);
        return Outcome.COMPLETED;
    }

    private Outcome setTray(double[] arguments) {
        int tray = (int) arguments[0];
        trays.set(tray, arguments[1] != 0);
        events.raise(ComputeEvent.TRAY_SET, tray, arguments[1]);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        fleetReport.announce();
        share.step(workload.meter().steady(STEADY_RATIO), tick.stepS());
        if (modes.mode() != Mode.BOOT) { // until then the rack goes on as it was found
            resendToWaiting();
            double allowed = allowedW();
            allocate(allowed, ramped(allowed, tick.stepS()), tick.stepS());
            announceJobs();
        } else {
            find();
        }
        report(tick.stepS());
    }

    private double allowedW() {
        double grantW = Math.min(powerGrantW.value(), heatGrantW.value()); // NaN if either is
        double allowed = Math.min(Math.min(grantW, ceilingW), capW.value());
        return allowed > 0 ? allowed : 0; // nothing also when a grant is unknown
    }

    private double ramped(double allowed, double stepS) {
        double now = rack.rackPowerW();
        double from = now >= 0 ? now : budgetW;
        if (workload.swings()) { // what the load did a moment ago it may do again
            from = Math.max(from, Math.min(workload.meter().crestW(), budgetW));
        }
        return Math.min(allowed, from + rampWPerS.value() * stepS);
    }

    // GPUs are woken for what is allowed, before the ramp gets there: waking takes longer than the ramp.
    private void allocate(double allowed, double rackW, double stepS) {
        boolean jobsRun = modes.mode() == Mode.OPERATIONAL;
        double gpuW = allowed * share.ratio() - fleet.unusablePowerW(figures.idleW());
        int before = awake.count();
        int count = awake.follow(gpuW, fleet.usableCount(), jobsRun ? jobs.gpusWanted() : 0, stepS);
        if (count != before) {
            events.raise(ComputeEvent.AWAKE_CHANGED, count, before, allowed);
        }
        warmers.choose(warmthWanted.value() > 0, gpuW, count);
        allocation.assign(count);
        allocation.divide(rackW * share.ratio());
        allocation.send();
        workload.meter().allocate(allocation.allocatedW() / share.ratio());
        budgetW = rackW;
    }

    // A job that waits although its GPUs were given to it a step ago never got them, or a new one has taken its slot.
    private void resendToWaiting() {
        for (int slot = 0; slot < waitedBefore.length; slot++) {
            boolean waits = rack.jobState(slot) == JobState.WAITING && allocation.gpusOf(slot) > 0;
            if (waits && waitedBefore[slot]) {
                allocation.resend(slot);
            }
            waitedBefore[slot] = waits && !waitedBefore[slot];
        }
    }

    /**
     * Bounds the rack at once; called by the reflex in each of its steps.
     *
     * @param newCeilingW rack input that may be drawn now, in W; NaN counts as 0
     */
    void bound(double newCeilingW, double stepS) {
        ceilingW = newCeilingW >= 0 ? newCeilingW : 0;
        double drawnW = modes.mode() == Mode.BOOT ? rack.rackPowerW() : budgetW;
        if (drawnW > ceilingW) {
            events.raise(ComputeEvent.SHED, ceilingW, drawnW);
            if (modes.mode() == Mode.BOOT) {
                find();
                allocate(ceilingW, ceilingW, 0);
                announceJobs();
            } else {
                allocate(ceilingW, ceilingW, 0);
            }
        } else {
            allocation.cool();
        }
        trays.step(ceilingW, modes.mode() == Mode.STANDBY || modes.mode() == Mode.OPERATIONAL, stepS);
    }

    // What ran before this software did must not go without a word either.
    private void find() {
        for (int slot = 0; slot < found.length; slot++) {
            found[slot] = rack.jobState(slot) == JobState.RUNNING;
        }
    }

    private void announceJobs() {
        for (int slot = 0; slot < served.length; slot++) {
            boolean has = allocation.gpusOf(slot) > 0;
            if (has && !served[slot]) {
                events.raise(ComputeEvent.JOB_STARTED, slot, allocation.gpusOf(slot), allocation.wattsOf(slot));
            } else if (!has && (served[slot] || found[slot])) {
                boolean done = rack.jobState(slot) == JobState.DONE;
                events.raise(
                        done ? ComputeEvent.JOB_DONE : ComputeEvent.JOB_STOPPED,
                        slot,
                        done ? rack.jobWorkGpuS(slot) : budgetW);
            }
            served[slot] = has;
            found[slot] = false;
        }
    }

    private void report(double stepS) {
        double powerW = rack.rackPowerW();
        Channel energy = jobs.running() > 0 ? computeEnergy : idleEnergy;
        energy.set(energy.value() + (powerW > 0 ? powerW * stepS / SECONDS_PER_HOUR : 0));
        rackPower.set(powerW);
        budget.set(budgetW);
        allocated.set(allocation.allocatedW() / share.ratio());
        awakeCount.set(awake.count());
        runningJobs.set(jobs.running());
        waitingJobs.set(jobs.served() - jobs.running());
        hottest.set(fleet.hottestK());
        mean.set(fleet.meanK());
        usableGpus.set(fleet.usableCount());
        trippedGpus.set(fleet.count(GpuState.TRIPPED));
        gpuShare.set(share.ratio());
        work.set(jobs.doneGpuS());
        lostWork.set(jobs.lostGpuS());
        fleetReport.report();
    }
}
