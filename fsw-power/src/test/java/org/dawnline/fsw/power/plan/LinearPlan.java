package org.dawnline.fsw.power.plan;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The same plan as a linear programme, solved by ojAlgo: all of it at once, without prices. */
final class LinearPlan {
    private final Plan plan;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();

    LinearPlan(Plan plan) {
        this.plan = plan;
    }

    /** The greatest worth that any plan could have, in GPU-hours; NaN when none keeps reserve, recovery and warmth. */
    double worth() {
        Store store = plan.start.store();
        Variable stored = model.newVariable("stored0").level(plan.start.storedWh());
        for (int i = 0; i < plan.horizon.steps; i++) {
            Variable next = model.newVariable("stored" + (i + 1))
                    .lower(plan.horizon.recoveredWh[i + 1])
                    .upper(store.fullWh);
            step(i, stored, next);
            stored = next;
        }
        Optimisation.Result result = model.maximise();
        return result.getState().isOptimal() ? result.getValue() : Double.NaN;
    }

    private void step(int i, Variable stored, Variable next) {
        Store store = plan.start.store();
        Demand demand = plan.start.demand();
        double hours = plan.horizon.hours(i);
        Variable array = model.newVariable("array" + i).lower(0).upper(plan.horizon.arrayW[i]);
        Variable charge = model.newVariable("charge" + i).lower(0).upper(plan.horizon.chargeW[i]);
        Variable discharge = model.newVariable("discharge" + i).lower(0).upper(store.dischargeW);
        Variable warming = model.newVariable("warming" + i).lower(0); // heat beyond all work
        Expression bus = model.newExpression("bus" + i)
                .set(array, 1)
                .set(discharge, 1)
                .set(charge, -1)
                .set(warming, -1 / store.pduRatio)
                .level(plan.horizon.busW[i] + demand.leastW / store.pduRatio);
        Expression most = model.newExpression("most" + i)
                .set(warming, 1)
                .lower(Math.max(0, plan.floorW[i] - demand.leastW))
                .upper(Math.max(0, plan.mostW[i] - demand.leastW));
        for (int rung = 0; rung < demand.rungs; rung++) {
            Variable work = model.newVariable("work" + i + "." + rung)
                    .lower(0)
                    .upper(demand.rungW[rung] * demand.useRatio)
                    .weight(demand.worthPerW[rung] * hours);
            bus.set(work, -1 / store.pduRatio);
            most.set(work, 1);
        }
        model.newExpression("battery" + i)
                .set(next, 1)
                .set(stored, -1)
                .set(charge, -store.chargeRatio * hours)
                .set(discharge, hours / store.dischargeRatio)
                .level(0);
    }
}
