package org.dawnline.tools.sim.scenario;

import java.util.List;
import java.util.Locale;
import org.dawnline.tools.ground.Suggestion;
import org.dawnline.tools.sim.scenario.Criterion.Kind;
import org.dawnline.tools.sim.scenario.Criterion.When;

/** An entry of {@code pass}. */
final class CriterionEntry {
    private static final List<String> SUBJECTS = List.of("metric", "channel", "event");
    private static final List<String> WINDOW = List.of("when", "from", "until", "within", "near");

    private final Section entry;
    private final Kind kind;
    private final String key;
    private final String subject;

    private CriterionEntry(Section entry) {
        this.entry = entry;
        List<String> given = SUBJECTS.stream().filter(entry::has).toList();
        if (given.size() != 1) {
            throw new WrongScenario(
                    entry.place(), "needs one subject; expected either " + String.join(" or ", SUBJECTS));
        }
        key = given.get(0);
        subject = entry.text(key, "");
        kind = switch (key) {
            case "metric" -> Kind.METRIC;
            case "event" -> Kind.EVENT;
            default -> subject.startsWith(Truth.PREFIX) ? Kind.TRUTH : Kind.CHANNEL;
        };
    }

    static Criterion read(Section entry) {
        return new CriterionEntry(entry).criterion();
    }

    private Criterion criterion() {
        checkSubject();
        checkLimits();
        checkWindow();
        boolean equals = entry.has("equals");
        double equal = entry.isText("equals") ? Double.NaN : entry.number("equals", Double.NaN);
        When when = When.valueOf(entry.text("when", "always").toUpperCase(Locale.ROOT));
        return new Criterion(
                entry.place(),
                entry.text("name", defaultName(when)),
                kind,
                subject,
                equals ? equal : entry.number("atLeast", Double.NaN),
                equals ? equal : entry.number("atMost", Double.NaN),
                entry.isText("equals") ? entry.text("equals", "") : null,
                entry.text("near", ""),
                when,
                entry.moment("from"),
                entry.has("until") ? entry.moment("until") : null,
                entry.span("within", Double.NaN),
                entry.text("needs", ""),
                entry.flag("nominalTruthOnly", false));
    }

    private String defaultName(When when) {
        if (kind == Kind.METRIC || kind == Kind.EVENT) {
            return subject;
        }
        String near = entry.has("near") ? " near " + entry.text("near", "") : "";
        return subject + near + (entry.has("within") ? "" : " " + when.name().toLowerCase(Locale.ROOT));
    }

    private void checkSubject() {
        if (kind == Kind.METRIC && !entry.has("needs") && Metric.of(subject).isEmpty()) {
            throw entry.refusal(
                    key, "is \"" + subject + "\", which is no metric; " + Suggestion.forName(subject, Metric.keys()));
        }
        if (kind == Kind.METRIC && entry.has("needs") && Metric.of(subject).isPresent()) {
            throw entry.refusal("needs", "stands beside a metric that exists; take it away");
        }
        if (kind == Kind.TRUTH) {
            requireTruth(key, subject);
        }
        if (entry.has("near")) {
            requireTruth("near", entry.text("near", ""));
        }
    }

    private void requireTruth(String where, String name) {
        boolean known = Truth.named(name).isPresent()
                || JobTruth.of(name).isPresent()
                || GpuTruth.of(name).isPresent();
        if (!known) {
            throw entry.refusal(
                    where, "is \"" + name + "\", which is no truth; " + Suggestion.forName(name, Truth.names()));
        }
    }

    private void checkLimits() {
        boolean bounded = entry.has("atLeast") || entry.has("atMost");
        boolean firstEvent = kind == Kind.EVENT && entry.has("within");
        if (firstEvent && (bounded || entry.has("equals"))) {
            throw entry.refusal("within", "stands beside a count; expected one or the other");
        }
        if (!firstEvent && bounded == entry.has("equals")) {
            throw new WrongScenario(entry.place(), "needs a limit; expected atLeast, atMost or both, or else equals");
        }
        if (entry.number("atLeast", Double.NaN) > entry.number("atMost", Double.NaN)) {
            throw entry.refusal("atLeast", "is above atMost; nothing could pass");
        }
        if (kind != Kind.CHANNEL && entry.isText("equals")) {
            throw entry.refusal("equals", "is text; expected a number");
        }
    }

    private void checkWindow() {
        for (String name : WINDOW) {
            if (kind == Kind.METRIC && entry.has(name)) {
                throw entry.refusal(name, "stands beside a metric, which is of the whole flight; expected a channel");
            }
        }
        if (entry.has("when") && (entry.has("within") || kind == Kind.EVENT)) {
            throw entry.refusal("when", "stands beside within or an event, which say which samples count");
        }
        if (entry.has("near") && kind != Kind.CHANNEL) {
            throw entry.refusal("near", "stands beside no channel of the flight software; expected one to compare");
        }
    }
}
