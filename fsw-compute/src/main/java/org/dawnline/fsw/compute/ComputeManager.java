package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the rack within the smaller of the two grants and below the reflex's ceiling, and turns the watts into work: the right
 * number of GPUs awake, jobs on them by priority, power divided among them.
 */
public final class ComputeManager implements Component {
    private static final double MAX_W = 1e7;
    /** The rest is for GPUs that begin to draw by themselves while they wake. */
    private static final double RAMP_USE_RATIO = 0.9;
    /** A rack that stays within this of its power draws the same all the time, as far as its meter can tell. */
    private static final double STEADY_RATIO = 0.015;

    /** A grant that will be so much greater in a moment is a change that GPUs are woken for. */
    private static final double COMING_RATIO = 1.1;

    private final String name;
    private final ComputeHal rack;
    private final ModeManager modes;
    private final Workload workload;
    private final RackGrants grants;
    private final GpuFigures figures;
    private final Fleet fleet;
    private final AwakeCount awake;
    private final Warmers warmers;
    private final Assignment assignment;
    private final Division division;
    private final Dispatch dispatch;
    private final Trays trays;
    private final GpuShare share;
    private final Parameter capW;
    private final Parameter rampWPerS;
    private final Events<ComputeEvent> events;
    private final JobNews news;
    private final FleetReport fleetReport;
    private final ComputeReport report;
    private final boolean[] waitedBefore;
    private boolean starved;
    private double ceilingW;
    private double budgetW;

    /**
     * Declares the face. Reads the groups gpu and rack of the profile, which a vehicle without GPUs need not have.
     *
     * @param workload what the jobs could do; stepped with the reflexes, before this
     * @param grants what the rack is granted
     */
    public ComputeManager(
            Face face,
            ComputeHal rack,
            VehicleProfile vehicle,
            ModeManager modes,
            Workload workload,
            RackGrants grants) {
        this.name = face.name();
        this.rack = rack;
        this.modes = modes;
        this.workload = workload;
        this.grants = grants.connected(face);
        events = face.events(ComputeEvent.class);
        figures = workload.figures();
        fleet = workload.fleet();
        share = workload.share();
        fleetReport = new FleetReport(face, rack, fleet, events);
        awake = new AwakeCount(face, figures);
        warmers = new Warmers(figures, fleet);
        assignment = new Assignment(rack, workload, warmers);
        division = new Division(rack, workload, assignment);
        dispatch = new Dispatch(rack, workload, assignment, division);
        trays = new Trays(face, rack, figures, events);
        news = new JobNews(rack, assignment, division, events);
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
        report = new ComputeReport(face, rack, workload);
        new ComputeCommands(workload.jobs(), fleet, trays, events).declare(face);
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
            news.announce(budgetW);
        } else {
            news.find();
        }
        report.report(tick.stepS());
        report.reportDecision(budgetW, division.allocatedW() / share.ratio(), awake.count(), warmers.count());
        report.reportWakes(dispatch.mostWakes());
        fleetReport.report();
    }

    private double allowedW() {
        double allowed = Math.min(Math.min(grants.leastW(), ceilingW), capW.value());
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
        double gpuW = gpusW(allowed);
        int wanted = modes.mode() == Mode.OPERATIONAL ? workload.jobs().gpusWanted() : 0;
        int before = awake.count();
        awake.hold(Math.min(grants.soonW(), capW.value()) > allowed * COMING_RATIO, stepS);
        int count = awake.follow(gpuW, fleet.usableCount(), wanted, workload.usefulGpuW(), stepS);
        if (count != before) {
            events.raise(ComputeEvent.AWAKE_CHANGED, count, before, allowed);
        }
        workload.keep(count, awake.keepW(workload.usefulGpuW()));
        tellStarved(count == 0 && Math.min(wanted, fleet.usableCount()) > 0, allowed);
        keepWarm(gpuW, count, wanted);
        assignment.assign(count);
        division.divide(rackW * share.ratio());
        dispatch.send();
        workload.meter().allocate(division.allocatedW() / share.ratio());
        budgetW = rackW;
    }

    private double gpusW(double rackW) {
        return rackW * share.ratio() - fleet.unusablePowerW(figures.idleW());
    }

    private void tellStarved(boolean now, double allowed) {
        if (now && !starved) {
            events.raise(ComputeEvent.TOO_LITTLE, allowed, figures.lowestW() / share.ratio());
        }
        starved = now;
    }

    // GPUs that will be needed in a moment are woken now, those that the loop needs stay awake.
    private void keepWarm(double gpuW, int count, int wanted) {
        int usable = fleet.usableCount();
        double soonW = Math.min(grants.soonW(), capW.value());
        int soon = soonW > 0 ? awake.best(gpusW(soonW), usable, wanted, workload.usefulGpuW()) - count : 0;
        boolean all = grants.warmthWanted().value() > 0;
        double floorW = all ? Double.POSITIVE_INFINITY : gpusW(grants.floorW());
        warmers.choose(floorW, soon, gpuW, count, workload.crestGpuW());
    }

    // A job that waits although its GPUs were given to it a step ago never got them, or a new one has taken its slot.
    private void resendToWaiting() {
        for (int slot = 0; slot < waitedBefore.length; slot++) {
            boolean waits = rack.jobState(slot) == JobState.WAITING && assignment.gpusOf(slot) > 0;
            if (waits && waitedBefore[slot]) {
                dispatch.resend(slot);
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
        boolean boot = modes.mode() == Mode.BOOT;
        double drawnW = boot ? rack.rackPowerW() : budgetW;
        if (drawnW > ceilingW) {
            events.raise(ComputeEvent.SHED, ceilingW, drawnW);
            shed(boot);
        } else {
            dispatch.cool();
        }
        trays.step(ceilingW, modes.mode().payloadAllowed() || wantedForWarmth(), stepS);
    }

    // Also in SAFE, where the trays may have been cut on the way down: dark trays warm no panel.
    private boolean wantedForWarmth() {
        return modes.mode().warmthAllowed() && grants.warmthWanted().value() > 0;
    }

    private void shed(boolean boot) {
        workload.refresh();
        if (boot) {
            news.find();
        }
        allocate(ceilingW, ceilingW, 0);
        if (boot) {
            news.announce(budgetW);
        }
    }
}
