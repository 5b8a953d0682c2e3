package org.dawnline.tools.sim.bound;

import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.run.EnergyYardstick;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a flight that is over: of its own world as the seed has drawn it, over its own time, ending with at least as much in
 * the battery, for plans that keep the routine limits, or those that the flight itself kept.
 */
public final class FlightBound implements EnergyYardstick {
    private static final double LONGEST_STEP_S = 60;
    private static final double SHORTEST_STEP_S = 15;
    private static final double WANTED_STEPS = 400;

    private final Flight flight;
    private final double capW;
    private @Nullable EnergyBound bound;
    private double electricalKWh = Double.NaN;
    private double thermalKWh = Double.NaN;

    /** The bounds of a flight, with the cap that its jobs ask for. */
    public FlightBound(Flight flight) {
        this(flight, Double.NaN);
    }

    /** The bounds of a flight whose rack may draw that much, in W; NaN for what the jobs ask for. */
    public FlightBound(Flight flight, double capW) {
        this.flight = flight;
        this.capW = capW;
    }

    private EnergyBound bound() {
        if (bound == null) {
            double timeS = flight.world().state().timeS();
            double stepS = Math.max(SHORTEST_STEP_S, Math.min(LONGEST_STEP_S, timeS / WANTED_STEPS));
            Supply supply = Supply.of(flight.scenario(), flight.options().vehicles(), 0, timeS, stepS, capW);
            Totals totals = flight.totals();
            bound = new EnergyBound(supply, Limits.routine(supply.truth()).asKept(totals));
        }
        return bound;
    }

    private double startSocRatio() {
        return flight.scenario().world().socRatio();
    }

    private double endSocRatio() {
        WorldState state = flight.world().state();
        return Double.isNaN(state.socRatio()) ? 0 : state.socRatio();
    }

    @Override
    public double electricalKWh() {
        if (Double.isNaN(electricalKWh)) {
            try {
                electricalKWh = bound().electricalKWh(startSocRatio(), endSocRatio());
            } catch (EnergyBound.NoPlan e) {
                return Double.NaN; // a flight that was not kept alive has nothing to be compared with
            }
        }
        return electricalKWh;
    }

    @Override
    public double thermalKWh() {
        if (Double.isNaN(thermalKWh)) {
            try {
                thermalKWh = Math.min(electricalKWh(), bound().thermalKWh(startSocRatio(), endSocRatio()));
            } catch (EnergyBound.NoPlan e) {
                return Double.NaN;
            }
        }
        return thermalKWh;
    }

    /** Whether the bounds are only known to be no lower: for cells, and for arrays that lose power to warmth. */
    public boolean loose() {
        return bound().loose();
    }
}
