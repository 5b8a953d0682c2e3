package org.dawnline.fsw.power;

import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.plan.WorkOutlook;
import org.dawnline.fsw.power.plan.Situation;
import org.dawnline.fsw.power.plan.Store;
import org.dawnline.hal.ComputeHal;

/** The satellite as the arbiter sees it in one step. */
final class PowerPicture {
    private static final double SECONDS_PER_HOUR = 3600;
    /** Settings of the plain rules that a plan rests on. */
    private static final int RULES = 2;

    private final PowerManager power;
    private final OrbitForecast orbit;
    private final Channel forecasts;
    private final Channel loopW;
    private final WorkOutlook work;
    private final ComputeHal rack;
    private final ModeManager modes;
    private final ArbiterSettings settings;
    private final Parameter[] ofPlans;
    private final Situation situation = new Situation();
    private final Store live = new Store();
    private final ChargeTaper taper = new ChargeTaper();
    private double capacityWh;
    private boolean begun;

    PowerPicture(PowerManager power, Outlooks outlooks, ComputeHal rack, ModeManager modes, ArbiterSettings settings) {
        this.power = power;
        orbit = outlooks.orbit();
        forecasts = outlooks.forecasts();
        loopW = outlooks.loopW();
        work = outlooks.work();
        this.rack = rack;
        this.modes = modes;
        this.settings = settings;
        ofPlans = settings.ofPlans();
    }

    void read(Tick tick) {
        Battery battery = power.battery();
        GrantRule rule = power.rule();
        capacityWh = battery.capacityWh();
        double reserve = reserveRatio();
        situation.begin((battery.socRatio() - reserve) * capacityWh, settings.capW.value());
        situation.keepWarmDownTo((settings.warmSocRatio.value() - reserve) * capacityWh);
        situation
                .store()
                .hold((1 - reserve) * capacityWh, (Math.max(reserve, rule.fullRatio()) - reserve) * capacityWh);
        double dischargeW = battery.dischargeLimitW() * rule.dischargeUseRatio();
        situation.store().carry(battery.chargeLimitW(), dischargeW);
        taper.step(battery, tick.stepS());
        situation.store().taper(taper.perHour(battery));
        situation
                .store()
                .lose(
                        battery.chargeEfficiency(),
                        battery.dischargeEfficiency(),
                        power.bus().pduEfficiencyRatio());
        live.set(situation.store());
        live.carry(Math.min(battery.chargeLimitW(), battery.chargeAcceptanceW()), dischargeW);
        work.latch();
        situation.demand().take(work);
        situation.burst().allow(settings.sustainedW.value(), settings.burstCreditWh.value());
        if (begun) {
            situation.burst().draw(rack.rackPowerW(), tick.stepS() / SECONDS_PER_HOUR);
        } else {
            situation.burst().fill();
        }
        begun = true;
    }

    /** State of charge that the plan counts from. */
    double reserveRatio() {
        return Math.min(1, power.rule().reserveRatio() + settings.reserveMarginRatio.value());
    }

    /** What a plan would start from. */
    Situation situation() {
        return situation;
    }

    /** The battery with what it takes now. */
    Store live() {
        return live;
    }

    /** How long a GPU takes to wake up, in s. */
    double wakeS() {
        return settings.wakeS.value();
    }

    double capacityWh() {
        return capacityWh;
    }

    /** What the array can deliver now, margin taken off, in W. */
    double arrayW() {
        return power.array().capabilityW() * (1 - settings.arrayMarginRatio.value());
    }

    double arrayHealthRatio() {
        return power.array().healthRatio();
    }

    /** Most rack input that array and battery can feed for warmth, in W. */
    double warmthMostW() {
        boolean stored = power.battery().socRatio() > leastSocForWarmth();
        double storedW =
                stored ? power.battery().dischargeLimitW() * power.rule().dischargeUseRatio() : 0;
        return Math.max(0, arrayW() + storedW - busW()) * power.bus().pduEfficiencyRatio();
    }

    // In SAFE half of what lies below the routine reserve is left to the bus: the cause of SAFE may last.
    private double leastSocForWarmth() {
        double leastSoc = settings.warmSocRatio.value();
        return computeAllowed() ? leastSoc : Math.max(leastSoc, (leastSoc + reserveRatio()) / 2);
    }

    /** What everything but the rack draws, in W. */
    double busW() {
        return power.bus().nowW();
    }

    double illuminationRatio() {
        return orbit.illuminationRatio().value();
    }

    /** Orbital period, in s; NaN without a forecast. */
    double periodS() {
        return orbit.periodS().value();
    }

    double forecast() {
        return forecasts.value();
    }

    double loopW() {
        return loopW.value();
    }

    int mode() {
        return modes.mode().ordinal();
    }

    /** Rack input below which GPUs that work would have to be put to sleep, in W. */
    double keepW() {
        return work.keepW();
    }

    /** Rack input that lets GPUs work on and wakes those that {@code comingW} will serve, in W. */
    double readyW(double comingW) {
        return work.readyW(comingW);
    }

    boolean computeAllowed() {
        return modes.mode().payloadAllowed();
    }

    boolean warmthAllowed() {
        return modes.mode().warmthAllowed();
    }

    /** How many settings a plan rests on: the arbiter's, and how full the plain rules keep the battery. */
    int settingCount() {
        return ofPlans.length + RULES;
    }

    /** One of them. */
    double setting(int number) {
        if (number < ofPlans.length) {
            return ofPlans[number].value();
        }
        return number == ofPlans.length
                ? power.rule().reserveRatio()
                : power.rule().fullRatio();
    }
}
