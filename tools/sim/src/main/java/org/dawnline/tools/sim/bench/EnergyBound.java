package org.dawnline.tools.sim.bench;

import org.dawnline.hal.VehicleProfile;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The most energy that any plan could give to computing, were it to know the future: a linear programme over the steps of a
 * {@link Supply}, with electrical limits only. In every step
 *
 * <pre>
 * array used + discharge = base load + compute / pdu efficiency + charge
 * stored' = (stored + charge efficiency * charge * dt - discharge * dt / discharge efficiency) * strings' / strings
 * </pre>
 *
 * with array used up to its capability, compute up to a cap and up to what jobs demand, charge and discharge within the terminals'
 * limits for the connected strings, and what is stored between a floor and full. Means over steps relax the problem, so the bound
 * can only be too high. Solved by ojAlgo's simplex.
 */
public final class EnergyBound {
    private static final double W_PER_KW = 1e3;
    private static final double S_PER_H = 3600.0;
    private static final double MAX_W = 1e9;

    private final double pduRatio;
    private final double chargeRatio;
    private final double dischargeRatio;
    private final double maxChargeKW;
    private final double maxDischargeKW;
    private final double capacityKWh;
    private final Supply supply;
    private final double capKW;
    private final double floorRatio;

    /**
     * A bound on a supply.
     *
     * @param capW most that the rack may draw, in W
     * @param floorRatio state of charge that is never to be undercut
     * @throws IllegalArgumentException for a vehicle with cells or with an array that loses power to warmth: for both the programme
     *     would not be linear, and a bound that pretends it were can be too low
     */
    public EnergyBound(Supply supply, double capW, double floorRatio) {
        VehicleProfile truth = supply.truth();
        refuseWhatItDoesNotKnow(truth);
        this.supply = supply;
        this.floorRatio = floorRatio;
        capKW = capW / W_PER_KW;
        pduRatio = truth.number("bus.pduEfficiencyRatio", 0.01, 1);
        chargeRatio = truth.number("battery.chargeEfficiencyRatio", 0.01, 1);
        dischargeRatio = truth.number("battery.dischargeEfficiencyRatio", 0.01, 1);
        maxChargeKW = truth.number("battery.maxChargeW", 0, MAX_W) / W_PER_KW;
        maxDischargeKW = truth.number("battery.maxDischargeW", 0, MAX_W) / W_PER_KW;
        capacityKWh =
                truth.number("battery.stringCapacityWh", 0, MAX_W) * truth.number("battery.strings", 1, 64) / W_PER_KW;
    }

    /**
     * The bound of a flight, in kWh at the rack's input.
     *
     * @param startSocRatio state of charge at the begin
     * @param endSocRatio least state of charge at the end: what is left in the battery is not to be counted as won
     * @throws IllegalStateException when not even a rack that is off could keep the floor
     */
    public double flightKWh(double startSocRatio, double endSocRatio) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.newVariable("stored0").level(startSocRatio * capacityKWh * supply.connectedRatio()[0]);
        steps(model);
        Variable end = model.getVariable(model.countVariables() - 1);
        end.lower(Math.max(floorRatio, endSocRatio) * capacityKWh * supply.connectedRatio()[supply.steps()]);
        return most(model);
    }

    /** The bound of an orbit like all others, in kWh: it ends with as much in the battery as it began with, whatever that is. */
    public double cycleKWh() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable begin =
                model.newVariable("stored0").lower(floorRatio * capacityKWh).upper(capacityKWh);
        steps(model);
        Variable end = model.getVariable(model.countVariables() - 1);
        model.newExpression("cycle").set(end, 1).set(begin, -1).lower(0);
        return most(model);
    }

    private static void refuseWhatItDoesNotKnow(VehicleProfile truth) {
        if (truth.countOr(0, "battery.cellsInSeries", 0, 1000) > 0
                || truth.numberOr(0, "array.tempLossRatioPerK", -1, 1) != 0) {
            throw new IllegalArgumentException("vehicle " + truth.name()
                    + ": there is no bound yet for batteries of cells and arrays with a temperature; expected one with"
                    + " battery.cellsInSeries 0 and array.tempLossRatioPerK 0, such as ai1");
        }
    }

    private void steps(ExpressionsBasedModel model) {
        Variable stored = model.getVariable(0);
        for (int i = 0; i < supply.steps(); i++) {
            stored = step(model, i, stored);
        }
    }

    private double most(ExpressionsBasedModel model) {
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException(
                    "no plan at all keeps the battery above " + floorRatio + ": " + result.getState());
        }
        return result.getValue();
    }

    private Variable step(ExpressionsBasedModel model, int i, Variable stored) {
        double hours = supply.stepS()[i] / S_PER_H;
        double before = supply.connectedRatio()[i];
        double after = supply.connectedRatio()[i + 1];
        double mostKW = Math.min(capKW, supply.demandW()[i] / W_PER_KW);
        Variable array = model.newVariable("array" + i).lower(0).upper(supply.arrayW()[i] / W_PER_KW);
        Variable compute =
                model.newVariable("compute" + i).lower(0).upper(mostKW).weight(hours);
        Variable charge = model.newVariable("charge" + i).lower(0).upper(maxChargeKW * before);
        Variable discharge = model.newVariable("discharge" + i).lower(0).upper(maxDischargeKW * before);
        model.newExpression("bus" + i)
                .set(array, 1)
                .set(discharge, 1)
                .set(charge, -1)
                .set(compute, -1 / pduRatio)
                .level(supply.baseW()[i] / W_PER_KW);
        Variable next = model.newVariable("stored" + (i + 1))
                .lower(floorRatio * capacityKWh * after)
                .upper(capacityKWh * after);
        double kept = before > 0 ? Math.min(1, after / before) : 0;
        Expression battery = model.newExpression("battery" + i)
                .set(next, 1)
                .set(stored, -kept)
                .set(charge, -kept * chargeRatio * hours)
                .set(discharge, kept * hours / dischargeRatio);
        // Strings that come back bring along what they hold: at most all that they can.
        battery.lower(0).upper(Math.max(0, after - before) * capacityKWh);
        return next;
    }
}
