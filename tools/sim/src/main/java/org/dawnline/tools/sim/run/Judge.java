package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.ground.ChannelCondition;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.Limits;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.When;
import org.dawnline.tools.sim.scenario.Moment;
import org.dawnline.tools.sim.scenario.Place;
import org.dawnline.tools.sim.scenario.Timetable;
import org.dawnline.tools.sim.scenario.WrongScenario;

/** Watches what the criteria of a scenario ask for, and says at the end whether they hold. */
final class Judge {
    private final WorldState world;
    private final Timetable timetable;
    private final Subjects subjects;
    private final GroundDictionary known;
    private final WatchRecorder recorder;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Watch> truthWatches = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Finds every subject; refuses the ones that are not there. */
    Judge(List<Criterion> criteria, Timetable timetable, SimWorld simulated, Dictionary dictionary) {
        world = simulated.state();
        this.timetable = timetable;
        subjects = new Subjects(simulated, dictionary);
        known = new GroundDictionary(WireDictionary.of(dictionary));
        recorder = new WatchRecorder(dictionary);
        for (Criterion criterion : criteria) {
            findings.add(finding(criterion));
        }
    }

    private Finding finding(Criterion criterion) {
        try {
            return switch (criterion.kind()) {
                case METRIC -> criterion.needs().isEmpty() ? Finding.ofMetric(criterion) : Finding.missing(criterion);
                case EVENT -> ofEvent(criterion);
                case TRUTH -> ofTruth(criterion);
                case CHANNEL -> ofChannel(criterion);
            };
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(criterion.place(), String.valueOf(e.getMessage()));
        }
    }

    private Finding ofEvent(Criterion criterion) {
        if (waitedFor(criterion, known.eventNames().contains(criterion.subject()))) {
            return Finding.missing(criterion);
        }
        Watch watch = new EventWatch(criterion, window(criterion), beforeMovement(criterion));
        recorder.addToEvent(known.requireEvent(criterion.subject()), watch);
        return Finding.ofWatch(criterion, watch, "1", List.of());
    }

    private Finding ofTruth(Criterion criterion) {
        Watch watch = watch(criterion, criterion.limits(), subjects.truth(criterion.subject()));
        truthWatches.add(watch);
        return Finding.ofWatch(criterion, watch, Subjects.truthUnit(criterion.subject()), List.of());
    }

    private Finding ofChannel(Criterion criterion) {
        if (waitedFor(criterion, known.channel(criterion.subject()) != null)) {
            return Finding.missing(criterion);
        }
        Limits limits = limits(criterion, known);
        Subjects.FlownChannel flown = subjects.channel(criterion.subject());
        String channelUnit = flown.channel().unit().symbol();
        boolean compared = !criterion.near().isEmpty();
        String truthUnit = Subjects.truthUnit(criterion.near());
        DoubleSupplier source =
                compared ? Comparison.of(flown, channelUnit, subjects.truth(criterion.near()), truthUnit) : flown;
        Watch watch = watch(criterion, limits, source);
        recorder.addToFrame(flown.frame(), watch);
        return Finding.ofWatch(
                criterion,
                watch,
                compared ? truthUnit : channelUnit,
                flown.channel().states());
    }

    /** What a criterion asks of a channel, as the dictionary reads it. */
    static Limits limits(Criterion criterion, GroundDictionary dictionary) {
        return new Limits(criterion.conditions().stream()
                .map(condition -> ChannelCondition.parse(condition, dictionary).limit())
                .toList());
    }

    // A subject that flight software does not have is a mistake, or it is waited for; both must be said.
    private static boolean waitedFor(Criterion criterion, boolean there) {
        if (there && !criterion.needs().isEmpty()) {
            throw new IllegalArgumentException(
                    "needs stands beside " + criterion.subject() + ", which exists; take it away");
        }
        return !criterion.needs().isEmpty();
    }

    private Watch watch(Criterion criterion, Limits limits, DoubleSupplier source) {
        Window window = window(criterion);
        if (criterion.timed()) {
            return new SettlingWatch(criterion.withinS(), limits, window, source);
        }
        return criterion.when() == When.RIPPLE
                ? new RippleWatch(limits, window, world, source)
                : new SampleWatch(criterion.when(), limits, window, source);
    }

    private Window window(Criterion criterion) {
        Moment until = criterion.until();
        return new Window(
                world::timeS,
                edge(criterion.from(), criterion.place()),
                until == null ? null : edge(until, criterion.place()));
    }

    // The same window, but from its moment on, whether or not the truth has moved since then.
    private Window beforeMovement(Criterion criterion) {
        Moment until = criterion.until();
        return new Window(
                world::timeS,
                edge(criterion.from().withoutMovement(), criterion.place()),
                until == null ? null : edge(until, criterion.place()));
    }

    private Edge edge(Moment moment, Place place) {
        Edge edge = new Edge(world, timetable.trigger(moment, place), moment.movement());
        if (edge.mustLook()) {
            edges.add(edge);
        }
        return edge;
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
            edges.get(i).look();
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
