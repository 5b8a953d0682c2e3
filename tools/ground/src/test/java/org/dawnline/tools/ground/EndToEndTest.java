package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ground and satellite over the embedded broker. */
class EndToEndTest {
    @TempDir
    Path folder;

    @Test
    @Tag("GND-001")
    void noopGoesUpAndItsCompletionComesDown() throws Exception {
        GroundKeys keys = GroundKeys.open(folder.resolve("keys"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(0);
                FlightStandIn satellite = new FlightStandIn(broker.uri(), keys.satelliteSide(), new FakeStorage());
                GroundClient ground = GroundClient.connect(broker.uri(), FlightStandIn.SATELLITE, keys)) {
            CommandResult result = ground.send("core.NOOP", Map.of(), SendOptions.defaults());
            assertThat(result.stages()).containsExactly(Stage.RECEIVED, Stage.ACCEPTED, Stage.STARTED, Stage.COMPLETED);
            assertThat(satellite.link.connected()).isTrue();
        }
    }
}
