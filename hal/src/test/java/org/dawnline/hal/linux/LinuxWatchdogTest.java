package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawnline.hal.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxWatchdogTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Clock clock = new LinuxClock(false);

    @TempDir
    Path directory;

    @Test
    @Tag("HAL-022")
    void withoutADeviceKicksAreCountedAndTheReasonIsSaid() {
        Path missing = directory.resolve("watchdog");
        try (LinuxWatchdog watchdog = new LinuxWatchdog(missing, directory.resolve("timeout"), true, clock)) {
            watchdog.kick();
            watchdog.kick();
            assertThat(watchdog.kicks()).isEqualTo(2);
            assertThat(watchdog.fed()).isZero();
            assertThat(watchdog.found()).isFalse();
            assertThat(watchdog.detail()).isEqualTo(missing + ": no such file or directory");
            assertThat(watchdog.timeoutS()).isNaN();
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    @Tag("HAL-022")
    void withoutAConfiguredDeviceNothingIsOpened() {
        try (LinuxWatchdog watchdog = new LinuxWatchdog(null, directory.resolve("timeout"), true, clock)) {
            watchdog.kick();
            assertThat(watchdog.found()).isFalse();
            assertThat(watchdog.detail()).isEqualTo("none configured");
        }
    }

    @Test
    @Tag("HAL-023")
    void aKickReachesTheDeviceAndACleanCloseDisarmsIt() throws IOException {
        Path device = Files.createFile(directory.resolve("watchdog"));
        Path timeout = Files.writeString(directory.resolve("timeout"), "60\n");
        try (LinuxWatchdog watchdog = new LinuxWatchdog(device, timeout, true, clock)) {
            assertThat(watchdog.found()).isTrue();
            assertThat(watchdog.timeoutS()).isEqualTo(60);
            watchdog.kick();
            awaitFed(watchdog, 1);
        }
        assertThat(Files.readString(device, StandardCharsets.US_ASCII)).isEqualTo("kV");
    }

    @Test
    @Tag("HAL-023")
    void withoutAKickTheDeviceIsNotFedAndUndisarmedCloseLeavesItArmed() throws IOException {
        Path device = Files.createFile(directory.resolve("watchdog"));
        try (LinuxWatchdog watchdog = new LinuxWatchdog(device, directory.resolve("timeout"), false, clock)) {
            watchdog.kick();
            awaitFed(watchdog, 1);
            clock.sleepUntil(clock.nanos() + 600_000_000L); // two feeding periods in which nobody kicks
            assertThat(watchdog.fed()).isEqualTo(1);
        }
        assertThat(Files.readString(device, StandardCharsets.US_ASCII)).isEqualTo("k");
    }

    private void awaitFed(LinuxWatchdog watchdog, long times) {
        long end = clock.nanos() + PATIENCE_NANOS;
        while (watchdog.fed() < times) {
            assertThat(clock.nanos()).as("in time").isLessThan(end);
            clock.sleepUntil(clock.nanos() + 5_000_000L);
        }
    }
}
