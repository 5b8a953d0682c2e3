package org.dawnline.tools.ground;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dawnline.fsw.comms.MqttSession;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.StoredRecords;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.dawnline.fsw.core.command.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The ground's connection to one satellite over an MQTT broker: sends telecommands and waits for their reports, follows
 * telemetry, events and the state of the link. Reconnects by itself. Listeners are called on the client's own thread and must
 * be quick.
 */
public final class GroundClient implements AutoCloseable {
    private static final long SESSION_EXPIRY_S = 300;
    private static final long PAUSE_NANOS = 5_000_000L;
    private static final long END_WITHIN_MS = 2_000;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(15);
    private static final Duration FIRST_FRAME_WITHIN = Duration.ofMillis(2_500);
    private static final long SLACK_BEFORE_S = 60;
    private static final double NANOS_PER_S = 1e9;
    /** Then the broker has it, or is not there. */
    private static final long HAND_OVER_WITHIN_NANOS = 3_000_000_000L;
    /** The dictionary comes within a moment of the subscription, or not at all. */
    private static final long ASK_AGAIN_NANOS = 3_000_000_000L;

    private static final int ID_BYTES_MAX = 1 << 30;

    private final String satellite;
    private final Topics topics;
    private final GroundKeys keys;
    private final StationClock clock = new StationClock();
    private final SatelliteTime satelliteTime = new SatelliteTime(clock);
    private final MqttSession session;
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final Map<Long, PendingCommand> pending = new ConcurrentHashMap<>();
    private final Map<String, ChannelValue> latest = new ConcurrentHashMap<>();
    private final List<Consumer<TelemetryFrame>> frameListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<TelemetryFrame>> setListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<EventLine>> eventListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<StoredRecord>> recordListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<VerificationReport>> reportListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<LinkState>> linkListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> problemListeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch liveFrameCame = new CountDownLatch(1);
    private final AtomicLong missing = new AtomicLong();
    private final Thread thread = new Thread(this::work, "ground");
    private volatile @Nullable Decoder decoder;
    private volatile @Nullable LinkState linkState;
    private volatile @Nullable VersionReport versions;
    private volatile boolean connected;
    private volatile boolean stopped;
    /** Handed to the broker and not acknowledged yet; this and the two below belong to the client's thread. */
    private @Nullable Outgoing underWay;

    private long ticket;
    private long sentOver;
    private long askedOver;
    private long askedNanos;

    /** A telecommand on its way to the broker, and a latch for when it is there. */
    private record Outgoing(byte[] telecommand, CountDownLatch taken) {}

    private GroundClient(String uri, String satellite, GroundKeys keys) {
        this.satellite = satellite;
        this.topics = new Topics(satellite);
        this.keys = keys;
        String id = "dawnline-ground-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt(ID_BYTES_MAX));
        List<String> subscriptions = List.of(
                topics.dictionary().path(),
                topics.link().path(),
                topics.reports().path(),
                topics.events().path(),
                topics.versions().path(),
                topics.everySet(),
                topics.stored().path(),
                topics.frame("+").path());
        session = new MqttSession(
                new MqttSession.Settings(uri, id, subscriptions, null, new byte[0], SESSION_EXPIRY_S), clock::nanos);
        thread.setDaemon(true);
    }

    /**
     * Connects and waits for the satellite's dictionary.
     *
     * @throws IOException if there is no broker, or no satellite of that name has ever been there
     */
    public static GroundClient connect(String uri, String satellite, GroundKeys keys)
            throws IOException, InterruptedException {
        return connect(uri, satellite, keys, CONNECT_WITHIN);
    }

    /** The same, with a time after which to give up. */
    public static GroundClient connect(String uri, String satellite, GroundKeys keys, Duration within)
            throws IOException, InterruptedException {
        GroundClient client = open(uri, satellite, keys);
        if (!client.awaitDictionary(within)) {
            boolean broker = client.connected;
            client.close();
            throw new IOException(
                    broker
                            ? "the broker at " + uri + " knows no satellite " + satellite
                            : "no broker answers at " + uri + "; is the satellite's software running?");
        }
        return client;
    }

    /** Begins to connect; {@link #awaitDictionary} says when it can be used. */
    public static GroundClient open(String uri, String satellite, GroundKeys keys) {
        GroundClient client = new GroundClient(uri, satellite, keys);
        client.thread.start();
        return client;
    }

