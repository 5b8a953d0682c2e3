package org.dawnline.tools.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The flight software as a process of this computer, which can be killed. */
final class FlightProcess {
    /** What suits an image whose processes live for a second. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1\n-XX:-AlwaysPreTouch";

    private static final String FIRST_CYCLE = "first cycle";

    private final Process process;
    private final Thread reader = new Thread(this::read, "flight output");
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch flies = new CountDownLatch(1);

    /**
     * Starts it with a command that takes the configuration as its last argument.
     *
     * @param temporary where it finds its folder for temporary files
     */
    FlightProcess(List<String> command, Path configuration, Path temporary) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(configuration.toString());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DAWNLINE_JAVA_OPTS", SHORT_LIFE + "\n" + temporaryIn(temporary));
        process = builder.start();
        reader.setDaemon(true);
        reader.start();
    }

    private static String temporaryIn(Path folder) {
        return "-Djava.io.tmpdir=" + folder;
    }

    /** The command with the Java and the class path of this process, and a folder for temporary files. */
    static List<String> here(Path temporary) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                temporaryIn(temporary),
                "-cp",
                System.getProperty("java.class.path"),
                "org.dawnline.app.FlightMain");
    }

    /** The command of an onboard image. */
    static List<String> of(Path image) {
        return List.of(image.resolve("bin/dawnline-flight").toString());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                if (line.startsWith(FIRST_CYCLE)) {
                    flies.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output of a process that was killed cannot be read", e);
        }
    }

    /** Whether its first cycle began within that time. */
    boolean awaitFirstCycle(long millis) throws InterruptedException {
        return flies.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly(), this leaves the pipe open
        process.waitFor();
        reader.join();
    }

    /** SIGTERM; says whether it ended by itself within that time. */
    boolean end(long millis) throws InterruptedException {
        process.toHandle().destroy();
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.toHandle().destroyForcibly();
        reader.join();
        return ended;
    }

    /** Lines that it said and that speak of an exception. */
    List<String> exceptions() {
        synchronized (said) {
            return said.stream()
                    .filter(line -> line.contains("Exception") || line.contains("Error:") || line.startsWith("\tat "))
                    .toList();
        }
    }

    /** All that it said. */
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }
}
