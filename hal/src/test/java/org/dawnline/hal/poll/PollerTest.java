package org.dawnline.hal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Heartbeat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("E4")
@Tag("HAL-045")
@Timeout(60)
class PollerTest {
    private static final long PERIOD_MS = 1;

    /** A device whose calls hang while it is told to. */
    private static final class Device implements Poller.Device {
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch hung = new CountDownLatch(1);
        private volatile boolean hangs;

        @Override
        public void open() {}

        @Override
        public void poll() {
            if (hangs) {
                hung.countDown();
                boolean over = false;
                while (!over) {
                    try {
                        over = released.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        over = false; // a driver's call does not listen
                    }
                }
            }
        }

        @Override
        public void serve() {}

        @Override
        public void close() {}
    }

    private static final class RealClock implements Clock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long utcNanos() {
            return 0;
        }

        @Override
        public boolean utcValid() {
            return false;
        }

        @Override
        public void sleepUntil(long deadlineNanos) {}
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPollerBeatsWhileItsDeviceAnswersAndFallsSilentWhileItHangs() throws InterruptedException {
        Device device = new Device();
        try (Poller poller = new Poller("slow-device", device, new RealClock(), PERIOD_MS)) {
            Heartbeat heart = poller.heartbeat();
            assertThat(heart.name()).isEqualTo("slow-device");
            assertThat(heart.resting()).as("not begun").isTrue();
            assertThat(poller.start(10_000)).isTrue();
            await(() -> heart.beats() > 10);
            device.hangs = true;
            device.hung.await();
            long beats = heart.beats();
            poller.wake();
            assertThat(heart.resting())
                    .as("whoever watches sees a thread that has work")
                    .isFalse();
            assertThat(heart.beats()).isEqualTo(beats);
            device.hangs = false;
            device.released.countDown();
            await(() -> heart.beats() > beats);
        }
    }
}
