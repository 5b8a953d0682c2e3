package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;

/** Holds the executive to its own limits: at most 1 % of the cycles skipped, and never more than one at once. */
final class ExecutiveWatch {
    /** Share of cycles that may be skipped. */
    static final double MAX_SLIP_RATIO = 0.01;

    private static final long MAX_SLIPS_AT_ONCE = 1;

    private final List<Breach> breaches = new ArrayList<>();
    private long slips;

    /** Takes note of the present step. */
    void look(FlightComputer computer, double timeS) {
        long atOnce = computer.slips() - slips;
        slips = computer.slips();
        if (atOnce > MAX_SLIPS_AT_ONCE) {
            breaches.add(new Breach("EXECUTIVE_OVERRUN", 0, timeS, timeS, atOnce, MAX_SLIPS_AT_ONCE));
        }
    }

    /** What was broken, the ratio over the whole flight included. */
    List<Breach> breaches(FlightComputer computer, double endS) {
        List<Breach> all = new ArrayList<>(breaches);
        double ratio = computer.slipRatio();
        if (ratio > MAX_SLIP_RATIO) {
            all.add(new Breach("EXECUTIVE_SLIPS", 0, 0, endS, ratio, MAX_SLIP_RATIO));
        }
        return all;
    }
}
