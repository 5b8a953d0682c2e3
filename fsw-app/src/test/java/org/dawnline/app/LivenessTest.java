package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.Query;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.ThreadWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Heartbeat;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads beside the executive that hang, in the shipped satellite. */
@Tag("E4")
@Tag("APP-014")
@Timeout(120)
class LivenessTest {
    private static final long SECOND = 1_000_000_000L;

    /** An archive whose disk answers no more once it is told to; appending is where telemetry is written. */
    private static final class HangingArchive implements Archive {
        private final MemoryArchive memory = new MemoryArchive();
        private final CountDownLatch never = new CountDownLatch(1);
        private volatile boolean hangs;

        @Override
        public boolean append(List<LogRecord> records) {
            while (hangs) {
                try {
                    hangs = !never.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    hangs = true; // a disk does not listen
                }
            }
            return memory.append(records);
        }

        @Override
        public boolean apply(List<Change> changes) {
            return memory.apply(changes);
        }

        @Override
        public SortedMap<String, byte[]> load(String kind) {
            return memory.load(kind);
        }

        @Override
        public List<LogRecord> find(Query query) {
            return memory.find(query);
        }

        @Override
        public long trim(RecordKind kind, long maxBytes, long sinceUtcNanos) {
            return memory.trim(kind, maxBytes, sinceUtcNanos);
        }

        @Override
        public long bytes(RecordKind kind) {
            return memory.bytes(kind);
        }

        @Override
        public long count(RecordKind kind) {
            return memory.count(kind);
        }

        @Override
        public ArchiveHealth health() {
            return memory.health();
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    private final FakeHal hal = new FakeHal();
    private final HangingArchive archive = new HangingArchive();

    private Spacecraft fly(Worker worker) {
        return new Spacecraft(
                hal,
                VehicleFile.read(Path.of("../vehicles/ai1.yaml")),
                new DeafWire(),
                worker,
                new SpacecraftOptions("test", KeyRing.parse(""), SECOND / 10, archive));
    }

    private static double value(Spacecraft spacecraft, String channel) {
        return spacecraft.executive().dictionary().channel(channel).value();
    }

    @Test
    void aDiskThatHangsTheWriterLeadsThroughThreeRestartsToSafeAndToTheSupervisor() {
        try (ThreadWorker worker = new ThreadWorker()) {
            Spacecraft spacecraft = fly(worker);
            spacecraft.executive().runUntil(20 * SECOND);
            assertThat(value(spacecraft, "health.threads"))
                    .as("the worker, and what writes on it")
                    .isEqualTo(2);
            assertThat(value(spacecraft, "health.vital")).isEqualTo(1);
            archive.hangs = true;
            for (int second = 30; second < 3_000 && value(spacecraft, "health.vital") == 1; second += 10) {
                spacecraft.executive().runUntil(second * SECOND);
            }
            assertThat(value(spacecraft, "health.vital")).isZero();
            assertThat(value(spacecraft, "health.restarts")).as("three of each").isEqualTo(6);
            assertThat(value(spacecraft, "mode.current")).isEqualTo(Mode.SAFE.ordinal());
            long kicks = hal.watchdog.kicks();
            spacecraft.executive().runUntil(hal.clock.nanos() + 10 * SECOND);
            assertThat(hal.watchdog.kicks()).as("left to the supervisor").isEqualTo(kicks);
            assertThat(spacecraft.executive().slips()).as("nobody waits for it").isZero();
        } finally {
            archive.never.countDown();
        }
    }

    @Test
    void aDeviceThatHangsItsThreadIsToldOfAndTheSatelliteGoesOn() {
        Heartbeat device = new Heartbeat("nvml-poller");
        hal.computer = new ComputerHal() {
            @Override
            public List<Heartbeat> heartbeats() {
                return List.of(device);
            }
        };
        device.beat();
        Spacecraft spacecraft = fly(new InlineWorker());
        spacecraft.executive().runUntil(120 * SECOND);
        assertThat(value(spacecraft, "health.silentS")).isGreaterThan(60);
        assertThat(value(spacecraft, "health.vital")).isEqualTo(1);
        assertThat(value(spacecraft, "mode.current")).isEqualTo(Mode.OPERATIONAL.ordinal());
        device.beat();
        spacecraft.executive().runUntil(122 * SECOND);
        assertThat(value(spacecraft, "health.silentS")).isLessThan(2);
    }
}
