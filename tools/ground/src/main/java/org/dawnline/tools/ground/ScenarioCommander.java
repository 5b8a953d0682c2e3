package org.dawnline.tools.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The ground of a simulation: signs the telecommands of a scenario with a key derived from its seed and brings them to the
 * satellite as bytes, so that they pass the same checks as real ones. Same seed, same bytes.
 */
public final class ScenarioCommander implements LoopbackWire.Listener {
    private static final int KEY_ID = 1;
    private static final long VALID_BEFORE_NANOS = 60_000_000_000L;

    private final String satellite;
    private final SigningKey key;
    private final LoopbackWire wire;
    private final String reportTopic;
    private final List<VerificationReport> reports = new ArrayList<>();
    private @Nullable Decoder decoder;
    private long counter;

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
        return send(reader().dictionary().telecommand(name, arguments), nowUtcNanos, validityNanos);
    }

    /** Sends a telecommand whether it fits the dictionary or not; to see it rejected. */
    public long sendUnchecked(String name, Map<String, String> arguments, long nowUtcNanos, long validityNanos) {
        return send(GroundDictionary.unchecked(name, arguments), nowUtcNanos, validityNanos);
    }

    private long send(TelecommandContent content, long nowUtcNanos, long validityNanos) {
        counter++;
        wire.deliver(key.seal(TelecommandEnvelope.newBuilder()
                        .setSatellite(satellite)
                        .setKeyId(KEY_ID)
                        .setCounter(counter)
                        .setNotBeforeUtcNanos(nowUtcNanos - VALID_BEFORE_NANOS)
                        .setNotAfterUtcNanos(nowUtcNanos + validityNanos)
                        .setContent(content.toByteString()))
                .toByteArray());
        return counter;
    }

    @Override
    public void message(Topic topic, byte[] payload) {
        if (topic.path().equals(reportTopic)) {
            try {
                reports.addAll(reader().reports(payload));
            } catch (Decoder.UnreadableException e) {
                throw new IllegalStateException("the satellite wrote a report that cannot be read", e);
            }
        }
    }

    /** All verification reports so far. */
    public List<VerificationReport> reports() {
        return List.copyOf(reports);
    }
}
