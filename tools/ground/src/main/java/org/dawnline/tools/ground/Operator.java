package org.dawnline.tools.ground;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Runs a procedure against a satellite over MQTT, as a person would: sends telecommands, waits for telemetry and events in the
 * satellite's own time, and says what came instead when it waits in vain. Values and events count from the operator's coming on.
 *
 * <pre>{@code
 * Operator operator = new Operator(ground);
 * operator.completes("mode.SET", "mode=SAFE");
 * operator.await("mode.current == SAFE", Duration.ofSeconds(5));
 * operator.awaitEvent("mode.CHANGED", Duration.ofSeconds(5));
 * operator.rejects(Reason.OUT_OF_RANGE, "parameters.SET", "parameter=power.capW", "value=-1");
 * }</pre>
 */
public final class Operator {
    private static final double NANOS_PER_S = 1e9;
    private static final int MOST_EVENTS = 10_000;
    private static final long LOOK_NANOS = 200_000_000L;

    /** Without telemetry the satellite's time does not pass; then this much real time is waited, beside what is asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroundClient ground;
    private final StationClock clock = new StationClock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<String, ChannelValue> values = new TreeMap<>();
    private final Deque<EventLine> events = new ArrayDeque<>();
    private long newestUtcNanos = Long.MIN_VALUE;

    /** Comes on. The client stays the caller's. */
    public Operator(GroundClient ground) {
        this.ground = ground;
        ground.watch(this::take);
        ground.events(this::take);
    }

