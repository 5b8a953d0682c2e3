package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerStartTest {
    @TempDir
    Path folder;

    @Test
    @Tag("GND-012")
    void aPortThatIsTakenIsSaid() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            int port = broker.port();
            assertThatThrownBy(() -> EmbeddedBroker.start(port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(port));
            assertThat(broker.uri()).isEqualTo("tcp://127.0.0.1:" + port);
        }
    }

    @Test
    @Tag("GND-012")
    void withoutABrokerTheClientSaysSo() throws Exception {
        GroundKeys keys = GroundKeys.open(folder);
        int port = TestBroker.freePort();
        assertThatThrownBy(() -> GroundClient.connect("tcp://127.0.0.1:" + port, "ai1", keys, Duration.ofMillis(500)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no broker answers");
    }

    @Test
    @Tag("GND-012")
    void aSatelliteThatWasNeverThereIsSaid() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            GroundKeys keys = GroundKeys.open(folder);
            assertThatThrownBy(() -> GroundClient.connect(broker.uri(), "ai1", keys, Duration.ofMillis(1_500)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("knows no satellite ai1");
        }
    }
}
