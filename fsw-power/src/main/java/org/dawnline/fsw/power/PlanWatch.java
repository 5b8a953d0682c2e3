package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.power.plan.Demand;
import org.dawnline.fsw.power.plan.Store;

/**
 * Finds out when the satellite is not any more what the latest plan was made for. What was off already when it was made is no news:
 * a new plan would not change it.
 */
final class PlanWatch {
    private static final double LIT = 0.999;
    private static final double DARK = 0.001;

    private final ArbiterSettings settings;
    private final Events<ArbiterEvent> events;
    private final Channel last;
    private final Channel total;
    private final Channel[] byCause = new Channel[Surprise.values().length];
    private final Demand demand = new Demand();
    private final double[] reference = new double[Surprise.values().length];
    private final double[] settingsBefore;
    private double chargeW;
    private double dischargeW;
    private double offPlanAtStartW;
    private boolean compared;
    private double planned;
    private double found;

    PlanWatch(Face face, ArbiterSettings settings, int settingCount, Events<ArbiterEvent> events) {
        this.settings = settings;
        settingsBefore = new double[settingCount];
        this.events = events;
        last = face.stateChannel("surprise", Surprise.NAMES, "why the latest plan was made");
        total = face.channel("surprises", Unit.COUNT, "plans made before their time since start");
        last.set(0);
        total.set(0);
        for (Surprise cause : Surprise.values()) {
            if (cause != Surprise.NONE) {
                Channel count = face.channel(
                        "surprises." + cause, Unit.COUNT, "plans made before their time because of " + cause);
                count.set(0);
                byCause[cause.ordinal()] = count;
            }
        }
    }

    /** Remembers what the plan that is asked for now is made for. */
    void begin(Surprise why, PowerPicture now) {
        demand.set(now.situation().demand());
        reference[Surprise.ARRAY.ordinal()] = now.arrayHealthRatio();
        reference[Surprise.BATTERY.ordinal()] = now.situation().store().fullWh();
        chargeW = now.situation().store().chargeW();
        dischargeW = now.situation().store().dischargeW();
        reference[Surprise.LOOP.ordinal()] = now.loopW();
        reference[Surprise.MODE.ordinal()] = now.mode();
        reference[Surprise.FORECAST.ordinal()] = now.forecast();
        for (int i = 0; i < settingsBefore.length; i++) {
            settingsBefore[i] = now.setting(i);
        }
        compared = false;
        last.set(why.ordinal());
        if (why != Surprise.NONE) {
            total.set(total.value() + 1);
            Channel count = byCause[why.ordinal()];
            count.set(count.value() + 1);
        }
        if (why != Surprise.NONE && why != Surprise.FORECAST) { // which comes every few minutes
            events.raise(ArbiterEvent.SURPRISE, why.ordinal(), planned, found);
        }
    }

    /** What has changed since then. */
    Surprise look(PowerPicture now, PlanDesk.Slot slot, long nanos) {
        double ratio = settings.surpriseRatio.value();
        if (now.mode() != reference[Surprise.MODE.ordinal()]) {
            return found(Surprise.MODE, now.mode());
        }
        if (settingChanged(now)) {
            return Surprise.SETTINGS;
        }
        if (now.forecast() != reference[Surprise.FORECAST.ordinal()]) {
            return found(Surprise.FORECAST, now.forecast());
        }
        if (changed(Surprise.ARRAY, now.arrayHealthRatio(), ratio)) {
            return found(Surprise.ARRAY, now.arrayHealthRatio());
        }
        if (batteryChanged(now.situation().store(), ratio)) {
            return found(Surprise.BATTERY, now.situation().store().fullWh());
        }
        if (changed(Surprise.LOOP, now.loopW(), ratio * now.situation().capW())) {
            return found(Surprise.LOOP, now.loopW());
        }
        if (demand.differs(now.situation().demand(), ratio)) {
            planned = demand.demandW();
            found = now.situation().demand().demandW();
            return Surprise.DEMAND;
        }
        return againstPlan(now, slot, nanos);
    }

    // One by one: sums of several could come out the same.
    private boolean settingChanged(PowerPicture now) {
        for (int i = 0; i < settingsBefore.length; i++) {
            if (now.setting(i) != settingsBefore[i]) {
                planned = settingsBefore[i];
                found = now.setting(i);
                return true;
            }
        }
        return false;
    }

    private boolean batteryChanged(Store store, double ratio) {
        return changed(Surprise.BATTERY, store.fullWh(), ratio * store.fullWh())
                || Math.abs(store.chargeW() - chargeW) > ratio * chargeW
                || Math.abs(store.dischargeW() - dischargeW) > ratio * dischargeW;
    }

    private boolean changed(Surprise cause, double value, double tolerance) {
        double before = reference[cause.ordinal()];
        boolean known = !Double.isNaN(value);
        return known != !Double.isNaN(before) || Math.abs(value - before) > tolerance;
    }

    private Surprise found(Surprise cause, double value) {
        planned = reference[cause.ordinal()];
        found = value;
        return cause;
    }

    private Surprise againstPlan(PowerPicture now, PlanDesk.Slot slot, long nanos) {
        double ageS = slot.ageS(nanos);
        if (!slot.made() || !slot.plan.covers(ageS)) {
            return Surprise.NONE;
        }
        double storedWh = slot.plan.storedWh(ageS);
        double fullWh = now.situation().store().fullWh();
        double offWh = Math.abs(now.situation().storedWh() - storedWh);
        if (offWh > settings.chargeSurpriseRatio.value() * now.capacityWh() && fullWh > 0) {
            planned = storedWh;
            found = now.situation().storedWh();
            return Surprise.CHARGE;
        }
        return array(now, slot, ageS);
    }

    // Around an eclipse a second more or less is no surprise.
    private Surprise array(PowerPicture now, PlanDesk.Slot slot, double ageS) {
        double sunlit = slot.plan.sunlitRatio(ageS);
        double seen = now.illuminationRatio();
        boolean even = (sunlit >= LIT && seen >= LIT) || (sunlit <= DARK && seen <= DARK);
        if (!even) {
            return Surprise.NONE;
        }
        double offW = now.arrayW() - slot.plan.arrayW(ageS);
        if (!compared) {
            compared = true;
            offPlanAtStartW = offW;
            return Surprise.NONE;
        }
        planned = slot.plan.arrayW(ageS);
        found = now.arrayW();
        double toleranceW = settings.surpriseRatio.value()
                * Math.max(slot.plan.arrayW(ageS), now.situation().capW());
        return Math.abs(offW - offPlanAtStartW) > toleranceW ? Surprise.ARRAY : Surprise.NONE;
    }
}
