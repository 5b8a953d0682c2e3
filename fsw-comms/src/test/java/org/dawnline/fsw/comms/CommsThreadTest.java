package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.hal.Heartbeat;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("E4")
@Tag("COM-042")
@Timeout(60)
@ResourceLock("comms-thread")
class CommsThreadTest {
    /** Hangs or throws as it is told. */
    private static final class MoodyWire extends DeafWire {
        private final CountDownLatch never = new CountDownLatch(1);
        private final AtomicInteger interrupted = new AtomicInteger();
        private volatile boolean hangs;
        private volatile boolean throwsOnce;
        private volatile boolean diesOnce;

        @Override
        public void tend(boolean wanted) {
            if (throwsOnce) {
                throwsOnce = false;
                throw new IllegalStateException("told to");
            }
            if (diesOnce) {
                diesOnce = false;
                throw new OutOfMemoryError("told to");
            }
            if (hangs) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** A tenth of a second of rounds, each of which looks twice. */
    private static final int SLOW_LOOKS = 20;

    private final MoodyWire wire = new MoodyWire();

    private GroundLink link() {
        FakeHal hal = new FakeHal();
        Registrar r = new Registrar();
        ModeManager modes = new ModeManager(r.component("mode"));
        CommandDispatcher commands = new CommandDispatcher(r.component("command"), hal.clock(), modes);
        GroundSide ground = new GroundSide();
        TelecommandReceiver receiver = new TelecommandReceiver(
                GroundSide.SATELLITE,
                ground.satelliteSide(),
                new DurableCommandJournal(hal.storage(), new MemoryArchive()),
                hal.clock(),
                commands.mailbox());
        return new GroundLink(GroundSide.SATELLITE, hal.clock(), wire, receiver, commands);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitBeat(Heartbeat heart) {
        long before = heart.beats();
        await(() -> heart.beats() > before + 1);
    }

    @Test
    void itBeatsWithEachRoundAlsoWhenARoundThrows() {
        try (CommsThread thread = new CommsThread(link())) {
            awaitBeat(thread.heartbeat());
            wire.throwsOnce = true;
            await(() -> !wire.throwsOnce);
            awaitBeat(thread.heartbeat());
        }
    }

    @Test
    void aRoundThatHangsIsInterruptedAndTheSameThreadGoesOn() {
        try (CommsThread thread = new CommsThread(link())) {
            awaitBeat(thread.heartbeat());
            wire.hangs = true;
            awaitHung();
            long beats = thread.heartbeat().beats();
            assertThat(thread.heartbeat().resting()).isFalse();
            wire.hangs = false;
            thread.revive();
            await(() -> thread.heartbeat().beats() > beats);
            assertThat(wire.interrupted).hasValue(1);
            awaitBeat(thread.heartbeat());
        }
    }

    @Test
    void aThreadThatHasEndedIsStartedAnewAndNoneAfterTheEnd() {
        CommsThread thread = new CommsThread(link());
        awaitBeat(thread.heartbeat());
        wire.diesOnce = true;
        await(() -> commsThreads() == 0);
        thread.revive();
        awaitBeat(thread.heartbeat());
        assertThat(commsThreads()).isEqualTo(1);
        thread.close();
        await(() -> commsThreads() == 0);
        thread.revive();
        assertThat(commsThreads()).isZero();
    }

    @Test
    @Tag("COM-007")
    void whatTheLastCycleHasReportedIsSentBeforeTheEnd() throws Exception {
        LinkedSatellite satellite = quietSatellite();
        CountDownLatch inRound = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        satellite.wire.beforeSending = () -> {
            inRound.countDown();
            awaitQuietly(goOn);
        };
        CommsThread thread = new CommsThread(satellite.link);
        inRound.await();
        satellite.receive(1, "core.NOOP");
        satellite.cycle(); // too late for this round, and the last one
        Thread closing = new Thread(thread::close);
        closing.start();
        await(() -> closing.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        closing.join();
        assertThat(satellite.reports()).contains("1 COMPLETED NONE");
        assertThat(satellite.wire.closed).isTrue();
    }

    @Test
    @Tag("COM-007")
    void aGroundThatHearsNothingIsWaitedForASecondAndTheConnectionIsCut() throws Exception {
        LinkedSatellite satellite = quietSatellite();
        satellite.wire.acknowledgesAtOnce = false;
        satellite.receive(1, "core.NOOP");
        satellite.cycle();
        new CommsThread(satellite.link).close();
        await(() -> commsThreads() == 0);
        assertThat(satellite.reports()).contains("1 COMPLETED NONE");
        assertThat(satellite.link.outboxFill()).isPositive();
        assertThat(satellite.wire.closed).isTrue();
    }

    @Test
    @Tag("COM-007")
    void theEndWaitsForAGroundThatIsSlow() throws Exception {
        LinkedSatellite satellite = quietSatellite();
        satellite.wire.acknowledgesAtOnce = false;
        satellite.receive(1, "core.NOOP");
        satellite.cycle();
        AtomicInteger looks = new AtomicInteger();
        satellite.wire.beforeSending = () -> {
            if (looks.incrementAndGet() == SLOW_LOOKS) {
                satellite.wire.sent.forEach(message -> satellite.wire.acknowledged.add(message.ticket()));
            }
        };
        new CommsThread(satellite.link).close();
        await(() -> commsThreads() == 0);
        assertThat(satellite.link.outboxFill()).isZero();
    }

    /** Connected, and everything that there was to say has been said. */
    private static LinkedSatellite quietSatellite() {
        LinkedSatellite satellite = new LinkedSatellite();
        satellite.tracking(true);
        satellite.fly(2);
        satellite.link.pump();
        assertThat(satellite.link.outboxFill()).isZero();
        return satellite;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long commsThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("comms"))
                .count();
    }

    private static void awaitHung() {
        await(() -> Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(entry -> entry.getKey().getName().equals("comms")
                        && entry.getKey().getState() == Thread.State.WAITING));
    }
}
