package org.dawnline.tools.sim.run;

import org.dawnline.fsw.core.face.Severity;

/**
 * An event that flight software raised.
 *
 * @param timeS mission time, in s since the start
 * @param utcNanos the satellite's UTC, in nanoseconds since 1970-01-01T00:00:00Z
 * @param severity how much it matters
 * @param name full name
 * @param text its text with the arguments filled in
 */
public record FlightEvent(double timeS, long utcNanos, Severity severity, String name, String text) {}
