package org.dawnline.tools.ground;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real Mosquitto in a process of its own. */
final class Mosquitto implements TestBroker {
    private static final Duration START_WITHIN = Duration.ofSeconds(10);

    private final Path executable;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    Mosquitto(Path executable, Path folder) throws Exception {
        this.executable = executable;
        this.folder = folder;
        this.port = TestBroker.freePort();
        start();
    }

    /** The executable, or null when Mosquitto is not installed. */
    static @Nullable Path find() {
        List<String> folders = new ArrayList<>(List.of("/usr/sbin", "/usr/local/sbin"));
        String path = System.getenv("PATH");
        if (path != null) {
            folders.addAll(Arrays.asList(path.split(File.pathSeparator, -1)));
        }
        return folders.stream()
                .map(directory -> Path.of(directory, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void start() throws Exception {
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, """
                listener %d 127.0.0.1
                allow_anonymous true
                max_topic_alias 0
                max_queued_messages 0
                set_tcp_nodelay true
                persistence false
                """.formatted(port));
        process = new ProcessBuilder(executable.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Waiting.until("Mosquitto listens", START_WITHIN, this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void kill() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
