package org.dawnline.tools.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.MessageSeal;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The ground of a simulation: signs the telecommands of a scenario with a key derived from its seed and brings them to the
 * satellite as bytes, so that they pass the same checks as real ones. Same seed, same bytes.
 */
public final class ScenarioCommander implements LoopbackWire.Listener {
    private static final int KEY_ID = 1;
    private static final long NOT_ARMED = 0;
    private static final long VALID_BEFORE_NANOS = 60_000_000_000L;

    private final String satellite;
    private final SigningKey key;
    private final LoopbackWire wire;
    private final String reportTopic;
    private final List<VerificationReport> reports = new ArrayList<>();
    private final Map<String, byte[]> lastSent = new TreeMap<>();
    private @Nullable Decoder decoder;
    private LoopbackWire.Listener eavesdropper = (topic, payload) -> {};
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Long> armings = new ArrayList<>();
    private long counter;
    private long damaged;

    /** A telecommand that waits for the answer of its arming, or for one before it that does. */
    private record Waiting(
            String name,
            TelecommandContent content,
            long counter,
            long armCounter,
            long notBeforeUtcNanos,
            long notAfterUtcNanos) {}

    /** A commander of that satellite over a wire, which it listens to from now on. */
    public ScenarioCommander(String satellite, long seed, LoopbackWire wire) {
        this.satellite = satellite;
        this.key = SigningKey.seeded(KEY_ID, seed);
        this.wire = wire;
        this.reportTopic = new Topics(satellite).reports().path();
        wire.listen(this);
    }

    /** What the satellite must know. */
    public KeyRing satelliteSide() {
        return key.satelliteSide();
    }

    /** Takes the dictionary that telecommands are checked against. */
    public void use(Dictionary dictionary) {
        decoder = new Decoder(new GroundDictionary(WireDictionary.of(dictionary)));
    }

    /** Checks a telecommand against the dictionary without sending it. */
    public void check(String name, Map<String, String> arguments) throws WrongTelecommandException {
        reader().dictionary().telecommand(name, arguments);
    }

    private Decoder reader() {
        Decoder present = decoder;
        if (present == null) {
            throw new IllegalStateException("call use() first");
        }
        return present;
    }

    /**
     * Sends a telecommand and returns its counter.
     *
     * @param nowUtcNanos UTC of the simulation, in nanoseconds since 1970-01-01T00:00:00Z
     * @param validityNanos how long it may be obeyed from now, in nanoseconds
     */
    public long send(String name, Map<String, String> arguments, long nowUtcNanos, long validityNanos)
            throws WrongTelecommandException {
        return send(name, reader().dictionary().telecommand(name, arguments), nowUtcNanos, validityNanos);
    }

    /** Sends a telecommand whether it fits the dictionary or not; to see it rejected. */
    public long sendUnchecked(String name, Map<String, String> arguments, long nowUtcNanos, long validityNanos) {
        return send(name, GroundDictionary.unchecked(name, arguments), nowUtcNanos, validityNanos);
    }

    /**
     * Arms a critical telecommand and sends it as soon as the satellite has answered; returns its counter. What is sent in between
     * waits, since counters count in their order only.
     */
    public long sendArmed(String name, Map<String, String> arguments, long nowUtcNanos, long validityNanos)
            throws WrongTelecommandException {
        GroundDictionary dictionary = reader().dictionary();
        TelecommandContent content = dictionary.telecommand(name, arguments);
        TelecommandContent arm = dictionary.telecommand(dictionary.armCommand(), Map.of("command", name));
        long armCounter = send(dictionary.armCommand(), arm, nowUtcNanos, validityNanos);
        armings.add(armCounter);
        waiting.add(new Waiting(
                name,
                content,
                nextCounter(),
                armCounter,
                nowUtcNanos - VALID_BEFORE_NANOS,
                nowUtcNanos + validityNanos));
        return counter;
    }

    /** Whether a telecommand must be armed. */
    public boolean critical(String name) {
        return reader().dictionary().critical(name);
    }

    /** Counters of the telecommands that armed others. */
    public List<Long> armings() {
        return List.copyOf(armings);
    }

