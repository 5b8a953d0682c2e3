package org.dawnline.fsw.comms;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dawnline.fsw.comms.MqttSession.Inbound;
import org.dawnline.fsw.comms.MqttSession.Settings;
import org.dawnline.fsw.comms.Topics.Topic;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** One connection, from its first packet to its end; never revived. The library's callbacks only write to queues and flags. */
final class MqttConnection implements MqttCallback {
    private static final int AT_LEAST_ONCE = 1;
    private static final long WILL_DELAY_S = 1;
    private static final int KEEP_ALIVE_S = 10;
    private static final int CONNECT_TIMEOUT_S = 10;
    private static final int RECEIVE_MAXIMUM = 256;
    private static final int MAX_PACKET_BYTES = 8 * 1024 * 1024;
    /** Below the 20 that brokers commonly allow; more is refused by the library. */
    private static final int MAX_IN_FLIGHT = 19;

    private static final int NO_SUBSCRIBERS = 0x10;
    private static final int FIRST_ERROR_CODE = 0x80;
    private static final long CUT_WITHIN_MS = 1;

    /** Where messages go that come in; it outlives the connection, since the broker forgets what it has delivered. */
    static final class Inbox {
        private static final int CAPACITY = 1024;

        private final Queue<Inbound> messages = new ArrayBlockingQueue<>(CAPACITY);
        private final AtomicLong dropped = new AtomicLong();

        private void offer(Inbound message) {
            if (!messages.offer(message)) {
                dropped.incrementAndGet();
            }
        }

        @Nullable
        Inbound take() {
            return messages.poll();
        }

        long dropped() {
            return dropped.get();
        }
    }

    private final Settings settings;
    private final MqttAsyncClient client;
    private final Inbox inbox;
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Long> unheard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
    private volatile boolean subscribed;

    /** Begins to connect. */
    MqttConnection(Settings settings, Inbox inbox) throws MqttException {
        this.settings = settings;
        this.inbox = inbox;
        client = new MqttAsyncClient(settings.uri(), settings.clientId(), new MemoryPersistence());
        client.setCallback(this);
        client.connect(options(), null, new Step(this::subscribe));
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(settings.expiryS());
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout(CONNECT_TIMEOUT_S);
        options.setReceiveMaximum(RECEIVE_MAXIMUM);
        options.setMaximumPacketSize((long) MAX_PACKET_BYTES);
        options.setSocketFactory(new NoDelaySocketFactory());
        Topic will = settings.will();
        if (will != null) {
            MqttMessage lastWords = message(will, settings.willPayload());
            options.setWill(will.path(), lastWords);
            // One broker sends the will of a session that it keeps only if there is a delay.
            lastWords.getProperties().setWillDelayInterval(WILL_DELAY_S);
            options.setWillMessageProperties(lastWords.getProperties());
        }
        return options;
    }

    private static MqttMessage message(Topic topic, byte[] payload) {
        MqttMessage message = new MqttMessage(payload, AT_LEAST_ONCE, topic.retained(), new MqttProperties());
        message.getProperties().setMessageExpiryInterval(topic.expiryS());
        return message;
    }

    // The broker may have forgotten the session, so this is done every time.
    private void subscribe() {
        if (ended.get() != null) {
            cut(); // given up while it was still connecting
            return;
        }
        if (settings.subscriptions().isEmpty()) {
            subscribed = true;
            return;
        }
        MqttSubscription[] subscriptions = settings.subscriptions().stream()
                .map(filter -> new MqttSubscription(filter, AT_LEAST_ONCE))
                .toArray(MqttSubscription[]::new);
        try {
            client.subscribe(subscriptions, null, new Step(() -> subscribed = true), new MqttProperties());
        } catch (MqttException e) {
            end("subscribing failed: " + e.getMessage());
        }
    }

    private void end(@Nullable String why) {
        ended.compareAndSet(null, why == null ? "cut" : why);
    }

    /** Whether it is connected and subscribed. */
    boolean up() {
        return subscribed && ended.get() == null;
    }

    /** Why it ended, or null while it has not. */
    @Nullable
    String ended() {
        return ended.get();
    }

    boolean publish(Topic topic, byte[] payload, long ticket) {
        if (!up() || inFlight.get() >= MAX_IN_FLIGHT) {
            return false;
        }
        inFlight.incrementAndGet();
        try {
            client.publish(topic.path(), message(topic, payload), null, new Delivery(ticket));
            return true;
        } catch (MqttException e) {
            inFlight.decrementAndGet();
            end("publishing failed: " + e.getMessage());
            return false;
        }
    }

    long takeAcknowledged() {
        return take(acknowledged);
    }

    long takeUnheard() {
        return take(unheard);
    }

    private static long take(Queue<Long> tickets) {
        Long ticket = tickets.poll();
        return ticket == null ? Wire.NO_TICKET : ticket;
    }

    /** Drops the connection without a farewell; the broker publishes the will. */
    void cut() {
        end("given up");
        try {
            // Without close(): it takes objects away that the library's own threads still use.
            client.disconnectForcibly(0, CUT_WITHIN_MS, false);
        } catch (MqttException e) {
            // It was down already.
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        byte[] payload = message.getPayload();
        int most = settings.maxPayloadBytes();
        byte[] kept = payload.length > most ? Arrays.copyOf(payload, most) : payload;
        inbox.offer(new Inbound(topic, kept, message.isRetained()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        end(cause != null ? cause.getMessage() : response.getReasonString());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        end(exception.getMessage());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each message has its own listener.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The connect token's listener has done what is needed.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No enhanced authentication is used.
    }

    /** A step of the start: what follows on success, the end on failure. */
    private final class Step implements MqttActionListener {
        private final Runnable next;

        Step(Runnable next) {
            this.next = next;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            next.run();
        }

        @Override
        public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
            end(
                    cause == null
                            ? "refused"
                            : cause.getMessage() + (cause.getCause() == null ? "" : ": " + cause.getCause()));
        }
    }

    /** Fate of one message. */
    private final class Delivery implements MqttActionListener {
        private final long ticket;

        Delivery(long ticket) {
            this.ticket = ticket;
        }

        // The library calls a refusal by the broker a success, too. Then the message was not taken: everything is tried
        // again.
        @Override
        public void onSuccess(IMqttToken token) {
            inFlight.decrementAndGet();
            int @Nullable [] codes = token.getReasonCodes();
            int code = codes == null || codes.length == 0 ? 0 : codes[0];
            if (code >= FIRST_ERROR_CODE) {
                end("the broker refused a message with code " + code);
            } else if (ticket != Wire.NO_TICKET) {
                (code == NO_SUBSCRIBERS ? unheard : acknowledged).add(ticket);
            }
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable cause) {
            end(cause == null ? "a message was not delivered" : cause.getMessage());
        }
    }
}
