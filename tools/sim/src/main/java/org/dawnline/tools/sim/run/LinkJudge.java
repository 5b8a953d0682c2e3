package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.ground.ChannelValue;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.TelemetryFrame;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.Kind;
import org.dawnline.tools.sim.scenario.Criterion.When;
import org.dawnline.tools.sim.scenario.Moment;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what comes down what a scenario asks of channels and events, as {@link Judge} does beside the executive. What only the
 * simulator knows it leaves out: metrics, truths, and windows that begin or end with something in the world. Any thread.
 */
final class LinkJudge {
    private static final double NANOS_PER_S = 1e9;

    private final Timetable timetable;
    private final GroundDictionary dictionary;
    private final long epochUtcNanos;
    private final Map<String, Double> values = new TreeMap<>();
    private final Map<String, List<Watch>> byChannel = new TreeMap<>();
    private final Map<String, List<Watch>> byEvent = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private double nowS;

    /**
     * Takes what it can judge.
     *
     * @param epochUtcNanos UTC at which the flight started, in nanoseconds since 1970-01-01T00:00:00Z
     */
    LinkJudge(Scenario scenario, GroundDictionary dictionary, long epochUtcNanos) {
        timetable = new Timetable(scenario);
        this.dictionary = dictionary;
        this.epochUtcNanos = epochUtcNanos;
        scenario.criteria().stream().filter(this::isHeardOf).forEach(this::add);
    }

    private boolean isHeardOf(Criterion criterion) {
        Moment until = criterion.until();
        boolean channel =
                criterion.kind() == Kind.CHANNEL && criterion.near().isEmpty() && criterion.when() != When.RIPPLE;
        return (channel || criterion.kind() == Kind.EVENT)
                && criterion.needs().isEmpty()
                && known(criterion, criterion.from())
                && (until == null || known(criterion, until));
    }

    private boolean known(Criterion criterion, Moment moment) {
        return moment.movement() == null
                && !timetable.trigger(moment, criterion.place()).relative();
    }

    private void add(Criterion criterion) {
        Moment until = criterion.until();
        Window window = new Window(
                () -> nowS, timeS(criterion, criterion.from()), until == null ? null : timeS(criterion, until));
        String subject = criterion.subject();
        if (criterion.kind() == Kind.EVENT) {
            dictionary.requireEvent(subject);
            Watch watch = new EventWatch(criterion, window, window);
            byEvent.computeIfAbsent(subject, name -> new ArrayList<>()).add(watch);
            findings.add(Finding.ofWatch(criterion, watch, "1", List.of()));
            return;
        }
        DoubleSupplier source = () -> values.getOrDefault(subject, Double.NaN);
        Watch watch = criterion.timed()
                ? new SettlingWatch(criterion.withinS(), Judge.limits(criterion, dictionary), window, source)
                : new SampleWatch(criterion.when(), Judge.limits(criterion, dictionary), window, source);
        byChannel.computeIfAbsent(subject, name -> new ArrayList<>()).add(watch);
        findings.add(Finding.ofWatch(
                criterion,
                watch,
                dictionary.requireChannel(subject).getUnit(),
                dictionary.requireChannel(subject).getStatesList()));
    }

    private DoubleSupplier timeS(Criterion criterion, Moment moment) {
        Trigger trigger = timetable.trigger(moment, criterion.place());
        return trigger::offsetS;
    }

    /** A frame has come down. */
    synchronized void take(TelemetryFrame frame) {
        nowS = (frame.utcNanos() - epochUtcNanos) / NANOS_PER_S;
        for (ChannelValue value : frame.values()) {
            values.put(value.name(), value.value());
            sample(byChannel.get(value.name()));
        }
    }

    /** An event has come down. */
    synchronized void take(EventLine event) {
        nowS = (event.utcNanos() - epochUtcNanos) / NANOS_PER_S;
        sample(byEvent.get(event.name()));
    }

    private static void sample(@Nullable List<Watch> watches) {
        if (watches != null) {
            watches.forEach(Watch::sample);
        }
    }

    /** What became of each so far. */
    synchronized List<CriterionResult> results() {
        return findings.stream().map(Finding::watched).toList();
    }
}
