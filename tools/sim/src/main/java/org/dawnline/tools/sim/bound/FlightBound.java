package org.dawnline.tools.sim.bound;

import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.run.EnergyYardstick;
import org.dawnline.tools.sim.run.Flight;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a flight, asked for when it is over: of its own world as the seed has drawn it, over its own time, ending with at
 * least as much in the battery, for plans that keep the routine limits, or those that the flight itself kept.
 */
public final class FlightBound implements EnergyYardstick {
    private static final double LONGEST_STEP_S = 60;
    private static final double SHORTEST_STEP_S = 15;
    private static final double WANTED_STEPS = 400;

    private final Flight flight;
    private final FlightTrack track;
    private final double capW;
    private @Nullable EnergyBound bound;
    private double electricalKWh = Double.NaN;
    private double thermalKWh = Double.NaN;

    /** The bounds of a flight that has not begun, with the cap that its jobs ask for. */
    public FlightBound(Flight flight) {
        this(flight, new FlightTrack(flight.world()), Double.NaN);
    }

    private FlightBound(Flight flight, FlightTrack track, double capW) {
        this.flight = flight;
        this.track = track;
        this.capW = capW;
    }

    /** The same for a rack that may draw that much, in W; NaN for what the jobs ask for. */
    public FlightBound withCap(double newCapW) {
        return new FlightBound(flight, track, newCapW);
    }

    private EnergyBound bound() {
        if (bound == null) {
            double timeS = flight.world().state().timeS();
            double stepS = Math.max(SHORTEST_STEP_S, Math.min(LONGEST_STEP_S, timeS / WANTED_STEPS));
            Supply supply = Supply.of(flight.scenario(), flight.options().vehicles(), 0, timeS, stepS, capW);
            Limits routine = Limits.routine(supply.truth());
            supply.follow(track, routine.socFloorRatio());
            bound = new EnergyBound(supply, routine.asKept(flight.totals()));
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
