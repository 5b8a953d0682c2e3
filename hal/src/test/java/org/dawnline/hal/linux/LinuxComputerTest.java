package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.ComputerCondition;
import org.dawnline.hal.Heartbeat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxComputerTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private LinuxComputer computer(String bootId, String bootStatus) throws IOException {
        return new LinuxComputer(file("id", bootId), file("status", bootStatus), directory, List.of());
    }

    @ParameterizedTest
    @Tag("A9")
    @Tag("HAL-045")
    @CsvSource({"0, false", "32, true", "0x20, true", "33, true", "1, false", "'', false", "bitten, false"})
    void aBiteOfTheWatchdogIsInItsBootStatus(String status, boolean bitten) throws IOException {
        assertThat(computer("", status).startedByWatchdog()).isEqualTo(bitten);
    }

    @Test
    @Tag("A9")
    @Tag("HAL-045")
    void eachStartOfTheComputerHasItsNumberAndAnUnreadableOneIsUnknown() throws IOException {
        long one = computer("c4b1f1c2-9f0a-4b7e-8d3f-0a1b2c3d4e5f\n", "0").startId();
        long other = computer("11111111-9f0a-4b7e-8d3f-0a1b2c3d4e5f\n", "0").startId();
        assertThat(one).isNotZero().isNotEqualTo(other);
        assertThat(computer("c4b1f1c2-9f0a-4b7e-8d3f-0a1b2c3d4e5f\n", "0").startId())
                .isEqualTo(one);
        assertThat(computer("not a number", "0").startId()).isZero();
        assertThat(new LinuxComputer(directory.resolve("none"), directory.resolve("none"), directory, List.of())
                        .startId())
                .isZero();
    }

    @Test
    @Tag("E6")
    @Tag("HAL-045")
    void theConditionOfThisProcessIsKnown() throws IOException {
        Heartbeat heart = new Heartbeat("poller");
        LinuxComputer computer = new LinuxComputer(file("id", ""), file("status", ""), directory, List.of(heart));
        ComputerCondition condition = computer.condition();
        assertThat(condition.uptimeS()).isPositive();
        assertThat(condition.cpuS()).isPositive();
        assertThat(condition.heapBytes()).isPositive().isLessThanOrEqualTo(condition.heapMaxBytes());
        assertThat(condition.processors()).isGreaterThanOrEqualTo(1);
        assertThat(condition.openFiles()).isPositive().isLessThan(condition.openFilesMax());
        assertThat(condition.diskFreeBytes()).isPositive();
        assertThat(condition.collections()).isNotNegative();
        assertThat(condition.longestPauseS()).isNotNegative();
        assertThat(condition.directBytes()).isNotNegative();
        assertThat(condition.threads())
                .anyMatch(thread -> thread.name().equals(Thread.currentThread().getName()) && thread.cpuS() > 0);
        assertThat(computer.heartbeats()).containsExactly(heart);
    }

    @Test
    @Tag("E6")
    @Tag("HAL-045")
    void theLongestCollectionIsToldOnceAndNotTheMean() throws IOException {
        LinuxComputer computer = computer("", "0");
        double collections = computer.condition().collections();
        double longestS = 0;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (longestS == 0 && System.nanoTime() < end) {
            byte[][] garbage = new byte[64][];
            for (int i = 0; i < garbage.length; i++) {
                garbage[i] = new byte[1 << 16];
            }
            System.gc(); // the runtime tells of it a little later, on a thread of its own
            ComputerCondition condition = computer.condition();
            longestS = condition.longestPauseS();
            assertThat(garbage[0]).isNotEmpty();
            assertThat(condition.collections()).isGreaterThan(collections);
        }
        assertThat(longestS).isBetween(0.001, 60.0);
    }

    @Test
    @Tag("E6")
    @Tag("HAL-045")
    void aDirectoryThatIsNotThereHasNoKnownRoom() throws IOException {
        LinuxComputer computer =
                new LinuxComputer(file("id", ""), file("status", ""), directory.resolve("none"), List.of());
        assertThat(computer.condition().diskFreeBytes()).isNaN();
    }
}
