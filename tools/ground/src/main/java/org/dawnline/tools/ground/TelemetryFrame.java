package org.dawnline.tools.ground;

import java.util.List;

/**
 * A decoded frame of telemetry.
 *
 * @param name name of the frame
 * @param cycle cycle of the executive that wrote it
 * @param utcNanos the satellite's UTC, in nanoseconds since 1970-01-01T00:00:00Z
 * @param retained whether it is the last one of an earlier time
 * @param values one for each channel, in the dictionary's order
 */
public record TelemetryFrame(String name, long cycle, long utcNanos, boolean retained, List<ChannelValue> values) {}
