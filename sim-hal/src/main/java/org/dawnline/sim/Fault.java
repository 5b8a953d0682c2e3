package org.dawnline.sim;

/**
 * One thing that a scenario can do to the world.
 *
 * @param name such as {@code pump.stop}
 * @param target what the target selects; empty when it has none and anything is accepted
 * @param unit what the value means and its unit; empty when it has none and anything is accepted
 * @param min smallest accepted value
 * @param max largest accepted value
 * @param description one sentence about what happens
 */
public record Fault(String name, String target, String unit, double min, double max, String description) {
    /** Whether its value means anything. */
    public boolean hasValue() {
        return !unit.isEmpty();
    }
}
