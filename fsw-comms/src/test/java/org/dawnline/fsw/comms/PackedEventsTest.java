package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dawnline.fsw.comms.proto.Events;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackedEventsTest {
    private static final int MOST_BYTES = 32;
    private static final int HIGHEST_ID = 8191;
    private static final long NANOS_PER_CYCLE = 100_000_000L;
    private static final long UTC_NANOS = 1_782_043_200_123_456_789L;
    private static final double[] HARD = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1 / 3.0,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        -1e18,
        1L << 53,
        Long.MAX_VALUE,
        1.5,
        Float.MAX_VALUE,
        Integer.MIN_VALUE,
        12_345_678_901L,
        Double.NaN
    };

    private static List<SentEvent> roundTrip(List<SentEvent> events) throws InvalidProtocolBufferException {
        return PackedEvents.unpack(
                Events.parseFrom(PackedEvents.pack(events).build().toByteArray()));
    }

    @Test
    @Tag("COM-033")
    @Tag("C5")
    void everyBitArrives() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<SentEvent> events = new ArrayList<>();
            long cycle = random.nextInt(1_000_000);
            long utcNanos = UTC_NANOS;
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                if (random.nextBoolean()) {
                    cycle += random.nextInt(1000) == 0 ? random.nextInt() : random.nextInt(40);
                    utcNanos +=
                            random.nextInt(50) == 0 ? random.nextLong() >> 8 : NANOS_PER_CYCLE + random.nextInt(1000);
                }
                List<Double> arguments = new ArrayList<>();
                for (int k = random.nextInt(5); k > 0; k--) {
                    arguments.add(
                            random.nextBoolean()
                                    ? HARD[random.nextInt(HARD.length - (k == 1 ? 1 : 0))]
                                    : Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL));
                }
                events.add(new SentEvent(random.nextInt(HIGHEST_ID), cycle, utcNanos, arguments));
            }
            assertThat(roundTrip(events)).isEqualTo(events);
        }
    }

    @Test
    @Tag("COM-033")
    @Tag("C5")
    void anEventOfThreeArgumentsTakesAtMost32BytesWhateverTheyAre() {
        Random random = new Random(11);
        List<SentEvent> events = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            long jitterNanos = i % 63 == 0 ? 0 : random.nextInt(200_000_000) - NANOS_PER_CYCLE / 2;
            List<Double> worst = List.of(Math.PI * random.nextDouble(), -1e-300, 1e17 + random.nextInt());
            events.add(
                    new SentEvent(HIGHEST_ID, i * 60L, UTC_NANOS + i * 60L * NANOS_PER_CYCLE + jitterNanos / 2, worst));
            // Together, since the beat of the message changes with each.
            assertThat(PackedEvents.pack(events).getPacked().size()).isLessThanOrEqualTo(events.size() * MOST_BYTES);
        }
    }

    @Test
    @Tag("COM-033")
    @Tag("C5")
    void whatIsUsualIsFarShorter() {
        List<SentEvent> events = List.of(
                new SentEvent(200, 1000, UTC_NANOS, List.of(3.0, 17.0, 250.5)),
                new SentEvent(200, 1000, UTC_NANOS, List.of(3.0, 17.0, 250.5)));
        assertThat(PackedEvents.pack(events).getPacked().size()).isEqualTo(2 * 9);
    }

    @Test
    @Tag("COM-033")
    void bytesThatAreNoEventsAreRefused() {
        for (byte[] bytes : new byte[][] {{0}, {1, 2}, {0, 3, 1, 2}, {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}}) {
            Events message =
                    Events.newBuilder().setPacked(ByteString.copyFrom(bytes)).build();
            assertThatThrownBy(() -> PackedEvents.unpack(message)).isInstanceOf(InvalidProtocolBufferException.class);
        }
    }
}
