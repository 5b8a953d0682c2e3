package org.dawnline.tools.sim.campaign;

import org.dawnline.tools.sim.run.Breach;

/**
 * An invariant that was broken, and how often.
 *
 * @param kind which one
 * @param count how many times, on whichever device
 * @param startS mission time of the first time, in s
 * @param worst the worst value of the first time, in the unit of the kind
 * @param limit the limit, in the same unit
 */
public record Failure(String kind, int count, double startS, double worst, double limit) {
    static Failure of(Breach breach) {
        return new Failure(breach.kind(), 1, breach.startS(), breach.worst(), breach.limit());
    }

    Failure again() {
        return new Failure(kind, count + 1, startS, worst, limit);
    }
}
