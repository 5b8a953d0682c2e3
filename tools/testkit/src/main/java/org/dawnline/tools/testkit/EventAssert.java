package org.dawnline.tools.testkit;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What can be said of the events of one name. */
public final class EventAssert extends AbstractAssert<EventAssert, List<RaisedEvent>> {
    private final String name;

    EventAssert(String name, List<RaisedEvent> events) {
        super(events, EventAssert.class);
        this.name = name;
    }

    /** It was never raised. */
    public EventAssert never() {
        return times(0);
    }

    /** It was raised once. */
    public EventAssert once() {
        return times(1);
    }

    /** It was raised so many times. */
    public EventAssert times(int count) {
        return require(actual.size() == count, "raised " + count + " times");
    }

    /** It was raised at least once. */
    public EventAssert raised() {
        return require(!actual.isEmpty(), "raised");
    }

    /** The last one had these arguments; those beyond are not looked at. */
    public EventAssert withArguments(double... arguments) {
        List<Double> wanted = new ArrayList<>();
        for (double argument : arguments) {
            wanted.add(argument);
        }
        boolean same = !actual.isEmpty()
                && actual.get(actual.size() - 1)
                        .arguments()
                        .subList(0, wanted.size())
                        .equals(wanted);
        return require(same, "raised with " + wanted + " at last");
    }

    /** The first one was raised in that cycle. */
    public EventAssert inCycle(long cycle) {
        return require(!actual.isEmpty() && actual.get(0).cycle() == cycle, "raised in cycle " + cycle);
    }

    private EventAssert require(boolean holds, String wanted) {
        if (!holds) {
            failWithMessage("expected event %s to be %s, but there were %d: %s", name, wanted, actual.size(), actual);
        }
        return this;
    }
}
