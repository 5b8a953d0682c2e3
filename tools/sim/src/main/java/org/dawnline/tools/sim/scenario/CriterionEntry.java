package org.dawnline.tools.sim.scenario;

import java.util.Locale;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.sim.scenario.Criterion.Kind;
import org.dawnline.tools.sim.scenario.Criterion.When;
import org.jspecify.annotations.Nullable;

/** An entry of {@code pass}. */
final class CriterionEntry {
    private CriterionEntry() {}

    static Criterion read(Section entry) {
        if (entry.has("metric") == entry.has("channel")) {
            throw new WrongScenario(entry.place(), "needs a subject; expected either metric or channel");
        }
        Kind kind = kind(entry);
        String subject = entry.text(kind == Kind.METRIC ? "metric" : "channel", "");
        checkSubject(entry, kind, subject);
        checkLimits(entry, kind);
        double equal = entry.isText("equals") ? Double.NaN : entry.number("equals", Double.NaN);
        Criterion criterion = new Criterion(
                entry.place(),
                entry.text("name", ""),
                kind,
                subject,
                entry.has("equals") ? equal : entry.number("atLeast", Double.NaN),
                entry.has("equals") ? equal : entry.number("atMost", Double.NaN),
                entry.isText("equals") ? entry.text("equals", "") : null,
                When.valueOf(entry.text("when", "always").toUpperCase(Locale.ROOT)),
                entry.moment("from"),
                until(entry));
        return criterion.name().isEmpty() ? named(criterion) : criterion;
    }

    private static Kind kind(Section entry) {
        if (entry.has("metric")) {
            return Kind.METRIC;
        }
        return entry.text("channel", "").startsWith(Truth.PREFIX) ? Kind.TRUTH : Kind.CHANNEL;
    }

    private static void checkSubject(Section entry, Kind kind, String subject) {
        if (kind == Kind.METRIC && Metric.of(subject).isEmpty()) {
            throw entry.refusal(
                    "metric",
                    "is \"" + subject + "\", which is no metric; " + Suggestion.forName(subject, Metric.keys()));
        }
        if (kind == Kind.TRUTH && !Truth.names().contains(subject)) {
            throw entry.refusal(
                    "channel",
                    "is \"" + subject + "\", which is no truth; " + Suggestion.forName(subject, Truth.names()));
        }
    }

    private static void checkLimits(Section entry, Kind kind) {
        boolean bounded = entry.has("atLeast") || entry.has("atMost");
        if (bounded == entry.has("equals")) {
            throw new WrongScenario(entry.place(), "needs a limit; expected atLeast, atMost or both, or else equals");
        }
        if (entry.number("atLeast", Double.NaN) > entry.number("atMost", Double.NaN)) {
            throw entry.refusal("atLeast", "is above atMost; nothing could pass");
        }
        for (String name : new String[] {"when", "from", "until"}) {
            if (kind == Kind.METRIC && entry.has(name)) {
                throw entry.refusal(name, "stands beside a metric, which is of the whole flight; expected a channel");
            }
        }
        if (kind != Kind.CHANNEL && entry.isText("equals")) {
            throw entry.refusal("equals", "is text; expected a number");
        }
    }

    private static @Nullable Trigger until(Section entry) {
        return entry.has("until") ? entry.moment("until") : null;
    }

    private static Criterion named(Criterion c) {
        String when = c.kind() == Kind.METRIC ? "" : " " + c.when().name().toLowerCase(Locale.ROOT);
        return new Criterion(
                c.place(),
                c.subject() + when,
                c.kind(),
                c.subject(),
                c.atLeast(),
                c.atMost(),
                c.state(),
                c.when(),
                c.from(),
                c.until());
    }
}
