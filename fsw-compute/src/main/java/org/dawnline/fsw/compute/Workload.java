package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.plan.WorkOutlook;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.VehicleProfile;

/**
 * What the jobs could do with power, for whoever grants it. Steps with the reflexes, so that a load which swings once a second is
 * seen as a swing; knows nothing of grants, so that the demand never follows them.
 */
public final class Workload implements Component, WorkOutlook {
    /** A grant of just the demand would clip it wherever two meters differ. */
    private static final double DEMAND_MARGIN = 1.005;
    /** A light job's GPUs would even have to sleep one by one, while the hosts' share is being learned. */
    private static final double LIGHT_MARGIN = 1.03;

    /** The driver of the GPUs has nothing new more often; a little less than a second, since steps add up with rounding. */
    private static final double READ_EVERY_S = 0.95;

    private final String name;
    private final ModeManager modes;
    private final GpuFigures figures;
    private final Fleet fleet;
    private final Jobs jobs;
    private final Demand demand;
    private final RackMeter meter;
    private final GpuShare share;
    private final WorthCurve curve;
    private final Channel demandChannel;
    private final Channel leastChannel;
    private final Channel useChannel;
    private double sinceReadS = READ_EVERY_S;
    private double leastW;
    private double keepGpusW;
    private int awakeGpus;
    private double latchedLeastW;
    private double latchedKeepW;
    private double latchedSpareW;
    private int latchedAwake;
    private int latchedWanted;
    private double latchedUsefulW;
    private double latchedShare = 1;
    private double latchedUseRatio = 1;

    /** Declares the face. Reads the groups gpu and rack of the profile, which a vehicle without GPUs need not have. */
    public Workload(Face face, ComputeHal rack, VehicleProfile vehicle, ModeManager modes) {
        this.name = face.name();
        this.modes = modes;
        figures = GpuFigures.of(vehicle);
        fleet = new Fleet(rack, figures);
        jobs = new Jobs(rack, figures);
        demand = new Demand(face, rack, figures);
        meter = new RackMeter(face, rack);
        share = new GpuShare(rack, figures);
        curve = new WorthCurve(figures, jobs.slots());
        demandChannel = face.channel("demandW", Unit.WATT, "most rack input that the jobs can use, at the crest");
        leastChannel = face.channel("leastW", Unit.WATT, "rack input with all GPUs asleep that can be");
        useChannel = face.channel("meanDrawRatio", Unit.RATIO, "rack input drawn in the mean of what limits allow");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        demand.read(tick.stepS());
        sinceReadS += tick.stepS();
        if (!(sinceReadS < READ_EVERY_S)) { // from the first step on, with whoever steps once a second
            fleet.watch(sinceReadS);
            refresh();
            sinceReadS = 0;
            leastW = presentLeastW();
            demandChannel.set(leastW + presentMoreW());
            leastChannel.set(leastW);
            useChannel.set(meter.useRatio());
        }
        meter.read(leastW, tick.stepS());
    }

    /** Looks anew at which GPUs can be used and which jobs there are; done once a second, and at once where it matters. */
    void refresh() {
        fleet.read();
        jobs.read();
    }

    private boolean jobsRun() {
        return modes.mode() == Mode.OPERATIONAL;
    }

    private double presentLeastW() {
        double unusableW = fleet.unusablePowerW(figures.idleW());
        return (fleet.usableCount() * figures.asleepW() + unusableW) / share.ratio();
    }

    private double presentMoreW() {
        double moreW = 0;
        int left = fleet.usableCount();
        for (int i = 0; jobsRun() && i < jobs.served(); i++) {
            int slot = jobs.slot(i);
            int gpus = Math.min(left, jobs.gpusWanted(slot));
            moreW += gpus * Math.max(0, demandGpuW(slot) - figures.asleepW());
            left -= gpus;
        }
        return moreW / share.ratio();
    }

