package org.dawnline.tools.sim.scenario;

import java.util.List;
import org.dawnline.tools.ground.Limits;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must hold for the verdict PASS.
 *
 * @param place where it stands
 * @param name what the report calls it
 * @param kind where the value comes from
 * @param subject name of the metric, the channel, the truth or the event
 * @param atLeast lower limit, in the unit of the subject; NaN for none
 * @param atMost upper limit; NaN for none
 * @param state name of a state that a state channel must have; null for a number
 * @param near the truth from which a channel may differ by the limits; empty when its value itself is limited
 * @param when which samples of a channel or truth count
 * @param from when the window begins
 * @param until when the window ends; null for the end of the flight
 * @param withinS time after {@code from} by which the limits hold for good, or the event has come, in s; NaN when that is not asked
 * @param needs the capability without which the subject does not exist yet; empty when it must exist
 * @param nominalTruthOnly whether the limits are figures of the profile's own vehicle, so that they say nothing about a drawn one
 */
public record Criterion(
        Place place,
        String name,
        Kind kind,
        String subject,
        double atLeast,
        double atMost,
        @Nullable String state,
        String near,
        When when,
        Moment from,
        @Nullable Moment until,
        double withinS,
        String needs,
        boolean nominalTruthOnly) {
    /** Where the value comes from. */
    public enum Kind {
        /** A figure of the whole flight, see {@link Metric}. */
        METRIC,
        /** A channel of the flight software. */
        CHANNEL,
        /** What the simulator knows, see {@link Truth} and {@link JobTruth}. */
        TRUTH,
        /** How often flight software raises an event. */
        EVENT
    }

    /** Which samples count. */
    public enum When {
        /** Every sample of the window. */
        ALWAYS,
        /** Any sample of the window. */
        ONCE,
        /** The last sample of the window. */
        END,
        /** The mean over the window. */
        MEAN,
        /** The rms of the difference to the running mean over 60 s, over the mean of the window. */
        RIPPLE,
        /** The last sample of the window less the first. */
        GAIN
    }

    /** Whether it asks for a time rather than a value. */
    public boolean timed() {
        return !Double.isNaN(withinS);
    }

    /** Its limits in numbers; what number a state has, only the dictionary knows. */
    public Limits limits() {
        return Limits.between(atLeast, atMost);
    }

    /** What it asks of a channel, as an operator writes it: {@code power.soc >= 0.6}; beside a truth, of the distance to it. */
    public List<String> conditions() {
        if (state != null) {
            return List.of(subject + " == " + state);
        }
        return limits().all().stream()
                .map(limit -> subject + " " + limit.relation().sign() + " " + limit.number())
                .toList();
    }

    /** How far a value is inside the nearer limit, in its own unit; negative outside, NaN when it is unknown. */
    public double margin(double value) {
        if (timed()) {
            return withinS - value;
        }
        return Double.isNaN(value) ? Double.NaN : limits().margin(value);
    }

    /** The limit as a person reads it. */
    public String limitText() {
        if (state != null) {
            return "= " + state;
        }
        if (atLeast == atMost) {
            return "= " + number(atLeast);
        }
        String lower = Double.isNaN(atLeast) ? "" : ">= " + number(atLeast);
        String upper = Double.isNaN(atMost) ? "" : "<= " + number(atMost);
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " and " + upper;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
