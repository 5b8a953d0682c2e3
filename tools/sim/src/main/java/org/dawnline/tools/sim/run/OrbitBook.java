package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.sim.WorldState;
import org.dawnline.sim.orbit.OrbitEvent;

/**
 * Cuts a flight into orbits. An orbit runs from eclipse exit to eclipse exit; without any eclipse it is one period, counted from the
 * start. What is not complete does not count.
 */
final class OrbitBook {
    private static final double EARTH_MU_M3_PER_S2 = 3.986004415e14;
    private static final double JOULES_PER_KWH = 3.6e6;

    private final double periodS;
    private final Cut byExit = new Cut();
    private final Cut byPeriod = new Cut();
    private int exits;
    private boolean eclipseSeen;

    OrbitBook(WorldState world) {
        periodS = periodS(world);
        byPeriod.open(world);
    }

    /** Period of the osculating orbit, in s, by the vis-viva equation. */
    private static double periodS(WorldState world) {
        double r2 = 0;
        double v2 = 0;
        for (int axis = 0; axis < 3; axis++) {
            r2 += world.positionM(axis) * world.positionM(axis);
            v2 += world.velocityMPerS(axis) * world.velocityMPerS(axis);
        }
        double a = 1.0 / (2.0 / StrictMath.sqrt(r2) - v2 / EARTH_MU_M3_PER_S2);
        return 2 * Math.PI * StrictMath.sqrt(a * a * a / EARTH_MU_M3_PER_S2);
    }

    /** Takes note of the present step. */
    void look(WorldState world) {
        byExit.look(world);
        byPeriod.look(world);
        eclipseSeen |= !eclipseSeen
                && world.eventCount(OrbitEvent.ECLIPSE_ENTRY) + world.eventCount(OrbitEvent.ECLIPSE_EXIT) > 0;
        int count = world.eventCount(OrbitEvent.ECLIPSE_EXIT);
        if (count > exits) {
            exits = count;
            byExit.close(world);
            byExit.open(world);
        }
        if (world.timeS() >= (byPeriod.energyKWh.size() + 1) * periodS) {
            byPeriod.close(world);
            byPeriod.open(world);
        }
    }

    private Cut cut() {
        return eclipseSeen ? byExit : byPeriod;
    }

    double periodS() {
        return periodS;
    }

    /** Mission time at which that many orbits will be complete, as far as it can be told now, in s. */
    double expectedS(int wanted) {
        List<Double> ends = cut().endS;
        int missing = wanted - ends.size();
        if (eclipseSeen && ends.isEmpty()) {
            return (Double.isNaN(byExit.openedS) ? periodS : byExit.openedS) + wanted * periodS;
        }
        return (ends.isEmpty() ? 0.0 : ends.get(ends.size() - 1)) + missing * periodS;
    }

    int complete() {
        return cut().energyKWh.size();
    }

    /** Compute energy of each complete orbit, in kWh. */
    List<Double> computeEnergyKWh() {
        return List.copyOf(cut().energyKWh);
    }

    /** Highest state of charge in each complete orbit. */
    List<Double> highestSoc() {
        return List.copyOf(cut().highestSoc);
    }

    /** Lowest state of charge in each complete orbit. */
    List<Double> lowestSoc() {
        return List.copyOf(cut().lowestSoc);
    }

    /** Mission time at which each complete orbit began, in s. */
    List<Double> startS() {
        return List.copyOf(cut().startS);
    }

    /** Mission time at which each complete orbit ended, in s. */
    List<Double> endS() {
        return List.copyOf(cut().endS);
    }

    /** One way to cut. */
    private static final class Cut {
        private final List<Double> energyKWh = new ArrayList<>();
        private final List<Double> highestSoc = new ArrayList<>();
        private final List<Double> lowestSoc = new ArrayList<>();
        private final List<Double> startS = new ArrayList<>();
        private final List<Double> endS = new ArrayList<>();
        private double openedS = Double.NaN;
        private double startJ;
        private double highest;
        private double lowest;

        void open(WorldState world) {
            openedS = world.timeS();
            startJ = world.computeEnergyJ();
            highest = Double.NEGATIVE_INFINITY;
            lowest = Double.POSITIVE_INFINITY;
            look(world);
        }

        void look(WorldState world) {
            double soc = world.socRatio();
            // Written so that an unknown charge changes neither.
            highest = soc > highest ? soc : highest;
            lowest = soc < lowest ? soc : lowest;
        }

        void close(WorldState world) {
            if (!Double.isNaN(openedS)) {
                energyKWh.add((world.computeEnergyJ() - startJ) / JOULES_PER_KWH);
                highestSoc.add(highest);
                lowestSoc.add(lowest);
                startS.add(openedS);
                endS.add(world.timeS());
            }
        }
    }
}
