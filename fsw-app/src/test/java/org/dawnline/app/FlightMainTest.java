package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that flies, on this computer, with no device at all. */
@Timeout(60)
class FlightMainTest {
    private static final Path VEHICLE = Path.of("../vehicles/ai1.yaml").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeEach
    void aComputerWithoutDevices() throws IOException {
        Files.createDirectory(folder.resolve("sys"));
        Files.writeString(folder.resolve("keys.txt"), "");
    }

    @Test
    @Tag("APP-007")
    void itSaysWhatItDidNotFindAndFliesUntilItIsToldToEnd() throws IOException, InterruptedException {
        Process flight = start(VEHICLE);
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = flight.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("first cycle")) {
                    assertThat(flight.waitFor(1, TimeUnit.SECONDS))
                            .as("ended by itself")
                            .isFalse();
                    flight.toHandle().destroy(); // the process's own destroy() would close this stream, too
                }
            }
        }

        assertThat(flight.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("no-nvml.so", "sys/class/thermal: no such file")
                .containsPattern("ended after [1-9]\\d* cycles");
    }

    @Test
    @Tag("APP-003")
    void aVehicleThatIsNotThereEndsItWithTwoAndOneSentence() throws IOException, InterruptedException {
        Process flight = start(folder.resolve("nowhere.yaml"));
        String said;
        try (BufferedReader out = flight.inputReader()) {
            said = String.join("\n", out.lines().toList());
        }

        assertThat(flight.waitFor()).isEqualTo(2);
        assertThat(said)
                .startsWith("dawnline-flight: ")
                .contains("nowhere.yaml")
                .doesNotContain("\tat ");
    }

    private Process start(Path vehicle) throws IOException {
        Path file = folder.resolve("flight.properties");
        Files.writeString(
                file,
                "satellite=s1\nvehicle=" + vehicle + "\ndata=data\nkeys=keys.txt\nbroker=tcp://127.0.0.1:9\n"
                        + "nvmlLibrary=no-nvml.so\nsysfs=sys\n");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlightMain.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
    }
}