    private void take(TelemetryFrame frame) {
        if (frame.retained()) {
            return;
        }
        lock.lock();
        try {
            frame.values().forEach(value -> values.put(value.name(), value));
            newestUtcNanos = Math.max(newestUtcNanos, frame.utcNanos());
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(EventLine event) {
        lock.lock();
        try {
            if (events.size() == MOST_EVENTS) {
                events.removeFirst();
            }
            events.addLast(event);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends a telecommand, arguments as {@code name=value}, and waits for its end. */
    public CommandResult send(String name, String... arguments) throws InterruptedException {
        return send(SendOptions.defaults(), name, arguments);
    }

    /** Arms a critical telecommand, fires it and waits for its end; for the arming's end when that fails. */
    public CommandResult sendArmed(String name, String... arguments) throws InterruptedException {
        CommandResult armed = send(ground.dictionary().armCommand(), "command=" + name);
        return armed.completed() ? send(SendOptions.defaults().withNonce(armed.answer()), name, arguments) : armed;
    }

    private CommandResult send(SendOptions options, String name, String... arguments) throws InterruptedException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("\"" + argument + "\" is no argument; expected name=value");
            }
            texts.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        try {
            return ground.send(name, texts, options.forced());
        } catch (WrongTelecommandException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new Unmet("no counter for " + name + ": " + e.getMessage());
        }
    }

    /** Sends a telecommand that shall be done. */
    public CommandResult completes(String name, String... arguments) throws InterruptedException {
        return ends(Stage.COMPLETED, Reason.NONE, name, arguments);
    }

    /** Sends a telecommand that shall be rejected for that reason. */
    public CommandResult rejects(Reason reason, String name, String... arguments) throws InterruptedException {
        return ends(Stage.REJECTED, reason, name, arguments);
    }

    /** Sends a telecommand that shall be begun and fail for that reason. */
    public CommandResult fails(Reason reason, String name, String... arguments) throws InterruptedException {
        return ends(Stage.FAILED, reason, name, arguments);
    }

    private CommandResult ends(Stage stage, Reason reason, String name, String... arguments)
            throws InterruptedException {
        CommandResult result = send(name, arguments);
        if (result.outcome() != stage || result.reason() != reason) {
            throw new Unmet(
                    name + " " + String.join(" ", arguments) + " should end " + stage + " (" + reason + "), but "
                            + (result.timedOut()
                                    ? "no answer came; so far " + result.stages() + "; " + link()
                                    : "ended " + result.outcome() + " (" + result.reason() + ")"));
        }
        return result;
    }

    /**
     * Waits until a condition holds, see {@link ChannelCondition}.
     *
     * @param within time of the satellite
     * @return the value that fulfilled it
     */
    public ChannelValue await(String condition, Duration within) throws InterruptedException {
        ChannelCondition wanted = ChannelCondition.parse(condition, ground.dictionary());
        return await(
                within,
                () -> fulfilling(wanted),
                () -> wanted.text() + " did not come true within " + seconds(within) + " of the satellite's time: "
                        + value(wanted.channel()));
    }

    /** Says that a condition holds now, by the newest telemetry; waits for the first. */
    public ChannelValue expect(String condition) throws InterruptedException {
        ChannelCondition wanted = ChannelCondition.parse(condition, ground.dictionary());
        ChannelValue value = await(
                PATIENCE,
                () -> values.get(wanted.channel()),
                () -> "no telemetry of " + wanted.channel() + " has come within " + seconds(PATIENCE));
        if (!wanted.holds(value.value())) {
            throw new Unmet(wanted.text() + " does not hold: it is " + value.text());
        }
        return value;
    }

    /**
     * Waits for an event since the operator came on, or since the last one of that name that was waited for.
     *
     * @param name full name
     * @param within time of the satellite
     */
    public EventLine awaitEvent(String name, Duration within) throws InterruptedException {
        ground.dictionary().requireEvent(name);
        return await(
                within,
                () -> takeEvent(name),
                () -> "event " + name + " did not come within " + seconds(within) + " of the satellite's time; "
                        + lastEvents());
    }

    /**
     * Waits until the satellite's time has come, by its newest telemetry.
     *
     * @param utcNanos in nanoseconds since 1970-01-01T00:00:00Z
     */
    public void awaitTime(long utcNanos) throws InterruptedException {
        long heardOf = await(
                PATIENCE,
                () -> newestUtcNanos == Long.MIN_VALUE ? null : newestUtcNanos,
                () -> "no telemetry has come within " + seconds(PATIENCE));
        await(
                Duration.ofNanos(Math.max(1, utcNanos - heardOf)),
                () -> newestUtcNanos >= utcNanos ? newestUtcNanos : null,
                () -> "the satellite's time has stood still");
    }

    private @Nullable ChannelValue fulfilling(ChannelCondition wanted) {
        ChannelValue value = values.get(wanted.channel());
        return value != null && wanted.holds(value.value()) ? value : null;
    }

    private @Nullable EventLine takeEvent(String name) {
        for (EventLine event : events) {
            if (event.name().equals(name)) {
                events.remove(event);
                return event;
            }
        }
        return null;
    }

    /** What is waited for: null as long as it has not come. */
    private interface Attempt<T> {
        @Nullable
        T now();
    }

    private <T> T await(Duration within, Attempt<T> attempt, Supplier<String> complaint) throws InterruptedException {
        long patienceNanos = clock.nanos() + within.plus(PATIENCE).toNanos();
        long deadlineUtcNanos = Long.MAX_VALUE;
        lock.lock();
        try {
            while (true) {
                T found = attempt.now();
                if (found != null) {
                    return found;
                }
                if (deadlineUtcNanos == Long.MAX_VALUE && newestUtcNanos != Long.MIN_VALUE) {
                    deadlineUtcNanos = newestUtcNanos + within.toNanos();
                }
                if (newestUtcNanos >= deadlineUtcNanos || clock.nanos() >= patienceNanos) {
                    throw new Unmet(complaint.get() + "; " + link());
                }
                pause();
            }
        } finally {
            lock.unlock();
        }
    }

    // Woken or not, it looks again.
    @SuppressWarnings("WaitNotInLoop")
    private void pause() throws InterruptedException {
        news.awaitNanos(LOOK_NANOS);
    }

    private String value(String channel) {
        ChannelValue value = values.get(channel);
        return value == null ? "no telemetry of it has come" : "it is " + value.text();
    }

    private String lastEvents() {
        return events.isEmpty()
                ? "no other came"
                : "the last one was " + events.getLast().name();
    }

    private String link() {
        LinkState state = ground.linkState();
        String satellite = state == null ? "never up" : state.getUp() ? "up, " + state.getCarrier() : "down";
        return ground.connected() ? "link: " + satellite : "the broker is gone";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toNanos() / NANOS_PER_S);
    }
}
