package org.dawnline.tools.sim.run;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Criterion.When;
import org.dawnline.tools.sim.scenario.Metric;
import org.jspecify.annotations.Nullable;

/** A criterion and where its value will be found, and in the end what became of it. */
final class Finding {
    private final Criterion criterion;
    private final @Nullable Watch watch;
    private final String unit;
    private final List<String> states;

    private Finding(Criterion criterion, @Nullable Watch watch, String unit, List<String> states) {
        this.criterion = criterion;
        this.watch = watch;
        this.unit = unit;
        this.states = states;
    }

    static Finding ofMetric(Criterion criterion) {
        return new Finding(criterion, null, "", List.of());
    }

    static Finding ofWatch(Criterion criterion, Watch watch, String unit, List<String> states) {
        return new Finding(criterion, watch, unit, states);
    }

    /** Of something that flight software does not have yet: it cannot hold. */
    static Finding missing(Criterion criterion) {
        return new Finding(criterion, null, "", List.of());
    }

    /**
     * What became of it.
     *
     * @param shortened whether the flight was shorter than the scenario wants: then a window that it did not reach does not count
     * @param nominalTruth whether the simulated vehicle was the profile's; otherwise limits that are figures of the profile do not count
     */
    CriterionResult result(Metrics metrics, boolean shortened, boolean nominalTruth) {
        if (criterion.nominalTruthOnly() && !nominalTruth) {
            return new CriterionResult(
                    criterion.name(), limit(""), Double.NaN, "not judged: the vehicle is not the profile's", true);
        }
        if (!criterion.needs().isEmpty()) {
            return new CriterionResult(
                    criterion.name(), limit(""), Double.NaN, "not measurable, needs " + criterion.needs(), false);
        }
        if (watch == null) {
            return ofMetric(metrics);
        }
        if (shortened && !watch.window().opened()) {
            return new CriterionResult(criterion.name(), limit(shownUnit()), Double.NaN, "not reached", true);
        }
        return watched();
    }

    /** The same of what was followed to the end. */
    CriterionResult watched() {
        return ofWatch(Objects.requireNonNull(watch));
    }

    private CriterionResult ofMetric(Metrics metrics) {
        Metric metric = Metric.of(criterion.subject())
                .orElseThrow(() -> new IllegalStateException("no metric " + criterion.subject()));
        double value = metrics.value(metric);
        return result(value, shown(metric.unit()), criterion.limits().holds(value));
    }

    private CriterionResult ofWatch(Watch decisive) {
        double value = decisive.value();
        if (criterion.timed()) {
            return result(value, " s", decisive.pass());
        }
        if (criterion.state() != null) {
            return new CriterionResult(
                    criterion.name(), criterion.limitText(), value, stateText(value), decisive.pass());
        }
        return result(value, shownUnit(), decisive.pass());
    }

    private String shownUnit() {
        return criterion.when() == When.RIPPLE || criterion.timed() ? "" : shown(unit);
    }

    private CriterionResult result(double value, String suffix, boolean pass) {
        return new CriterionResult(criterion.name(), limit(suffix), value, text(value) + suffix, pass);
    }

    private String limit(String suffix) {
        if (!criterion.timed()) {
            return criterion.limitText() + suffix;
        }
        String what = criterion.limitText().isEmpty() ? "" : criterion.limitText() + shown(unit) + " ";
        return what + "within " + text(criterion.withinS()) + " s";
    }

    private String stateText(double value) {
        int number = (int) value;
        return number == value && number >= 0 && number < states.size() ? states.get(number) : text(value);
    }

    private static String shown(String unit) {
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
