package org.dawnline.fsw.comms;

import java.util.List;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * A session with an MQTT 5 broker that outlives its connections. Every connection is a new client object of the library, since
 * its own reconnection can loop for ever; this class connects again by itself with a growing back-off and subscribes again
 * every time. One thread calls all methods, none of them blocks; the library's threads only fill bounded queues.
 */
public final class MqttSession implements AutoCloseable {
    private static final long FIRST_BACKOFF_NANOS = 250_000_000L;
    private static final long LONGEST_BACKOFF_NANOS = 15_000_000_000L;
    private static final long CONNECT_WITHIN_NANOS = 20_000_000_000L;
    private static final System.Logger LOG = System.getLogger(MqttSession.class.getName());

    private final Settings settings;
    private final LongSupplier nanos;
    private final MqttConnection.Inbox inbox = new MqttConnection.Inbox();
    private @Nullable MqttConnection connection;
    private long connections;
    private long attemptNanos;
    private long attemptDeadlineNanos;
    private long backoffNanos = FIRST_BACKOFF_NANOS;
    private boolean wasUp;

    /**
     * What a session is made of.
     *
     * @param uri the broker, such as {@code tcp://localhost:1883}
     * @param clientId name of the session; the same one again takes it over
     * @param subscriptions topics and filters to hear
     * @param will topic of the last will, or null for none
     * @param willPayload what the broker publishes there, retained, when the connection is cut
     * @param expiryS how long the broker keeps the session and its messages while there is no connection, in s
     * @param maxPayloadBytes bytes that are kept of a message that comes in; what is longer is cut there
     */
    public record Settings(
            String uri,
            String clientId,
            List<String> subscriptions,
            @Nullable Topic will,
            byte[] willPayload,
            long expiryS,
            int maxPayloadBytes) {
        /** Settings of somebody who wants every message whole. */
        public Settings(
                String uri,
                String clientId,
                List<String> subscriptions,
                @Nullable Topic will,
                byte[] willPayload,
                long expiryS) {
            this(uri, clientId, subscriptions, will, willPayload, expiryS, Integer.MAX_VALUE);
        }
    }

    /**
     * A message that came in.
     *
     * @param topic full name of its topic
     * @param payload its bytes
     * @param retained whether it is an old one that the broker had kept
     */
    public record Inbound(String topic, byte[] payload, boolean retained) {}

    /**
     * Makes a session that is not connected yet.
     *
     * @param nanos monotonic real time in nanoseconds
     */
    public MqttSession(Settings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        attemptNanos = nanos.getAsLong();
    }

    /** Does what is due: connects while {@code wanted}, cuts the connection otherwise so that the will is published. */
    public void tend(boolean wanted) {
        if (!wanted) {
            cut();
            backoffNanos = FIRST_BACKOFF_NANOS;
            attemptNanos = nanos.getAsLong();
        } else if (connection == null) {
            connectWhenDue();
        } else {
            watch(connection);
        }
    }

    private void connectWhenDue() {
        long now = nanos.getAsLong();
        if (now - attemptNanos < 0) {
            return;
        }
        attemptDeadlineNanos = now + CONNECT_WITHIN_NANOS;
        wasUp = false;
        try {
            connection = new MqttConnection(settings, inbox);
        } catch (MqttException e) {
            backOff("cannot start a connection: " + e.getMessage());
        }
    }

    private void watch(MqttConnection current) {
        if (current.up()) {
            if (!wasUp) {
                wasUp = true;
                connections++;
                backoffNanos = FIRST_BACKOFF_NANOS;
                LOG.log(System.Logger.Level.DEBUG, "connected to {0}", settings.uri());
            }
        } else if (current.ended() != null || wasUp || nanos.getAsLong() - attemptDeadlineNanos > 0) {
            cut();
            backOff(current.ended());
        }
    }

    private void backOff(@Nullable String why) {
        LOG.log(System.Logger.Level.DEBUG, "no connection to {0}: {1}", settings.uri(), why);
        attemptNanos = nanos.getAsLong() + backoffNanos;
        backoffNanos = Math.min(2 * backoffNanos, LONGEST_BACKOFF_NANOS);
    }

    private void cut() {
        MqttConnection current = connection;
        if (current != null) {
            current.cut();
            connection = null;
        }
    }

    /** Whether messages can be published now. */
    public boolean connected() {
        return connection != null && wasUp && connection.up();
    }

    /** Connections made so far: the number of the present one. */
    public long connections() {
        return connections;
    }

    /** Hands over a message; see {@link Wire#publish}. */
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        MqttConnection current = connection;
        return current != null && wasUp && current.publish(topic, payload, ticket);
    }

    /** The next acknowledged ticket of the present connection, or {@link Wire#NO_TICKET}. */
    public long takeAcknowledged() {
        return connection == null ? Wire.NO_TICKET : connection.takeAcknowledged();
    }

    /** The next ticket of the present connection that nobody subscribes to, or {@link Wire#NO_TICKET}. */
    public long takeUnheard() {
        return connection == null ? Wire.NO_TICKET : connection.takeUnheard();
    }

    /** The next message that came in, or null. */
    public @Nullable Inbound takeInbound() {
        return inbox.take();
    }

    /** Messages lost since start because too many came in at once. */
    public long dropped() {
        return inbox.dropped();
    }

    @Override
    public void close() {
        cut();
    }
}
