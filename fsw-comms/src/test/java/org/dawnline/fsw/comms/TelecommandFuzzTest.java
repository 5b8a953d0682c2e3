package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.tools.testkit.FakeClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelecommandFuzzTest {
    private static final int MUTATIONS = 100_000;
    private static final long SEED = 20_260_621;
    private static final int MOST_CHANGES = 8;

    private final Random random = new Random(SEED);
    private final GroundSide ground = new GroundSide();
    private final ReceivingSatellite satellite = new ReceivingSatellite(ground.satelliteSide());

    @Test
    @Tag("COM-004")
    @Tag("H5")
    void noMutationOfATelecommandIsExecutedOrThrows() {
        byte[] good = ground.seal(GroundSide.telecommand(
                1,
                FakeClock.START_UTC_NANOS,
                "lamp.SET",
                GroundSide.number("level", 1),
                GroundSide.choice("colour", "RED")));
        long refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutate(good);
            refused += !Arrays.equals(mutant, good) && satellite.receiver.receive(mutant) != Reason.NONE ? 1 : 0;
        }
        long counted = Arrays.stream(Reason.values())
                .mapToLong(satellite.receiver::refused)
                .sum();
        assertThat(counted).isEqualTo(refused);
        assertThat(satellite.receiver.handedOver()).isZero();
        assertThat(satellite.receiver.receive(good)).isEqualTo(Reason.NONE);
    }

    private byte[] mutate(byte[] good) {
        byte[] mutant = good.clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
            case 1 -> Arrays.copyOf(mutant, mutant.length + random.nextInt(mutant.length));
            default -> mutant;
        };
    }
}
