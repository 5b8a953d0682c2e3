package org.dawnline.tools.ground;

/**
 * An event, readable.
 *
 * @param name full name
 * @param severity name of its severity
 * @param text its text with the arguments filled in
 * @param cycle cycle of the executive that raised it
 * @param utcNanos the satellite's UTC, in nanoseconds since 1970-01-01T00:00:00Z
 */
public record EventLine(String name, String severity, String text, long cycle, long utcNanos) {}
