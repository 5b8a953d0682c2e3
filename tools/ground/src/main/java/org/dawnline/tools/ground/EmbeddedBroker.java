package org.dawnline.tools.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An MQTT 5 broker inside this process, for whoever has none installed. Listens on the loopback interface only and keeps
 * everything in memory: what is queued is gone when it is closed.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int TIMER_THREADS = 2;
    private static final long MOST_BYTES_PER_TOPIC = 64L * 1024 * 1024;
    /** Held here, since the logging framework itself forgets loggers that nobody holds. */
    private static final List<Logger> QUIET = Stream.of("org.apache.activemq", "io.netty", "org.jgroups")
            .map(Logger::getLogger)
            .toList();

    private final EmbeddedActiveMQ server;
    private final int port;
    private final Path folder;

    private EmbeddedBroker(EmbeddedActiveMQ server, int port, Path folder) {
        this.server = server;
        this.port = port;
        this.folder = folder;
    }

    /** Starts a broker on that port of the loopback interface; 0 takes any free one. */
    public static EmbeddedBroker start(int port) throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        int listening = port == 0 ? freePort() : port;
        Path folder = Files.createTempDirectory("dawnline-broker");
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            server.setConfiguration(configuration(listening, folder));
            server.start();
        } catch (Exception e) { // declared by the library
            throw new IOException("no broker on port " + listening + ": " + e.getMessage(), e);
        }
        if (!server.getActiveMQServer().getRemotingService().isStarted()
                || server.getActiveMQServer().getRemotingService().getAcceptor("mqtt") == null) {
            throw new IOException("no broker on port " + listening);
        }
        return new EmbeddedBroker(server, listening, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Configuration configuration(int port, Path folder) throws Exception {
        Configuration configuration = new ConfigurationImpl()
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
        configuration.addAcceptorConfiguration(
                "mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT&tcpNoDelay=true&topicAliasMaximum=0");
        return configuration;
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
            removeFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // declared by the library
            throw new IllegalStateException("the broker did not stop", e);
        }
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
