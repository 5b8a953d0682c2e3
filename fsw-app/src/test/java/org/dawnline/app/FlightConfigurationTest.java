package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("APP-003")
class FlightConfigurationTest {
    private static final String GOOD =
            "satellite=s1\nvehicle=ai1.yaml\ndata=data\nkeys=keys.txt\nbroker=tcp://127.0.0.1:1883\n";

    @TempDir
    Path folder;

    @Test
    void pathsAreRelativeToTheFileAndTheRestHasDefaults() throws IOException {
        FlightConfiguration configuration = read(GOOD);

        assertThat(configuration.vehicle()).isEqualTo(folder.resolve("ai1.yaml"));
        assertThat(configuration.periodNanos()).isEqualTo(100_000_000L);
        assertThat(configuration.gpuReadOnly()).isTrue();
    }

    @Test
    void anUnknownKeyIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> read(GOOD + "brocker=x\n"))
                .hasMessageContaining("unknown [brocker]; expected some of");
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> read("satellite=s1\n")).hasMessageContaining("vehicle is missing");
    }

    @Test
    void aPeriodThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> read(GOOD + "periodMillis=fast\n")).hasMessageContaining("periodMillis is \"fast\"");
    }

    @Test
    void aTypingErrorDoesNotLetGpusBeSet() {
        assertThatThrownBy(() -> read(GOOD + "gpuReadOnly=ture\n"))
                .hasMessageContaining("gpuReadOnly is \"ture\", expected true or false");
    }

    private FlightConfiguration read(String text) throws IOException {
        Path file = folder.resolve("flight.properties");
        Files.writeString(file, text);
        return FlightConfiguration.read(file);
    }
}
