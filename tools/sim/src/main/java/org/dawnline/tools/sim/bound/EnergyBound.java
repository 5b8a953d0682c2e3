package org.dawnline.tools.sim.bound;

import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;

/**
 * The most energy that any plan could give to computing, were it to know the future: a linear programme over the steps of a
 * {@link Supply}. In every step
 *
 * <pre>
 * array used + discharge = base load + compute / pdu efficiency + charge
 * stored' = (stored + charge efficiency * charge * dt - discharge * dt / discharge efficiency) * strings' / strings
 * </pre>
 *
 * with array used up to its capability, compute up to what the rack may draw and the jobs could use, charge and discharge within the
 * terminals' limits for the connected strings, and what is stored between a floor and full. Means over steps relax the problem.
 *
 * <p>The second bound adds the loop: dies, coolant and panels with their heat capacities, all pumps that work running, the bypass
 * valve, heaters and a rack without jobs as free choices of the plan. Dies keep their maximum, coolant and panels their minimum, as
 * means over steps. What panels emit lies between tangents and a chord of the curve, see {@link HeatLaw}. Both bounds can only be too
 * high.
 *
 * <p>Cells: what is stored is counted at rest, and the way in and out costs nothing. Since a cell's voltage falls with its charge, the
 * energy at a charge lies between two straight lines through the full one; the begin counts by the upper, floor and end by the lower.
 * That is no tight bound, but a bound.
 */
public final class EnergyBound {
    private static final double W_PER_KW = 1e3;
    private static final double S_PER_H = 3600.0;
    private static final double MAX_W = 1e9;
    private static final double ROUNDING = 1e-9;

    /** Means over steps lose a little of what a flight had at its very end. */
    private static final double END_TOLERANCE = 1e-4;

    private final Supply supply;
    private final Limits limits;
    private final double pduRatio;
    private final double chargeRatio;
    private final double dischargeRatio;
    private final double maxChargeKW;
    private final double maxDischargeKW;
    private final double capacityKWh;
    private final boolean cells;
    private final double topOverMean;

    /** A bound on a supply for plans that keep these limits. */
    public EnergyBound(Supply supply, Limits limits) {
        this.supply = supply;
        this.limits = limits;
        VehicleProfile truth = supply.truth();
        cells = truth.countOr(0, "battery.cellsInSeries", 0, 1000) > 0;
        pduRatio = truth.number("bus.pduEfficiencyRatio", 0.01, 1);
        chargeRatio = cells ? 1 : truth.number("battery.chargeEfficiencyRatio", 0.01, 1);
        dischargeRatio = cells ? 1 : truth.number("battery.dischargeEfficiencyRatio", 0.01, 1);
        maxChargeKW = truth.number("battery.maxChargeW", 0, MAX_W) / W_PER_KW;
        maxDischargeKW = truth.number("battery.maxDischargeW", 0, MAX_W) / W_PER_KW;
        double nominalKWh =
                truth.number("battery.stringCapacityWh", 0, MAX_W) * truth.count("battery.strings", 1, 64) / W_PER_KW;
        capacityKWh = nominalKWh;
        topOverMean = cells ? CellEnergy.topOverMean(truth) : 1;
    }

    /** Whether array or cells are only known to give no more than this, so that the bound is a loose one. */
    public boolean loose() {
        return cells || supply.loose();
    }

    /**
     * The bound with electrical limits, in kWh at the rack's input.
     *
     * @param startSocRatio state of charge at the begin
     * @param endSocRatio least state of charge at the end: what is left in the battery is not to be counted as won
     * @throws NoPlan when not even a rack that is off could keep the floor
     */
    public double electricalKWh(double startSocRatio, double endSocRatio) {
        return solve(startSocRatio, endSocRatio, false);
    }

    /**
     * The bound with electrical and thermal limits; without a loop of three nodes the electrical one.
     *
     * @throws NoPlan when nothing could keep floor and temperatures
     */
    public double thermalKWh(double startSocRatio, double endSocRatio) {
        return solve(startSocRatio, endSocRatio, HeatLaw.fits(supply.truth()));
    }

