package org.dawnline.fsw.comms;

import java.util.List;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.proto.LinkState;
import org.jspecify.annotations.Nullable;

/** The satellite's wire over MQTT 5. Its last will tells the ground, retained, that the link is lost. */
public final class PahoWire implements Wire {
    /** How long the broker keeps telecommands for a satellite out of contact, in s. */
    public static final long SESSION_EXPIRY_S = 7 * 86_400L;

    /** One byte too many is enough to be refused; a flood of huge messages must not fill the memory. */
    private static final int LONGEST_KEPT_BYTES = TelecommandReceiver.MAX_BYTES + 1;

    private final MqttSession session;

    /**
     * A wire that is not connected yet.
     *
     * @param uri the broker, such as {@code tcp://localhost:1883}
     * @param satellite name of the satellite
     * @param nanos monotonic real time in nanoseconds, also when the satellite is simulated
     */
    public PahoWire(String uri, String satellite, LongSupplier nanos) {
        Topics topics = new Topics(satellite);
        byte[] will =
                MessageSeal.seal(LinkState.newBuilder().setUp(false).build().toByteArray());
        session = new MqttSession(
                new MqttSession.Settings(
                        uri,
                        "dawnline-" + satellite,
                        List.of(topics.telecommands().path()),
                        topics.link(),
                        will,
                        SESSION_EXPIRY_S,
                        LONGEST_KEPT_BYTES),
                nanos);
    }

    @Override
    public void tend(boolean wanted) {
        session.tend(wanted);
    }

    @Override
    public boolean connected() {
        return session.connected();
    }

    @Override
    public long session() {
        return session.connections();
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        return session.publish(topic, payload, ticket);
    }

    @Override
    public long takeAcknowledged() {
        return session.takeAcknowledged();
    }

    @Override
    public long takeUnheard() {
        return session.takeUnheard();
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        MqttSession.Inbound inbound = session.takeInbound();
        return inbound == null ? null : inbound.payload();
    }

    @Override
    public long telecommandsDropped() {
        return session.dropped();
    }

    @Override
    public void close() {
        session.close();
    }
}
