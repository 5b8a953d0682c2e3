package org.dawnline.fsw.core.sequence;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.SequenceStarter;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.core.orbit.OrbitCalendar;
import org.dawnline.fsw.core.orbit.OrbitMoment;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/**
 * Starts sequences at moments along the orbit, by the newest forecast: each moment starts its sequence once, however often it is
 * foretold anew.
 */
public final class Triggers implements Component, Table<TriggerSet> {
    private static final double NANOS_PER_S = 1e9;

    /** A moment that is foretold so soon after the last of its kind is the same one, foretold better. */
    private static final long SAME_MOMENT_NANOS = 30_000_000_000L;

    private static final long GRACE_NANOS = SAME_MOMENT_NANOS / 2;

    private final String name;
    private final FlightDynamics orbit;
    private final OrbitCalendar calendar;
    private final SequenceStarter sequences;
    private final Events<TriggerEvent> events;
    private final Channel count;
    private final Channel firedCount;
    private final Channel missedCount;
    private final Channel nextS;
    private final Channel errorS;
    private final Channel largestErrorS;
    private final Pending[] pending = new Pending[TriggerText.MAX_TRIGGERS];
    private TriggerSet set = new TriggerSet(List.of(), List.of());
    private int forecastSeen = -1;
    private long nowNanos;
    private long fired;
    private long missed;
    private double lastErrorS;
    private double mostErrorS;

    /** What is known of the next moment of one trigger. */
    private static final class Pending {
        long momentNanos;
        long firstForetoldNanos;
        long lastMomentNanos;

        void clear(long nanos) {
            momentNanos = OrbitCalendar.NEVER;
            firstForetoldNanos = OrbitCalendar.NEVER;
            lastMomentNanos = nanos - SAME_MOMENT_NANOS;
        }
    }

    /** Declares the face; the table is of the same name. */
    public Triggers(Face face, FlightDynamics orbit, SequenceStarter sequences) {
        this.name = face.name();
        this.orbit = orbit;
        this.calendar = orbit.calendar();
        this.sequences = sequences;
        events = face.events(TriggerEvent.class);
        face.enumeration(
                "orbitMoment",
                Arrays.stream(OrbitMoment.values()).map(OrbitMoment::name).toList());
        count = face.channel("orbit", Unit.COUNT, "triggers that wait for a moment along the orbit");
        firedCount = face.channel("fired", Unit.COUNT, "sequences that were due since start");
        missedCount = face.channel("missed", Unit.COUNT, "moments that were foretold too late since start");
        nextS = face.channel("nextS", Unit.SECOND, "time to the next sequence that is due along the orbit");
        errorS = face.channel(
                "errorS", Unit.SECOND, "how much later the last moment came than its first forecast had said");
        largestErrorS =
                face.channel("largestErrorS", Unit.SECOND, "largest of these errors since start, without its sign");
        for (int i = 0; i < pending.length; i++) {
            pending[i] = new Pending();
        }
        face.onResetCounters(this::resetCounters);
    }

    private void resetCounters() {
        fired = 0;
        missed = 0;
        mostErrorS = 0;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return name;
    }

    @Override
    public TriggerSet read(Rows rows) {
        return TriggerText.read(rows);
    }

    @Override
    public void activate(TriggerSet content) {
        set = content;
        forecastSeen = -1;
        for (Pending one : pending) {
            one.clear(nowNanos);
        }
        orbit.watch(content.regions());
    }

    /** Tells its accounts; what acts is {@link #watch()}. */
    @Override
    public void step(Tick tick) {
        count.set(set.orbit().size());
        firedCount.set(fired);
        missedCount.set(missed);
        long dueNanos = OrbitCalendar.NEVER;
        for (int i = 0; i < set.orbit().size(); i++) {
            dueNanos = Math.min(dueNanos, dueNanos(i));
        }
        nextS.set(dueNanos == OrbitCalendar.NEVER ? Double.POSITIVE_INFINITY : (dueNanos - tick.nanos()) / NANOS_PER_S);
        errorS.set(lastErrorS);
        largestErrorS.set(mostErrorS);
    }

    /** What starts the sequences: to be stepped in the fastest rate group. */
    public Component watch() {
        return new Watch();
    }

    private final class Watch implements Component {
        private final String watchName = name + "Watch";

        @Override
        public String name() {
            return watchName;
        }

        @Override
        public void step(Tick tick) {
            nowNanos = tick.nanos();
            if (calendar.number() != forecastSeen) {
                forecastSeen = calendar.number();
                foretell();
            }
            for (int i = 0; i < set.orbit().size(); i++) {
                if (dueNanos(i) <= nowNanos) {
                    fire(i);
                }
            }
        }
    }

    private void foretell() {
        for (int i = 0; i < set.orbit().size(); i++) {
            foretell(i);
        }
    }

    private void foretell(int i) {
        Trigger trigger = set.orbit().get(i);
        Pending one = pending[i];
        one.momentNanos = calendar.nextNanos(trigger.moment(), trigger.region(), afterNanos(trigger, one));
        if (one.firstForetoldNanos == OrbitCalendar.NEVER) {
            one.firstForetoldNanos = one.momentNanos;
        }
    }

    // Not what was fired already. But what has passed and is due yet; and what a new forecast puts a moment before now.
    private long afterNanos(Trigger trigger, Pending one) {
        long since = nowNanos - Math.max(0, trigger.offsetNanos()) - GRACE_NANOS;
        return Math.max(since, one.lastMomentNanos + SAME_MOMENT_NANOS);
    }

    private long dueNanos(int i) {
        long moment = pending[i].momentNanos;
        return moment == OrbitCalendar.NEVER
                ? moment
                : moment + set.orbit().get(i).offsetNanos();
    }

    private void fire(int i) {
        Trigger trigger = set.orbit().get(i);
        Pending one = pending[i];
        lastErrorS = (one.momentNanos - one.firstForetoldNanos) / NANOS_PER_S;
        mostErrorS = Math.max(mostErrorS, Math.abs(lastErrorS));
        double fromMomentS = (nowNanos - one.momentNanos) / NANOS_PER_S;
        boolean late = nowNanos - dueNanos(i) > SAME_MOMENT_NANOS;
        if (late && one.momentNanos < nowNanos) {
            missed++;
            events.raise(TriggerEvent.MISSED, trigger.moment().ordinal(), trigger.slot());
        } else {
            fired++;
            events.raise(TriggerEvent.FIRED, trigger.moment().ordinal(), trigger.slot(), fromMomentS, lastErrorS);
            sequences.start(trigger.slot(), Origin.SCHEDULE);
        }
        one.lastMomentNanos = one.momentNanos;
        one.firstForetoldNanos = OrbitCalendar.NEVER;
        foretell(i);
    }
}
