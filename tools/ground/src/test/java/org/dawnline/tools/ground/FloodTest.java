package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dawnline.fsw.comms.MqttSession;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodTest {
    @TempDir
    Path folder;

    @Test
    @Tag("COM-004")
    void aFloodOfNoiseDoesNotKeepTheGroundsTelecommandFromItsSatellite() throws Exception {
        GroundKeys keys = GroundKeys.open(folder);
        AtomicBoolean over = new AtomicBoolean();
        try (EmbeddedBroker broker = EmbeddedBroker.start(0);
                FlightStandIn satellite = new FlightStandIn(broker.uri(), keys.satelliteSide(), new FakeStorage());
                GroundClient ground = GroundClient.connect(broker.uri(), FlightStandIn.SATELLITE, keys)) {
            Thread attacker = new Thread(() -> flood(broker.uri(), over));
            attacker.start();
            Waiting.until(
                    "the flood is there",
                    Duration.ofSeconds(20),
                    () -> satellite.receiver.refused(Reason.MALFORMED) > 100);
            for (int i = 0; i < 3; i++) {
                assertThat(ground.send("core.NOOP", Map.of(), SendOptions.defaults())
                                .completed())
                        .isTrue();
            }
            over.set(true);
            attacker.join();
            assertThat(satellite.receiver.handedOver()).isEqualTo(3);
            assertThat(satellite.link.telecommandsDropped()).isZero();
        }
    }

    private static void flood(String uri, AtomicBoolean over) {
        StationClock clock = new StationClock();
        Topics.Topic topic = new Topics(FlightStandIn.SATELLITE).telecommands();
        Random random = new Random(1);
        try (MqttSession session = new MqttSession(
                new MqttSession.Settings(uri, "attacker", List.of(), null, new byte[0], 0), clock::nanos)) {
            while (!over.get()) {
                session.tend(true);
                byte[] noise = new byte[64];
                random.nextBytes(noise);
                noise[0] = 0; // a tag that no message has
                if (!session.connected() || !session.publish(topic, noise, Wire.NO_TICKET)) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
