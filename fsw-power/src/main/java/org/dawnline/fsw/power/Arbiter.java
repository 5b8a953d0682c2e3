package org.dawnline.fsw.power;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.guard.GuardedDouble;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.power.plan.Decision;
import org.dawnline.fsw.power.plan.Plan;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Grants the rack its watts by one plan over power, heat and work: in each step it looks up what stored energy is worth by the plan
 * and lets the rack do all work that is worth more. Has plans made anew every minute and after surprises; without a plan it hands
 * on what the plain rules grant.
 */
public final class Arbiter implements Component {
    private static final double NANOS_PER_S = 1e9;

    private final String name;
    private final PowerManager power;
    private final Channel heatGrantW;
    private final Channel warmthWanted;
    private final Channel loopW;
    private final ArbiterSettings settings;
    private final PowerPicture picture;
    private final PlanDesk desk;
    private final PlanWatch watch;
    private final DipBridge bridge = new DipBridge();
    private final ArbiterReport report;
    private final Events<ArbiterEvent> events;
    // What one cycle leaves to the next would be wrong for ever, or for long.
    private final GuardedLong askedNanos;
    private final GuardedDouble warmthW;
    private final GuardedDouble alarmW;
    private boolean asked;
    private boolean hadPlan;
    private boolean wasFeasible = true;
    private boolean wasTooCold;
    private boolean wasBurstOver;
    private int failuresSeen;
    private double grantW;
    private Constraint constraint = Constraint.NO_PLAN;

    /**
     * Declares the face. Reads its limits from the group rack of the profile.
     */
    public Arbiter(
            Face face,
            VehicleProfile vehicle,
            Worker worker,
            PowerManager power,
            Outlooks outlooks,
            ComputeHal rack,
            ModeManager modes) {
        this.name = face.name();
        this.power = power;
        heatGrantW = outlooks.heatGrantW();
        warmthWanted = outlooks.warmthWanted();
        loopW = outlooks.loopW();
        settings = new ArbiterSettings(face, vehicle);
        events = face.events(ArbiterEvent.class);
        askedNanos = face.guardedLong("askedNanos", 0, 0);
        warmthW = face.guardedDouble("warmthW", 0, 0);
        alarmW = face.guardedDouble("alarmW", 0, 0);
        picture = new PowerPicture(power, outlooks, rack, modes, settings);
        desk = new PlanDesk(
                worker, outlooks.sun(), outlooks.heat(), new PowerSources(power.arrayOutlook(), power.busOutlook()));
        watch = new PlanWatch(face, settings, picture.settingCount(), events);
        report = new ArbiterReport(face);
    }

    @Override
    public String name() {
        return name;
    }

    /** Rack input that is granted, in W; 0 where nothing is known. */
    public Channel grantW() {
        return report.grantW();
    }

    /** Rack input that coolant and panels need for their warmth by the plan, in W. */
    public Channel heatFloorW() {
        return report.heatFloorW();
    }

    /** Rack input that is planned for when a GPU that is woken now is awake, in W; 0 without a plan. */
    public Channel comingW() {
        return report.comingW();
    }

    @Override
    public void step(Tick tick) {
        picture.read(tick);
        plan(tick.nanos(), tick.stepS());
        PlanDesk.Slot slot = desk.current(); // read once: the worker may swap it at any time
        double ageS = slot.ageS(tick.nanos());
        boolean usable = usable(slot, ageS);
        watchPlan(usable, slot.plan);
        double dueW = usable ? slot.plan.floorW(ageS) : 0;
        double presentW = warmthW.get();
        warmthW.set(presentW + Math.min(1, tick.stepS() / settings.warmthS.value()) * (dueW - presentW));
        if (!picture.computeAllowed()) {
            decide(0, Constraint.MODE);
        } else if (usable) {
            byPlan(slot.plan, ageS, tick.stepS());
        } else {
            decide(Math.min(power.computeGrantW().value(), heatGrantW.value()), Constraint.NO_PLAN);
        }
        double warmGrantW = picture.situation().demand().warmthGrantW(warmthW.get());
        if (picture.warmthAllowed()) {
            keepWarm(warmGrantW, tick.stepS());
        }
        report.grant(grantW, constraint, picture);
        report.plan(usable, slot.plan, ageS, picture, desk);
        report.warmth(warmGrantW);
    }

    // A plan of another mode would stop jobs that were just adopted: until the next one is made, the plain rules grant.
    private boolean usable(PlanDesk.Slot slot, double ageS) {
        return settings.enabled.value() > 0
                && slot.made()
                && slot.mode() == picture.mode()
                && slot.plan.covers(ageS)
                && ageS <= settings.maxAgeS.value()
                && Double.isFinite(picture.situation().storedWh());
    }

    private void plan(long nanos, double stepS) {
        Surprise why = asked ? watch.look(picture, desk.current(), nanos) : Surprise.NONE;
        bridge.step(why.harm(), stepS);
        boolean due = !asked || nanos - askedNanos.get() >= (long) (settings.intervalS.value() * NANOS_PER_S);
        if ((due || why != Surprise.NONE)
                && desk.ask(
                        nanos,
                        picture.mode(),
                        picture.situation(),
                        settings,
                        power.rule().chargeLeadS())) {
            asked = true;
            askedNanos.set(nanos);
            watch.begin(why, picture);
        }
        if (desk.failed() != failuresSeen) {
            boolean first = failuresSeen == 0 || hadPlan;
            failuresSeen = desk.failed();
            if (first) {
                events.raise(ArbiterEvent.PLAN_FAILED, failuresSeen);
            }
        }
    }

