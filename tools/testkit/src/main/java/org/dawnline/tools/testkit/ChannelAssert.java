package org.dawnline.tools.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.dawnline.tools.testkit.ChannelHistory.Step;

/** What can be said of the history of a channel. A failure shows the history. */
public final class ChannelAssert extends AbstractAssert<ChannelAssert, ChannelHistory> {
    ChannelAssert(ChannelHistory history) {
        super(history, ChannelAssert.class);
    }

    /** Only the part from a cycle on is spoken of. */
    public ChannelAssert since(long cycle) {
        return new ChannelAssert(actual.since(cycle));
    }

    /** Its last value is this one. */
    public ChannelAssert is(double value) {
        return require(Double.compare(actual.last(), value) == 0, "to be " + value);
    }

    /** Its last value is this one, but for a tolerance. */
    public ChannelAssert isCloseTo(double value, double tolerance) {
        return require(Math.abs(actual.last() - value) <= tolerance, "to be " + value + " +- " + tolerance);
    }

    /** Its last value is not known. */
    public ChannelAssert isUnknown() {
        return require(Double.isNaN(actual.last()), "to be unknown");
    }

    /** It was always known. */
    public ChannelAssert wasAlwaysKnown() {
        return always(step -> !Double.isNaN(step.value()), "to be always known");
    }

    /** It had exactly these values, in this order, each for as long as you like. */
    public ChannelAssert went(double... values) {
        List<Double> wanted = new ArrayList<>();
        for (double value : values) {
            wanted.add(value);
        }
        List<Double> seen = actual.steps().stream().map(Step::value).toList();
        return require(seen.equals(wanted), "to go " + wanted);
    }

    /** It has become this value within so many cycles of the first one, wherever it went then. */
    public ChannelAssert becameWithin(int cycles, double value) {
        boolean reached = actual.steps().stream()
                .anyMatch(step ->
                        Double.compare(step.value(), value) == 0 && step.cycle() <= actual.firstCycle() + cycles);
        return require(reached, "to become " + value + " within " + cycles + " cycles");
    }

    /** It was always within these limits, and known. */
    public ChannelAssert stayedBetween(double low, double high) {
        return always(step -> step.value() >= low && step.value() <= high, "to stay between " + low + " and " + high);
    }

    /** It never fell. */
    public ChannelAssert neverFell() {
        return neighbours((before, after) -> !(after < before), "never to fall");
    }

    /** It never rose. */
    public ChannelAssert neverRose() {
        return neighbours((before, after) -> !(after > before), "never to rise");
    }

    /** It never changed by more than this from one change to the next. */
    public ChannelAssert neverJumpedBy(double most) {
        return neighbours((before, after) -> !(Math.abs(after - before) > most), "never to jump by more than " + most);
    }

    private ChannelAssert neighbours(BiPredicate<Double, Double> fine, String wanted) {
        List<Step> steps = actual.steps();
        boolean all = true;
        for (int i = 1; i < steps.size(); i++) {
            all &= fine.test(steps.get(i - 1).value(), steps.get(i).value());
        }
        return require(all && !steps.isEmpty(), wanted);
    }

    private ChannelAssert always(Predicate<Step> fine, String wanted) {
        // Nothing seen is nothing shown.
        return require(!actual.steps().isEmpty() && actual.steps().stream().allMatch(fine), wanted);
    }

    private ChannelAssert require(boolean holds, String wanted) {
        if (!holds) {
            failWithMessage("expected %s %s, but it was%n  %s", actual.name(), wanted, actual.text());
        }
        return this;
    }
}