    private double demandGpuW(int slot) {
        double crestW = demand.crestW(slot);
        double margin = crestW < figures.bestW() ? LIGHT_MARGIN : DEMAND_MARGIN;
        return Math.min(figures.highestW(), crestW * margin);
    }

    @Override
    public void latch() {
        latchedLeastW = presentLeastW();
        latchedKeepW = latchedLeastW + keepGpusW * DEMAND_MARGIN / share.ratio();
        latchedUseRatio = meter.useRatio();
        latchedAwake = awakeGpus;
        latchedWanted = jobsRun() ? Math.min(fleet.usableCount(), jobs.gpusWanted()) : 0;
        latchedUsefulW = usefulGpuW();
        latchedShare = share.ratio();
        curve.clear();
        int left = fleet.usableCount();
        for (int i = 0; jobsRun() && i < jobs.served(); i++) {
            int slot = jobs.slot(i);
            int gpus = Math.min(left, jobs.gpusWanted(slot));
            curve.add(gpus, demandGpuW(slot), jobs.weight(slot), share.ratio());
            left -= gpus;
        }
        latchedSpareW = left * Math.max(0, figures.idleW() - figures.asleepW()) / share.ratio();
        curve.thin();
    }

    @Override
    public double leastW() {
        return latchedLeastW;
    }

    @Override
    public double demandW() {
        return latchedLeastW + curve.sumW();
    }

    @Override
    public double keepW() {
        return latchedKeepW;
    }

    @Override
    public double spareWarmthW() {
        return latchedSpareW;
    }

    @Override
    public double readyW(double comingW) {
        double eachW = Math.max(1, latchedUsefulW - figures.asleepW());
        double served = Math.min(latchedWanted, Math.floor((comingW - latchedLeastW) * latchedShare / eachW));
        double toWake = Math.max(0, served - latchedAwake);
        return latchedKeepW + toWake * (figures.idleW() - figures.asleepW()) / latchedShare;
    }

    @Override
    public double useRatio() {
        return latchedUseRatio;
    }

    @Override
    public int rungs() {
        return curve.rungs();
    }

    @Override
    public double rungW(int rung) {
        return curve.widthW(rung);
    }

    @Override
    public double worthPerW(int rung) {
        return curve.worthPerW(rung);
    }

    // For the manager, which does what is known here

    /** Says how many GPUs are awake for work, and what they need, more than asleep, so that none must sleep, in W. */
    void keep(int awake, double watts) {
        awakeGpus = awake;
        keepGpusW = watts;
    }

    GpuFigures figures() {
        return figures;
    }

    Fleet fleet() {
        return fleet;
    }

    Jobs jobs() {
        return jobs;
    }

    Demand demand() {
        return demand;
    }

    /** What a GPU that works can use up to its best power, in the mean of those that the jobs want, in W. */
    double usefulGpuW() {
        return meanGpuW(figures.bestW());
    }

    /** What a GPU that works would draw without a limit, in the mean of those that the jobs want, in W. */
    double crestGpuW() {
        return meanGpuW(figures.highestW());
    }

    private double meanGpuW(double mostW) {
        double sum = 0;
        int gpus = 0;
        int left = fleet.usableCount();
        for (int i = 0; i < jobs.served(); i++) {
            int slot = jobs.slot(i);
            int taken = Math.min(left, jobs.gpusWanted(slot));
            sum += taken * Math.min(mostW, demand.crestW(slot));
            gpus += taken;
            left -= taken;
        }
        return gpus > 0 ? sum / gpus : mostW;
    }

    /** Whether the demand of a job that may run has changed within the window. */
    boolean swings() {
        for (int i = 0; i < jobs.served(); i++) {
            if (demand.swings(jobs.slot(i))) {
                return true;
            }
        }
        return false;
    }

    RackMeter meter() {
        return meter;
    }

    GpuShare share() {
        return share;
    }
}
