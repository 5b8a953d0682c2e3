package org.dawnline.fsw.core.time;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.hal.Clock;

/**
 * Tells what time it is on board in all scales, so that the ground can correlate them, and reports every jump of UTC. Cycles and control
 * laws run on the monotonic clock and never see one. The time report is a housekeeping set of the channels here: it names the cycle,
 * its rate is commanded as that of every set.
 */
public final class TimeKeeper implements Component {
    private static final double S_PER_NANO = 1e-9;
    private static final double JUMP_S = 0.5;
    private static final double MAX_EPOCH_S = 4e9;

    /** 2026-01-01T00:00:00Z. */
    private static final double DEFAULT_EPOCH_S = 1_767_225_600;

    private static final double NANOS_PER_S = 1e9;

    /** What there is to say about time. */
    enum Event implements EventType {
        JUMPED(Severity.WARNING_LO, "UTC jumped by {0} s");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final Clock clock;
    private final LeapSecondTable leapSeconds = new LeapSecondTable();
    private final Events<Event> events;
    private final Parameter epochS;
    private final Channel uptime;
    private final Channel missionTime;
    private final Channel utc;
    private final Channel cucS;
    private final Channel cucFraction;
    private final Channel taiMinusUtc;
    private final Channel valid;
    private final Channel jumps;
    private boolean started;
    private long startNanos;
    private long lastNanos;
    private long lastUtcNanos;
    private long jumpCount;

    /** Declares the face. */
    public TimeKeeper(Face face, Clock clock) {
        this.name = face.name();
        this.clock = clock;
        events = face.events(Event.class);
        epochS = face.parameter(
                "missionEpochS", Unit.SECOND, DEFAULT_EPOCH_S, 0, MAX_EPOCH_S, "begin of the mission, UTC since 1970");
        uptime = face.channel("uptimeS", Unit.SECOND, "since the first cycle, by the monotonic clock");
        missionTime =
                face.channel("missionElapsedS", Unit.SECOND, "since the begin of the mission, leap seconds counted");
        utc = face.channel("utcS", Unit.SECOND, "UTC since 1970, leap seconds not counted");
        cucS = face.channel(
                "cucS", Unit.SECOND, "begin of the cycle as a CCSDS time code: whole seconds since 1958 TAI");
        cucFraction = face.channel("cucFraction", Unit.NONE, "and what is left of the second, in 2^-24 s");
        taiMinusUtc = face.channel("taiMinusUtcS", Unit.SECOND, "TAI - UTC by the table of leap seconds");
        valid = face.channel("utcValid", Unit.NONE, "1 while UTC can be trusted");
        jumps = face.channel("jumps", Unit.COUNT, "jumps of UTC since start");
        face.onResetCounters(() -> jumpCount = 0);
    }

    /** The table of leap seconds, for the table manager. */
    public Table<?> table() {
        return leapSeconds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (!started) {
            started = true;
            startNanos = tick.nanos();
        } else {
            lookForJump(tick);
        }
        lastNanos = tick.nanos();
        lastUtcNanos = tick.utcNanos();
        LeapSeconds table = leapSeconds.active();
        publish(tick, table);
    }

    private void lookForJump(Tick tick) {
        double jumpS = ((tick.utcNanos() - lastUtcNanos) - (tick.nanos() - lastNanos)) * S_PER_NANO;
        if (Math.abs(jumpS) > JUMP_S) {
            jumpCount++;
            events.raise(Event.JUMPED, jumpS);
        }
    }

    private void publish(Tick tick, LeapSeconds table) {
        long epochUtcNanos = (long) (epochS.value() * NANOS_PER_S);
        uptime.set((tick.nanos() - startNanos) * S_PER_NANO);
        long taiNanos = table.taiNanos(tick.utcNanos());
        missionTime.set((taiNanos - table.taiNanos(epochUtcNanos)) * S_PER_NANO);
        utc.set(tick.utcNanos() * S_PER_NANO);
        cucS.set(CucTime.FULL.coarse(taiNanos));
        cucFraction.set(CucTime.FULL.fine(taiNanos));
        taiMinusUtc.set(table.taiMinusUtcS(tick.utcNanos()));
        valid.set(clock.utcValid());
        jumps.set(jumpCount);
    }
}
