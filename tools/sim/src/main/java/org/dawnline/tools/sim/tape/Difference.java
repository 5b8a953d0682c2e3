package org.dawnline.tools.sim.tape;

/**
 * The first thing in which a replay differs from the recorded flight.
 *
 * @param cycle cycles that had begun, over all processes
 * @param timeS monotonic time of that cycle, in s
 * @param what what crossed the boundary: a channel, an event, a call
 * @param recorded what it was in the recorded flight
 * @param now what it is now
 */
public record Difference(long cycle, double timeS, String what, String recorded, String now) {
    /** One sentence. */
    public String text() {
        return "cycle " + cycle + " (" + timeS + " s): " + what + ": recorded " + recorded + ", now " + now;
    }
}
