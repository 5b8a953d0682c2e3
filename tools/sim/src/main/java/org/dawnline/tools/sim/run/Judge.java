package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.When;
import org.dawnline.tools.sim.scenario.Moment;
import org.dawnline.tools.sim.scenario.Place;
import org.dawnline.tools.sim.scenario.Suggestion;
import org.dawnline.tools.sim.scenario.Timetable;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.jspecify.annotations.Nullable;

/** Watches what the criteria of a scenario ask for, and says at the end whether they hold. */
final class Judge {
    private final WorldState world;
    private final Timetable timetable;
    private final Subjects subjects;
    private final WatchRecorder recorder;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Watch> truthWatches = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Finds every subject; refuses the ones that are not there. */
    Judge(List<Criterion> criteria, Timetable timetable, SimWorld simulated, Dictionary dictionary) {
        world = simulated.state();
        this.timetable = timetable;
        subjects = new Subjects(simulated, dictionary);
        recorder = new WatchRecorder(dictionary);
        for (Criterion criterion : criteria) {
            findings.add(finding(criterion));
        }
    }

    private Finding finding(Criterion criterion) {
        return switch (criterion.kind()) {
            case METRIC -> criterion.needs().isEmpty() ? Finding.ofMetric(criterion) : Finding.missing(criterion);
            case EVENT -> ofEvent(criterion);
            case TRUTH -> ofTruth(criterion);
            case CHANNEL -> ofChannel(criterion);
        };
    }

    private Finding ofEvent(Criterion criterion) {
        int event = subjects.event(criterion.subject());
        if (missing(criterion, event < 0, "event", subjects.eventNames())) {
            return Finding.missing(criterion);
        }
        Watch watch = new EventWatch(criterion, window(criterion), beforeMovement(criterion));
        recorder.addToEvent(event, watch);
        return Finding.ofWatch(criterion, watch, "1", List.of());
    }

    private Finding ofTruth(Criterion criterion) {
        Bounds bounds = new Bounds(criterion.atLeast(), criterion.atMost());
        Watch watch = watch(criterion, bounds, subjects.truth(criterion.subject()));
        truthWatches.add(watch);
        return Finding.ofWatch(criterion, watch, Subjects.truthUnit(criterion.subject()), List.of());
    }

    private Finding ofChannel(Criterion criterion) {
        Subjects.FlownChannel flown = subjects.channel(criterion.subject());
        if (missing(criterion, flown == null, "channel", subjects.channelNames()) || flown == null) {
            return Finding.missing(criterion);
        }
        Channel channel = flown.channel();
        double state = state(criterion, channel);
        Bounds bounds =
                Double.isNaN(state) ? new Bounds(criterion.atLeast(), criterion.atMost()) : new Bounds(state, state);
        boolean compared = !criterion.near().isEmpty();
        Watch watch = watch(criterion, bounds, compared ? comparison(criterion, flown) : flown);
        recorder.addToFrame(flown.frame(), watch);
        String unit =
                compared ? Subjects.truthUnit(criterion.near()) : channel.unit().symbol();
        return Finding.ofWatch(criterion, watch, unit, channel.states());
    }

    private DoubleSupplier comparison(Criterion criterion, Subjects.FlownChannel flown) {
        try {
            return Comparison.of(
                    flown,
                    flown.channel().unit().symbol(),
                    subjects.truth(criterion.near()),
                    Subjects.truthUnit(criterion.near()));
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(criterion.place(), String.valueOf(e.getMessage()));
        }
    }

    // A subject that flight software does not have is a mistake, or it is waited for; both must be said.
    private static boolean missing(Criterion criterion, boolean absent, String what, List<String> names) {
        if (absent && criterion.needs().isEmpty()) {
            throw new WrongScenario(
                    criterion.place(),
                    what + " is \"" + criterion.subject() + "\", which is no " + what + "; "
                            + Suggestion.forName(criterion.subject(), names));
        }
        if (!absent && !criterion.needs().isEmpty()) {
            throw new WrongScenario(
                    criterion.place(), "needs stands beside " + criterion.subject() + ", which exists; take it away");
        }
        return absent;
    }

    private Watch watch(Criterion criterion, Bounds bounds, DoubleSupplier source) {
        Window window = window(criterion);
        if (criterion.timed()) {
            return new SettlingWatch(criterion.withinS(), bounds, window, source);
        }
        return criterion.when() == When.RIPPLE
                ? new RippleWatch(bounds, window, world, source)
                : new SampleWatch(criterion.when(), bounds, window, source);
    }

    private Window window(Criterion criterion) {
        Moment until = criterion.until();
        return new Window(
                world,
                edge(criterion.from(), criterion.place()),
                until == null ? null : edge(until, criterion.place()));
    }

    // The same window, but from its moment on, whether or not the truth has moved since then.
    private Window beforeMovement(Criterion criterion) {
        Moment until = criterion.until();
        return new Window(
                world,
                edge(criterion.from().withoutMovement(), criterion.place()),
                until == null ? null : edge(until, criterion.place()));
    }

    private Edge edge(Moment moment, Place place) {
        Edge edge = new Edge(timetable.trigger(moment, place), moment.movement());
        if (edge.mustLook()) {
            edges.add(edge);
        }
        return edge;
    }

    private static double state(Criterion criterion, Channel channel) {
        @Nullable String state = criterion.state();
        if (state == null) {
            return Double.NaN;
        }
        int number = channel.states().indexOf(state);
        if (number < 0) {
            throw new WrongScenario(
                    criterion.place(),
                    "equals is \"" + state + "\", which is no state of " + channel.name() + "; "
                            + Suggestion.forName(state, channel.states()));
        }
        return number;
    }

    /** What is to be attached to the executive. */
    WatchRecorder recorder() {
        return recorder;
    }

    /** Another process of the flight software flies from now on. */
    void use(Dictionary dictionary) {
        subjects.use(dictionary);
    }

    /** Takes note of the present step. */
    void look() {
        for (int i = 0; i < edges.size(); i++) {
            edges.get(i).look(world);
        }
        for (int i = 0; i < truthWatches.size(); i++) {
            truthWatches.get(i).sample();
        }
    }

    /** The judgement; of a flight that was cut short on purpose only what it reached, of another vehicle only what fits it. */
    List<CriterionResult> results(Metrics metrics, boolean shortened, boolean nominalTruth) {
        return findings.stream()
                .map(finding -> finding.result(metrics, shortened, nominalTruth))
                .toList();
    }
}
