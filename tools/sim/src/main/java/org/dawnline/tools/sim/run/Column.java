package org.dawnline.tools.sim.run;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A column of the table of a flight, sampled once a second.
 *
 * @param key name in report.html's data
 * @param title what stands over it, without unit
 * @param unit its unit; empty for a state
 * @param digits digits after the point that are worth printing
 * @param states names of the states 0, 1, 2, ...; empty for a number
 * @param source where the value comes from
 */
public record Column(String key, String title, String unit, int digits, List<String> states, DoubleSupplier source) {
    /** Title with unit. */
    public String header() {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }
}