    private long send(String name, TelecommandContent content, long nowUtcNanos, long validityNanos) {
        Waiting next = new Waiting(
                name, content, nextCounter(), NOT_ARMED, nowUtcNanos - VALID_BEFORE_NANOS, nowUtcNanos + validityNanos);
        if (waiting.isEmpty()) {
            deliver(next, 0);
        } else {
            waiting.add(next);
        }
        return next.counter();
    }

    private void deliver(Waiting next, long nonce) {
        TelecommandContent content = next.content().toBuilder().setNonce(nonce).build();
        byte[] bytes = seal(content, next.counter(), next.notBeforeUtcNanos(), next.notAfterUtcNanos());
        lastSent.put(next.name(), bytes);
        wire.deliver(bytes);
    }

    // The answer of an arming lets its telecommand go, and those behind it up to the next one that is not armed yet.
    private void answered(VerificationReport report) {
        Waiting first = waiting.peekFirst();
        boolean end = Stage.valueOf(report.getStage()).terminal() && !report.getUnproved();
        if (first == null || !end || report.getCounter() != first.armCounter()) {
            return;
        }
        deliver(waiting.removeFirst(), report.getAnswer());
        while (!waiting.isEmpty() && waiting.getFirst().armCounter() == NOT_ARMED) {
            deliver(waiting.removeFirst(), 0);
        }
    }

    private byte[] seal(TelecommandContent content, long own, long notBeforeUtcNanos, long notAfterUtcNanos) {
        return key.seal(TelecommandEnvelope.newBuilder()
                        .setSatellite(satellite)
                        .setKeyId(KEY_ID)
                        .setCounter(own)
                        .setNotBeforeUtcNanos(notBeforeUtcNanos)
                        .setNotAfterUtcNanos(notAfterUtcNanos)
                        .setContent(content.toByteString()))
                .toByteArray();
    }

    /** Takes the next counter; the telecommands that are sent go on behind it. */
    public long nextCounter() {
        return ++counter;
    }

    /**
     * The bytes of a telecommand that is not sent: what an attacker might have recorded, or made up.
     *
     * @param usedCounter its counter, from {@link #nextCounter()} or an old one
     * @param notBeforeUtcNanos begin of its validity, in nanoseconds since 1970-01-01T00:00:00Z
     * @param notAfterUtcNanos end of its validity
     */
    public byte[] sealed(
            String name,
            Map<String, String> arguments,
            long usedCounter,
            long notBeforeUtcNanos,
            long notAfterUtcNanos) {
        return seal(GroundDictionary.unchecked(name, arguments), usedCounter, notBeforeUtcNanos, notAfterUtcNanos);
    }

    /** The bytes of the telecommand of that name that was sent last; null when none was. */
    public byte @Nullable [] lastSent(String name) {
        byte[] bytes = lastSent.get(name);
        return bytes == null ? null : bytes.clone();
    }

    /** Tells who hears everything beside this commander; by default nobody. */
    public void eavesdrop(LoopbackWire.Listener listener) {
        eavesdropper = listener;
    }

    @Override
    public void message(Topic topic, byte[] payload) {
        if (!MessageSeal.intact(payload)) {
            damaged++;
            return;
        }
        eavesdropper.message(topic, payload);
        if (topic.path().equals(reportTopic)) {
            try {
                List<VerificationReport> more = reader().reports(payload);
                reports.addAll(more);
                more.forEach(this::answered);
            } catch (Decoder.UnreadableException e) {
                throw new IllegalStateException("the satellite wrote a report that cannot be read", e);
            }
        }
    }

    /** Messages that were thrown away because bits had flipped on the way. */
    public long damaged() {
        return damaged;
    }

    /** The verification reports after the first {@code known} ones; empty when there are no more. */
    public List<VerificationReport> reportsAfter(int known) {
        return known == reports.size() ? List.of() : List.copyOf(reports.subList(known, reports.size()));
    }

    /** All verification reports so far. */
    public List<VerificationReport> reports() {
        return List.copyOf(reports);
    }
}