    /** Waits that long for broker and dictionary; whether both are there. May be called again. */
    public boolean awaitDictionary(Duration within) throws InterruptedException {
        return ready.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void work() {
        while (!stopped) {
            try {
                round();
            } catch (RuntimeException e) {
                problem("a listener broke: " + e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        session.close();
    }

    private void round() {
        session.tend(true);
        connected = session.connected();
        for (MqttSession.Inbound inbound = session.takeInbound(); inbound != null; inbound = session.takeInbound()) {
            take(inbound);
        }
        // Both, since the dictionary comes as soon as its own subscription stands, when reports may not be heard yet.
        if (connected && decoder != null) {
            ready.countDown();
        }
        askAgain();
        sendOutgoing();
    }

    // A satellite that is there has left its dictionary with the broker; one that did not come with the subscription
    // comes with the
    // next.
    private void askAgain() {
        LinkState state = linkState;
        long now = clock.nanos();
        if (session.connections() != askedOver) {
            askedOver = session.connections();
            askedNanos = now;
        } else if (connected
                && decoder == null
                && state != null
                && state.getUp()
                && now - askedNanos > ASK_AGAIN_NANOS) {
            session.tend(false);
            connected = false;
        }
    }

    // One at a time: the next one follows when the broker has the one before.
    private void sendOutgoing() {
        long heard = Math.max(session.takeAcknowledged(), session.takeUnheard());
        Outgoing sent = underWay;
        if (sent != null && (heard == ticket || session.connections() != sentOver)) {
            sent.taken().countDown();
            underWay = null;
        }
        Outgoing next = underWay == null ? outgoing.peek() : null;
        if (next != null && session.publish(topics.telecommands(), next.telecommand(), ticket + 1)) {
            outgoing.remove(next);
            ticket++;
            sentOver = session.connections();
            underWay = next;
        }
    }

    private void take(MqttSession.Inbound inbound) {
        try {
            Decoder.requireIntact(inbound.payload());
            if (inbound.topic().equals(topics.dictionary().path())) {
                takeDictionary(Dictionary.parseFrom(inbound.payload()));
            } else if (inbound.topic().equals(topics.link().path())) {
                takeLink(LinkState.parseFrom(inbound.payload()));
            } else if (inbound.topic().equals(topics.versions().path())) {
                takeVersions(VersionReport.parseFrom(inbound.payload()));
            } else {
                Decoder reader = decoder;
                if (reader != null) {
                    takeContent(reader, inbound);
                }
            }
        } catch (InvalidProtocolBufferException | Decoder.UnreadableException e) {
            problem(inbound.topic() + ": " + e.getMessage());
        }
    }

    private void takeDictionary(Dictionary dictionary) {
        Decoder previous = decoder;
        GroundDictionary fresh = new GroundDictionary(dictionary);
        Decoder reader = previous == null ? new Decoder(fresh) : previous.with(fresh);
        VersionReport known = versions;
        if (known != null) {
            reader.names(known);
        }
        decoder = reader;
    }

    private void takeVersions(VersionReport report) {
        versions = report;
        Decoder reader = decoder;
        if (reader != null) {
            reader.names(report);
        }
    }

    private void takeLink(LinkState state) {
        linkState = state;
        linkListeners.forEach(listener -> listener.accept(state));
    }

    private void takeContent(Decoder reader, MqttSession.Inbound inbound) throws Decoder.UnreadableException {
        if (inbound.topic().equals(topics.reports().path())) {
            for (VerificationReport report : reader.reports(inbound.payload())) {
                takeReport(report);
                reportListeners.forEach(listener -> listener.accept(report));
            }
        } else if (inbound.topic().equals(topics.stored().path())) {
            takeStored(inbound.payload());
        } else if (inbound.topic().equals(topics.events().path())) {
            for (EventLine line : reader.events(inbound.payload())) {
                eventListeners.forEach(listener -> listener.accept(line));
            }
        } else if (topics.isHousekeeping(inbound.topic())) {
            TelemetryFrame set = reader.set(inbound.payload());
            if (set != null) {
                setListeners.forEach(listener -> listener.accept(set));
            }
        } else {
            takeFrame(reader.frame(inbound.payload(), inbound.retained()));
        }
        missing.set(reader.missing());
    }

    private void takeStored(byte[] payload) throws Decoder.UnreadableException {
        try {
            StoredRecords.parseFrom(payload)
                    .getRecordsList()
                    .forEach(record -> recordListeners.forEach(listener -> listener.accept(record)));
        } catch (InvalidProtocolBufferException e) {
            throw new Decoder.UnreadableException("stored records: " + e.getMessage());
        }
    }

    private void takeReport(VerificationReport report) {
        PendingCommand command = pending.get(report.getCounter());
        if (command == null || report.getKeyId() != keys.key().id()) {
            return;
        }
        try {
            command.heard(report, Stage.valueOf(report.getStage()));
        } catch (IllegalArgumentException e) {
            problem("a report has the unknown stage " + report.getStage());
        }
    }

    private void takeFrame(TelemetryFrame frame) {
        frame.values().forEach(value -> latest.put(value.name(), value));
        if (!frame.retained()) {
            satelliteTime.heard(frame.utcNanos());
            liveFrameCame.countDown();
        }
        frameListeners.forEach(listener -> listener.accept(frame));
    }

    private void problem(String text) {
        problemListeners.forEach(listener -> listener.accept(text));
    }

    /** The dictionary of the satellite. */
    public GroundDictionary dictionary() {
        return reader().dictionary();
    }

    /** An empty book for what is played back, which tells events with the names that live ones are told with. */
    public StoredBook storedBook() {
        return new StoredBook(reader());
    }

    private Decoder reader() {
        Decoder reader = decoder;
        if (reader == null) {
            throw new IllegalStateException("no dictionary has come yet");
        }
        return reader;
    }

    /**
     * Signs a telecommand, sends it and waits for its terminal report.
     *
     * @param arguments texts by name, as {@link GroundDictionary#telecommand} takes them
     * @throws WrongTelecommandException if it does not fit the dictionary and is not forced, or if the satellite flies another
     *     dictionary and {@link SendOptions#anyDictionary} does not allow that
     * @throws IOException if no fresh counter can be had
     */
    public CommandResult send(String name, Map<String, String> arguments, SendOptions options)
            throws WrongTelecommandException, IOException, InterruptedException {
        if (!options.anyDictionary()) {
            requireSameDictionary();
        }
        TelecommandContent content = options.force()
                ? GroundDictionary.unchecked(name, arguments)
                : dictionary().telecommand(name, arguments);
        content = content.toBuilder()
                .setNonce(options.nonce())
                .setData(options.data())
                .build();
        awaitSatelliteTime(options); // before the turn, so that others don't wait for it, too
        PendingCommand command;
        try (GroundKeys.Turn turn = keys.takeTurn()) {
            long counter = turn.counter();
            command = expect(counter);
            byte[] telecommand = envelope(content, counter, options).toByteArray();
            handOver(telecommand, Math.min(options.timeout().toNanos(), HAND_OVER_WITHIN_NANOS));
        }
        return await(command, options.timeout());
    }

    // What the satellite says of itself outweighs a dictionary that the broker may have kept of another software.
    private void requireSameDictionary() throws WrongTelecommandException {
        VersionReport onBoard = versions;
        if (onBoard != null && onBoard.getDictionaryChecksum() != dictionary().checksum()) {
            throw new WrongTelecommandException("the satellite flies dictionary "
                    + HexFormat.of().toHexDigits(onBoard.getDictionaryChecksum()) + ", the ground has "
                    + HexFormat.of().toHexDigits(dictionary().checksum())
                    + ": names and numbers may mean something else");
        }
    }

    /**
     * Arms a critical telecommand: what it answers goes with the telecommand itself, as {@link SendOptions#withNonce}.
     *
     * @throws WrongTelecommandException if it is not critical
     * @throws IOException if no fresh counter can be had
     */
    public CommandResult arm(String name, Duration timeout)
            throws WrongTelecommandException, IOException, InterruptedException {
        if (!dictionary().critical(name)) {
            throw new WrongTelecommandException(name + " is not critical: it need not be armed");
        }
        return send(
                dictionary().armCommand(),
                Map.of("command", name),
                SendOptions.defaults().withTimeout(timeout));
    }

    // The satellite takes counters in their order only, so whoever has the next one must find this one at the broker.
    private void handOver(byte[] telecommand, long withinNanos) throws InterruptedException {
        Outgoing next = new Outgoing(telecommand, new CountDownLatch(1));
        outgoing.add(next);
        if (!next.taken().await(withinNanos, TimeUnit.NANOSECONDS)) {
            outgoing.remove(next); // what could not be sent in time is not sent later behind the caller's back
        }
    }

    private PendingCommand expect(long counter) {
        return pending.computeIfAbsent(counter, PendingCommand::new);
    }

    private CommandResult await(PendingCommand command, Duration timeout) throws InterruptedException {
        try {
            return command.await(timeout.toNanos());
        } finally {
            pending.remove(command.counter());
        }
    }

    /** Sends bytes as they are and waits for what is reported about that counter; for tests of the satellite's checks. */
    public CommandResult send(byte[] telecommand, long counter, Duration timeout) throws InterruptedException {
        PendingCommand command = expect(counter);
        handOver(telecommand, Math.min(timeout.toNanos(), HAND_OVER_WITHIN_NANOS));
        return await(command, timeout);
    }

    /** Signs a telecommand without sending it. */
    public TelecommandEnvelope envelope(TelecommandContent content, long counter, SendOptions options)
            throws InterruptedException {
        awaitSatelliteTime(options);
        boolean satellites = options.time() == SendOptions.Time.SATELLITE;
        long now = satellites ? satelliteTime.utcNanos() : clock.utcNanos();
        double rate = satellites ? satelliteTime.rate() : 1;
        return keys.key()
                .seal(TelecommandEnvelope.newBuilder()
                        .setSatellite(satellite)
                        .setKeyId(keys.key().id())
                        .setCounter(counter)
                        .setNotBeforeUtcNanos(now - (long) (rate * SLACK_BEFORE_S * NANOS_PER_S))
                        .setNotAfterUtcNanos(
                                now + (long) (rate * options.validity().toNanos()))
                        .setExecuteAtUtcNanos(options.executeAtUtcNanos())
                        .setContent(content.toByteString()));
    }

    private void awaitSatelliteTime(SendOptions options) throws InterruptedException {
        if (options.time() == SendOptions.Time.SATELLITE && !awaitSatelliteTime()) {
            problem("no telemetry comes, so the telecommand is dated by the station's clock");
        }
    }

    /** Waits a while for telemetry, without which {@link #satelliteUtcNanos()} is the station's; says whether it came. */
    public boolean awaitSatelliteTime() throws InterruptedException {
        return satelliteTime.known() || liveFrameCame.await(FIRST_FRAME_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls the listener with every frame from now on. */
    public void watch(Consumer<TelemetryFrame> listener) {
        frameListeners.add(listener);
    }

    /** Calls the listener with every report of a housekeeping set from now on, each once; as a frame called {@code set N}. */
    public void sets(Consumer<TelemetryFrame> listener) {
        setListeners.add(listener);
    }

    /** Calls the listener with every event from now on, each once. */
    public void events(Consumer<EventLine> listener) {
        eventListeners.add(listener);
    }

    /** Calls for each stored record that was asked for, on the client's thread; one may come twice. */
    public void records(Consumer<StoredRecord> listener) {
        recordListeners.add(listener);
    }

    /** Calls the listener with every verification report from now on, whoever sent the telecommand, each once. */
    public void reports(Consumer<VerificationReport> listener) {
        reportListeners.add(listener);
    }

    /** Calls the listener with every state of the link from now on. */
    public void links(Consumer<LinkState> listener) {
        linkListeners.add(listener);
    }

    /** Calls the listener with every message that cannot be read, for example because of another dictionary. */
    public void problems(Consumer<String> listener) {
        problemListeners.add(listener);
    }

    /** Newest value of a channel, or null while none has come. */
    public @Nullable ChannelValue latest(String channel) {
        return latest.get(channel);
    }

    /** What is on board, or null while nobody has said. */
    public @Nullable VersionReport versions() {
        return versions;
    }

    /** Newest state of the satellite's link, or null while none has come. */
    public @Nullable LinkState linkState() {
        return linkState;
    }

    /** The satellite's UTC by its newest telemetry, in nanoseconds since 1970-01-01T00:00:00Z. */
    public long satelliteUtcNanos() {
        return satelliteTime.utcNanos();
    }

    /** Whether the broker is there. */
    public boolean connected() {
        return connected;
    }

    /** Messages with reports or events that never came. */
    public long missing() {
        return missing.get();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(END_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
