package org.dawnline.tools.testkit;

import java.util.List;

/**
 * An event as it was raised.
 *
 * @param name full name, {@code component.CONSTANT}
 * @param arguments its four arguments; NaN where there is none
 * @param cycle number of the executive's cycle
 */
public record RaisedEvent(String name, List<Double> arguments, long cycle) {}