    private void byPlan(Plan plan, double ageS, double stepS) {
        double capW = picture.situation().demand().meanW(settings.capW.value());
        double burstW = picture.situation().burst().mostW(0);
        double demandW =
                picture.situation().demand().meanW(picture.situation().demand().demandW());
        double heatW = heatGrantW.value();
        double boundW = Math.min(Math.min(capW, burstW), Math.min(demandW, heatW));
        Decision decision = plan.decide(
                ageS,
                picture.situation().storedWh(),
                picture.live(),
                picture.arrayW(),
                picture.busW(),
                boundW > 0 ? boundW : 0, // nothing also when unknown
                warmthW.get());
        double wantedW = picture.situation().demand().grantW(decision.rackW());
        double mostW = Math.min(settings.capW.value(), heatGrantW.value());
        report.price(decision.pricePerWh());
        wantedW = bridged(wantedW, decision.reason(), comingW(plan, ageS), stepS);
        decide(Math.min(wantedW, mostW), constraint(decision, capW, burstW, demandW));
        watchBurst(constraint == Constraint.BURST_CREDIT, burstW);
    }

    private double comingW(Plan plan, double ageS) {
        return picture.situation().demand().grantW(plan.rackW(ageS + picture.wakeS()));
    }

    // What the battery cannot give is not granted for a moment either. Waking GPUs just before the Sun costs little.
    private double bridged(double wantedW, Decision.Reason reason, double comingW, double stepS) {
        if (reason == Decision.Reason.BOUND || reason == Decision.Reason.DISCHARGE_LIMIT) {
            bridge.reset();
            return wantedW;
        }
        double keptW = bridge.over(wantedW, picture.keepW(), settings.bridgeS.value(), stepS);
        return bridge.calm() && comingW > keptW ? Math.max(keptW, picture.readyW(comingW)) : keptW;
    }

    // Warmth takes what work may not: frozen lines are worse than a battery that is discharged deeply for once.
    private void keepWarm(double plannedW, double stepS) {
        double mostW = Math.min(picture.warmthMostW(), Math.min(settings.capW.value(), heatGrantW.value()));
        double warmW = Math.min(mostW, Math.max(plannedW, alarmW(mostW, stepS)));
        if (warmW > grantW) {
            decide(warmW, Constraint.COLD);
        }
    }

    // Panels that call for all the warmth there is call for minutes: neither rack nor battery need be jolted for them.
    private double alarmW(double mostW, double stepS) {
        double allW = Math.max(0, Math.min(mostW, picture.situation().demand().mostW()));
        double stepW = allW * Math.min(1, stepS / settings.warmthS.value());
        double presentW = Math.min(allW, alarmW.get());
        alarmW.set(warmthWanted.value() > 0 ? Math.min(allW, presentW + stepW) : Math.max(0, presentW - stepW));
        return alarmW.get();
    }

    private Constraint constraint(Decision decision, double capW, double burstW, double demandW) {
        if (warmthW.get() > picture.situation().demand().leastW() && decision.rackW() <= warmthW.get()) {
            return Constraint.COLD;
        }
        return switch (decision.reason()) {
            case BOUND -> bound(capW, burstW, demandW);
            case ARRAY -> Constraint.ARRAY;
            case CHARGE -> Constraint.CHARGE;
            case RECOVERY -> Constraint.RECOVERY;
            case STORED_ENERGY -> Constraint.STORED_ENERGY;
            case DISCHARGE_LIMIT -> Constraint.DISCHARGE_LIMIT;
            case NEED -> Constraint.RESERVE;
        };
    }

    private Constraint bound(double capW, double burstW, double demandW) {
        double otherW = Math.min(capW, Math.min(burstW, demandW));
        if (!(heatGrantW.value() >= otherW)) {
            return loopW.value() >= settings.sustainedW.value() ? Constraint.DIE_TEMPERATURE : Constraint.LOOP;
        }
        if (demandW <= otherW) {
            return Constraint.DEMAND;
        }
        return capW <= burstW ? Constraint.CAP : Constraint.BURST_CREDIT;
    }

    private void decide(double watts, Constraint why) {
        grantW = watts > 0 ? watts : 0; // nothing also when unknown
        constraint = why;
    }

    private void watchBurst(boolean over, double burstW) {
        if (over && !wasBurstOver) {
            events.raise(ArbiterEvent.BURST_OVER, burstW);
        }
        wasBurstOver = over;
    }

    private void watchPlan(boolean usable, Plan plan) {
        if (usable && !hadPlan) {
            events.raise(ArbiterEvent.PLAN_READY, plan.steps(), plan.lengthS());
        } else if (!usable && hadPlan) {
            events.raise(ArbiterEvent.PLAN_LOST, power.computeGrantW().value());
        }
        hadPlan = usable;
        boolean feasible = !usable || plan.feasible();
        if (!feasible && wasFeasible) {
            events.raise(ArbiterEvent.PLAN_INFEASIBLE, report.socRatio(plan.leastStoredWh(0), picture));
        }
        wasFeasible = feasible;
        boolean tooCold = usable && picture.computeAllowed() && plan.tooCold();
        if (tooCold && !wasTooCold) {
            events.raise(ArbiterEvent.PLAN_TOO_COLD, plan.highestFloorW());
        }
        wasTooCold = tooCold;
    }

    @Override
    public void restart() {
        asked = false;
    }
}