    /** That no plan at all keeps the limits. */
    public static final class NoPlan extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPlan(String message) {
            super(message);
        }
    }

    private double solve(double startSocRatio, double endSocRatio, boolean withHeat) {
        double end = endSocRatio - END_TOLERANCE;
        StagedProgramme.Solution solution =
                programme(startSocRatio, end, withHeat, false).most();
        // Energies are not negative: a bound that is, is the proof that there is nothing to choose from.
        if (solution.bound() < 0) {
            throw new NoPlan("no plan at all keeps the limits " + limits + " and leaves " + endSocRatio + " of charge");
        }
        return solution.bound();
    }

    /**
     * What the best plan lacks to keep its limits, added up over the steps: kWh below the battery's floor, kWh that the base load goes
     * without, K that coolant and panels are too cold. No plan lacks less; 0 means that this programme knows nothing against a plan.
     */
    public double shortfall(double startSocRatio, boolean withHeat) {
        StagedProgramme.Solution solution = programme(startSocRatio, 0, withHeat && HeatLaw.fits(supply.truth()), true)
                .most();
        return Math.max(0, -solution.bound());
    }

    /** The programme that is solved; {@code elastic} where it is to say what is lacking. */
    StagedProgramme programme(double startSocRatio, double endSocRatio, boolean withHeat, boolean elastic) {
        StagedProgramme programme = new StagedProgramme();
        double startKWh = startSocRatio * capacityKWh * supply.capacityRatio[0];
        int stored = programme.variable(startKWh, startKWh, 0);
        HeatStages heat = withHeat ? new HeatStages(programme, supply, limits, elastic) : null;
        for (int i = 0; i < supply.steps(); i++) {
            stored = step(programme, i, stored, heat, elastic, endSocRatio);
        }
        return programme;
    }

    private int step(
            StagedProgramme programme,
            int i,
            int stored,
            @Nullable HeatStages heat,
            boolean elastic,
            double endSocRatio) {
        double hours = supply.stepS[i] / S_PER_H;
        double connected = supply.connectedRatio[i];
        double before = supply.capacityRatio[i];
        double after = supply.capacityRatio[i + 1];
        double usableKW = supply.usableW[i] / W_PER_KW;
        boolean last = i == supply.steps() - 1;
        double floorRatio = elastic ? 0 : leastEnergyRatio(Math.max(floorRatio(i + 1), last ? endSocRatio : 0));
        int array = programme.variable(0, Math.max(0, supply.arrayW[i] / W_PER_KW), 0);
        int compute = programme.variable(0, usableKW, elastic ? 0 : hours);
        int charge = programme.variable(0, maxChargeKW * connected, 0);
        int discharge = programme.variable(0, maxDischargeKW * connected, 0);
        int next = programme.variable(
                Math.min(floorRatio * (1 - ROUNDING), 1) * capacityKWh * after, capacityKWh * after, 0);
        int bus = programme.row(supply.baseW[i] / W_PER_KW);
        programme.term(bus, array, 1);
        programme.term(bus, discharge, 1);
        programme.term(bus, charge, -1);
        programme.term(bus, compute, -1 / pduRatio);
        double kept = before > 0 ? Math.min(1, after / before) : 0;
        // Strings that come back bring along what they hold: at most all that they can.
        int brought = programme.variable(0, Math.max(0, after - before) * capacityKWh, 0);
        int battery = programme.row(0);
        programme.term(battery, next, 1);
        programme.term(battery, stored, -kept);
        programme.term(battery, charge, -kept * chargeRatio * hours);
        programme.term(battery, discharge, kept * hours / dischargeRatio);
        programme.term(battery, brought, -1);
        if (elastic) {
            allowShortage(programme, bus, next, hours, after, supply.baseW[i] / W_PER_KW);
        }
        if (heat != null) {
            heat.step(i, bus, compute, pduRatio);
        }
        return next;
    }

    private double floorRatio(int boundary) {
        double own = supply.floorRatio[boundary];
        return Double.isNaN(own) ? limits.socFloorRatio() : own;
    }

    /** What a charge stands for at least, over a full battery's energy: that of cells gives out its charge at falling voltages. */
    private double leastEnergyRatio(double socRatio) {
        return Math.max(0, 1 - (1 - socRatio) * topOverMean);
    }

    private void allowShortage(
            StagedProgramme programme, int bus, int stored, double hours, double after, double baseKW) {
        programme.term(bus, programme.variable(0, Math.max(0, baseKW), -hours), 1);
        double floorKWh = leastEnergyRatio(limits.socFloorRatio()) * capacityKWh * after;
        int floor = programme.row(floorKWh);
        programme.term(floor, stored, 1);
        programme.term(floor, programme.variable(0, floorKWh, -1), 1);
        programme.term(floor, programme.variable(-capacityKWh, 0, 0), 1);
    }
}
