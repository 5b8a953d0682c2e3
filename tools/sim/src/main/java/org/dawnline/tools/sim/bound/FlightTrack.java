package org.dawnline.tools.sim.bound;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;

/**
 * What a flight allowed itself beyond what a plan must keep: charge below the reserve, and loads that were shed. A plan it is compared
 * with may do the same at the same time.
 */
final class FlightTrack {
    private static final double INTERVAL_S = 10;
    private static final double MAX_W = 1e9;

    private final SimWorld world;
    private final double[] loadW;
    private final List<Double> soc = new ArrayList<>();
    private final List<Double> shedW = new ArrayList<>();

    /** Watches a flight that has not begun. */
    FlightTrack(SimWorld world) {
        this.world = world;
        loadW = loadW(world.truth());
        world.schedule(Trigger.at(0), this::look);
    }

    /** What each load draws: its share of the base load. */
    private static double[] loadW(VehicleProfile truth) {
        List<String> names = truth.namesBelow("loads");
        double[] watts = new double[names.size()];
        double sum = 0;
        for (int i = 0; i < watts.length; i++) {
            watts[i] = truth.number("loads." + names.get(i) + ".powerW", 0, MAX_W);
            sum += watts[i];
        }
        double scale = sum > 0 ? truth.number("bus.baseLoadW", 0, MAX_W) / sum : 0;
        for (int i = 0; i < watts.length; i++) {
            watts[i] *= scale;
        }
        return watts;
    }

    private void look() {
        WorldState state = world.state();
        double off = 0;
        for (int i = 0; i < loadW.length; i++) {
            off += state.loadOn(i) ? 0 : loadW[i];
        }
        shedW.add(off);
        soc.add(state.socRatio());
        world.schedule(Trigger.at(soc.size() * INTERVAL_S), this::look);
    }

    /** Most that was shed at a time around a stretch of time, in W. */
    double shedW(double fromS, double toS) {
        double most = 0;
        for (int i = index(fromS) - 1; i <= index(toS) + 1; i++) {
            most = i >= 0 && i < shedW.size() ? Math.max(most, shedW.get(i)) : most;
        }
        return most;
    }

    /**
     * The least charge that is still to come from each of these times on, or the floor if that is less: who begins below the reserve
     * must come back to it as the flight did, and stay.
     */
    double[] floorRatio(double floorRatio, double[] timesS) {
        double[] floors = new double[timesS.length];
        double least = floorRatio;
        int next = soc.size() - 1;
        for (int i = timesS.length - 1; i >= 0; i--) {
            for (; next >= 0 && next >= index(timesS[i]) - 1; next--) {
                least = soc.get(next) < least ? soc.get(next) : least;
            }
            floors[i] = least;
        }
        return floors;
    }

    private static int index(double timeS) {
        return (int) (timeS / INTERVAL_S);
    }
}
