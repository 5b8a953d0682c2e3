package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.power.plan.Plan;

/** What the arbiter tells of itself: what is granted, why, and where the plan leads. */
final class ArbiterReport {
    private final Channel grantW;
    private final Channel constraint;
    private final Channel pricePerWh;
    private final Channel burstCreditWh;
    private final Channel heatFloorW;
    private final Channel tooCold;
    private final Channel plannedW;
    private final Channel comingW;
    private final Channel plannedSoc;
    private final Channel entrySoc;
    private final Channel leastSoc;
    private final Channel orbitWh;
    private final Channel planAgeS;
    private final Channel planLengthS;
    private final Channel planSteps;
    private final Channel passes;
    private final Channel plans;
    private final Channel failures;

    ArbiterReport(Face face) {
        grantW = face.guardedChannel("grantW", Unit.WATT, "rack input that is granted");
        constraint = face.stateChannel("binding_constraint", Constraint.NAMES, "what decides the grant");
        pricePerWh = face.channel("pricePerWh", Unit.NONE, "worth of one stored Wh by plan, in GPU-hours at full rate");
        burstCreditWh = face.channel("creditWh", Unit.WATT_HOUR, "what the rack may draw beyond its sustained power");
        heatFloorW = face.channel(
                "heatFloorW", Unit.WATT, "what to grant the rack at least, for coolant and panels, by plan");
        tooCold = face.channel("tooCold", Unit.NONE, "whether no plan keeps coolant and panels warm");
        plannedW = face.channel("plannedW", Unit.WATT, "mean rack input by plan");
        comingW =
                face.channel("comingW", Unit.WATT, "rack input to come by plan when a GPU that is woken now is awake");
        plannedSoc = face.channel("plannedSoc", Unit.RATIO, "state of charge now by plan");
        entrySoc = face.channel("entrySoc", Unit.RATIO, "state of charge at the next entry into eclipse by plan");
        leastSoc = face.channel("leastSoc", Unit.RATIO, "least state of charge to come by plan");
        orbitWh = face.channel("orbitWh", Unit.WATT_HOUR, "rack input in the next orbit by plan");
        planAgeS = face.channel("planAgeS", Unit.SECOND, "age of the plan");
        planLengthS = face.channel("planLengthS", Unit.SECOND, "how far the plan reached when it was made");
        planSteps = face.channel("planSteps", Unit.COUNT, "steps of the plan");
        passes = face.channel("passes", Unit.COUNT, "times that the plan was solved until heat and power agreed");
        plans = face.channel("plans", Unit.COUNT, "plans made since start");
        failures = face.channel("planFailures", Unit.COUNT, "plans that could not be made since start");
    }

    Channel grantW() {
        return grantW;
    }

    Channel heatFloorW() {
        return heatFloorW;
    }

    Channel comingW() {
        return comingW;
    }

    void price(double worthPerWh) {
        pricePerWh.set(worthPerWh);
    }

    void warmth(double watts) {
        heatFloorW.set(watts);
    }

    void grant(double watts, Constraint why, PowerPicture picture) {
        grantW.set(watts);
        constraint.set(why.ordinal());
        burstCreditWh.set(picture.situation().burst().creditWh());
    }

    void plan(boolean usable, Plan plan, double ageS, PowerPicture picture, PlanDesk desk) {
        plans.set(desk.made());
        failures.set(desk.failed());
        if (!usable) {
            forget();
            return;
        }
        tooCold.set(plan.tooCold());
        plannedW.set(plan.rackW(ageS));
        comingW.set(picture.situation().demand().grantW(plan.rackW(ageS + picture.wakeS())));
        plannedSoc.set(socRatio(plan.storedWh(ageS), picture));
        entrySoc.set(socRatio(plan.entryStoredWh(ageS), picture));
        leastSoc.set(socRatio(plan.leastStoredWh(ageS), picture));
        orbitWh.set(plan.rackWh(ageS, ageS + picture.periodS()));
        planAgeS.set(ageS);
        planLengthS.set(plan.lengthS());
        planSteps.set(plan.steps());
        passes.set(plan.passes());
    }

    private void forget() {
        pricePerWh.invalidate();
        tooCold.set(0);
        plannedW.invalidate();
        comingW.set(0);
        plannedSoc.invalidate();
        entrySoc.invalidate();
        leastSoc.invalidate();
        orbitWh.invalidate();
        planAgeS.invalidate();
        planLengthS.invalidate();
        planSteps.invalidate();
        passes.invalidate();
    }

    /** State of charge with so much stored above the reserve. */
    double socRatio(double storedWh, PowerPicture picture) {
        return picture.reserveRatio() + storedWh / picture.capacityWh();
    }
}
