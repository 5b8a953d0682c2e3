package org.dawnline.tools.sim.run;

/**
 * A hard limit that was broken. One is enough for the verdict FAIL, whatever the criteria say.
 *
 * @param kind which limit
 * @param target which device, by number
 * @param startS mission time at which it began, in s
 * @param endS mission time at which it ended, in s; NaN when it lasted to the end
 * @param worst the worst value, in the unit of the kind
 * @param limit the limit, in the same unit
 */
public record Breach(String kind, int target, double startS, double endS, double worst, double limit) {}
