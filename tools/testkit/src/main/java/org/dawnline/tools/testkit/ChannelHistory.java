package org.dawnline.tools.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** All values that a channel has had, each with the cycle in which it first had it. */
public final class ChannelHistory {
    private static final int MOST_SHOWN = 24;

    private final String name;
    private final List<Step> steps;
    private long firstCycle = -1;
    private long lastCycle = -1;

    /**
     * A value, from a cycle on.
     *
     * @param cycle number of the cycle
     * @param value the value; NaN while it is not known
     */
    public record Step(long cycle, double value) {}

    ChannelHistory(String name) {
        this(name, new ArrayList<>());
    }

    private ChannelHistory(String name, List<Step> steps) {
        this.name = name;
        this.steps = steps;
    }

    void add(long cycle, double value) {
        if (steps.isEmpty() || Double.compare(steps.get(steps.size() - 1).value(), value) != 0) {
            steps.add(new Step(cycle, value));
        }
        firstCycle = firstCycle < 0 ? cycle : firstCycle;
        lastCycle = cycle;
    }

    /** The part from a cycle on. */
    ChannelHistory since(long cycle) {
        ChannelHistory part = new ChannelHistory(name, new ArrayList<>());
        for (Step step : steps) {
            if (step.cycle() <= cycle) {
                part.steps.clear();
            }
            part.steps.add(new Step(Math.max(cycle, step.cycle()), step.value()));
        }
        part.firstCycle = Math.max(cycle, firstCycle);
        part.lastCycle = lastCycle;
        return part;
    }

    /** Full name of the channel. */
    public String name() {
        return name;
    }

    /** The values in their order; neighbours differ. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** First cycle of the history. */
    public long firstCycle() {
        return firstCycle;
    }

    /** Last cycle of the history. */
    public long lastCycle() {
        return lastCycle;
    }

    /** The last value; NaN when it is not known. */
    public double last() {
        return steps.isEmpty() ? Double.NaN : steps.get(steps.size() - 1).value();
    }

    /** For people: cycle and value of each change. */
    public String text() {
        StringJoiner text = new StringJoiner(", ", name + ": ", "");
        int left = Math.max(0, steps.size() - MOST_SHOWN);
        if (left > 0) {
            text.add("(" + left + " changes)");
        }
        for (Step step : steps.subList(left, steps.size())) {
            text.add("from cycle " + step.cycle() + " " + step.value());
        }
        return text.add("until cycle " + lastCycle).toString();
    }
}
