package org.dawnline.tools.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT 5 broker inside this process, for whoever has none installed. Listens on the loopback interface only and by
 * default keeps everything in memory: what is queued is gone when it is closed.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int JOURNAL_FILE_BYTES = 1024 * 1024;
    private static final int THREADS = 8;
    private static final int TIMER_THREADS = 2;
    private static final long MOST_BYTES_PER_TOPIC = 64L * 1024 * 1024;
    /** Held here, since the logging framework itself forgets loggers that nobody holds. */
    private static final List<Logger> QUIET = Stream.of("org.apache.activemq", "io.netty", "org.jgroups")
            .map(Logger::getLogger)
            .toList();

    /** It complains loudly of clients that vanish, which is what clients do. */
    private static final Logger SILENT = Logger.getLogger("org.apache.activemq.artemis.core.protocol.mqtt");

    private final EmbeddedActiveMQ server;
    private final int port;
    private final @Nullable Path temporary;

    private EmbeddedBroker(EmbeddedActiveMQ server, int port, @Nullable Path temporary) {
        this.server = server;
        this.port = port;
        this.temporary = temporary;
    }

    /** Starts a broker in memory on that port of the loopback interface; 0 takes any free one. */
    public static EmbeddedBroker start(int port) throws IOException {
        Path folder = Files.createTempDirectory("dawnline-broker");
        return start(port, configuration(folder), folder);
    }

    /** Starts a broker that keeps sessions and messages in a folder, so that they survive its end. */
    public static EmbeddedBroker start(int port, Path folder) throws IOException {
        Configuration configuration = configuration(folder)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE_BYTES)
                .setJournalSyncNonTransactional(false)
                .setJournalSyncTransactional(false);
        return start(port, configuration, null);
    }

    private static EmbeddedBroker start(int port, Configuration configuration, @Nullable Path temporary)
            throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        SILENT.setLevel(Level.OFF);
        int listening = freePort(port);
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            configuration.addAcceptorConfiguration(
                    "mqtt", "tcp://127.0.0.1:" + listening + "?protocols=MQTT&tcpNoDelay=true&topicAliasMaximum=0");
            server.setConfiguration(configuration);
            server.start();
        } catch (Exception e) { // declared by the library
            throw new IOException("no broker on port " + listening + ": " + e.getMessage(), e);
        }
        if (!server.getActiveMQServer().getRemotingService().isStarted()
                || server.getActiveMQServer().getRemotingService().getAcceptor("mqtt") == null) {
            throw new IOException("no broker on port " + listening);
        }
        return new EmbeddedBroker(server, listening, temporary);
    }

    // Tried first, since the broker itself only logs that it cannot listen.
    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException("port " + wanted + " is taken", e);
        }
    }

    private static Configuration configuration(Path folder) {
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setThreadPoolMaxSize(THREADS)
                .setScheduledThreadPoolMaxSize(TIMER_THREADS)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setMaxSizeBytes(MOST_BYTES_PER_TOPIC)
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
    }

    /** Port on the loopback interface. */
    public int port() {
        return port;
    }

    /** Where clients connect to. */
    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            server.stop();
            if (temporary != null) {
                remove(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // declared by the library
            throw new IllegalStateException("the broker did not stop", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
