package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.Kind;
import org.dawnline.tools.sim.scenario.Metric;
import org.dawnline.tools.sim.scenario.Suggestion;
import org.dawnline.tools.sim.scenario.Truth;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.jspecify.annotations.Nullable;

/** Watches what the criteria of a scenario ask for, and says at the end whether they hold. */
final class Judge {
    private final WorldState world;
    private final Dictionary dictionary;
    private final ChannelWatches channelWatches;
    private final List<CriterionWatch> truthWatches = new ArrayList<>();
    private final List<Criterion> criteria;
    private final List<@Nullable CriterionWatch> watches = new ArrayList<>();

    /** Finds every subject; refuses the ones that are not there. */
    Judge(List<Criterion> criteria, WorldState world, Dictionary dictionary) {
        this.criteria = criteria;
        this.world = world;
        this.dictionary = dictionary;
        channelWatches = new ChannelWatches(world, dictionary.frames().size());
        for (Criterion criterion : criteria) {
            watches.add(criterion.kind() == Kind.METRIC ? null : watch(criterion));
        }
    }

    private CriterionWatch watch(Criterion criterion) {
        if (criterion.kind() == Kind.TRUTH) {
            Truth truth = Truth.of(criterion.subject().substring(Truth.PREFIX.length()))
                    .orElseThrow(() -> new IllegalStateException("no truth " + criterion.subject()));
            CriterionWatch watch = new CriterionWatch(criterion, () -> truth.read(world), Double.NaN);
            truthWatches.add(watch);
            return watch;
        }
        return watchChannel(criterion);
    }

    private CriterionWatch watchChannel(Criterion criterion) {
        for (int frame = 0; frame < dictionary.frames().size(); frame++) {
            for (Channel channel : dictionary.frames().get(frame).channels()) {
                if (channel.name().equals(criterion.subject())) {
                    DoubleSupplier source = channel::value;
                    CriterionWatch watch = new CriterionWatch(criterion, source, state(criterion, channel));
                    channelWatches.add(frame, watch);
                    return watch;
                }
            }
        }
        throw new WrongScenario(
                criterion.place(),
                "channel is \"" + criterion.subject() + "\", which is no channel; "
                        + Suggestion.forName(criterion.subject(), channelNames()));
    }

    private List<String> channelNames() {
        return dictionary.frames().stream()
                .flatMap(frame -> frame.channels().stream())
                .map(Channel::name)
                .toList();
    }

    private static double state(Criterion criterion, Channel channel) {
        String state = criterion.state();
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
    ChannelWatches recorder() {
        return channelWatches;
    }

    /** Takes note of the present step. */
    void look() {
        for (int i = 0; i < truthWatches.size(); i++) {
            truthWatches.get(i).sample(world);
        }
    }

    /** The judgement. */
    List<CriterionResult> results(Metrics metrics) {
        List<CriterionResult> results = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            CriterionWatch watch = watches.get(i);
            results.add(watch == null ? metricResult(criterion, metrics) : watchResult(criterion, watch));
        }
        return results;
    }

    private static CriterionResult metricResult(Criterion criterion, Metrics metrics) {
        Metric metric = Metric.of(criterion.subject())
                .orElseThrow(() -> new IllegalStateException("no metric " + criterion.subject()));
        double value = metrics.value(metric);
        return new CriterionResult(
                criterion.name(),
                criterion.limitText() + unit(metric.unit()),
                value,
                text(value) + unit(metric.unit()),
                criterion.holds(value));
    }

    private CriterionResult watchResult(Criterion criterion, CriterionWatch watch) {
        double value = watch.value();
        if (criterion.state() != null) {
            return new CriterionResult(
                    criterion.name(), criterion.limitText(), value, stateText(criterion, value), watch.pass());
        }
        String unit = unit(unitOf(criterion));
        return new CriterionResult(
                criterion.name(), criterion.limitText() + unit, value, text(value) + unit, watch.pass());
    }

    private String unitOf(Criterion criterion) {
        return criterion.kind() == Kind.TRUTH
                ? Truth.of(criterion.subject().substring(Truth.PREFIX.length()))
                        .map(Truth::unit)
                        .orElse("")
                : dictionary.channel(criterion.subject()).unit().symbol();
    }

    private String stateText(Criterion criterion, double value) {
        List<String> states = dictionary.channel(criterion.subject()).states();
        int number = (int) value;
        return number == value && number >= 0 && number < states.size() ? states.get(number) : text(value);
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "", "1", "ratio" -> "";
            case "degC" -> " °C";
            default -> " " + unit;
        };
    }

    /** A value as a person reads it. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 2 ? "%.4f" : "%.2f", value);
    }
}
