package org.dawnline.tools.sim.scenario;

import java.util.List;

/** A scenario that cannot be flown as it is written. Every problem has file, line, key and what was expected. */
public final class WrongScenario extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with one line for each problem, in the order of the file. */
    public WrongScenario(List<String> problems) {
        super(String.join("\n", problems));
    }

    /** Refuses because of what stands at {@code place}. */
    public WrongScenario(Place place, String complaint) {
        this(List.of(place + ": " + complaint));
    }

    /** One line for each problem: file, line, key, what is wrong and what was expected. */
    public List<String> problems() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
