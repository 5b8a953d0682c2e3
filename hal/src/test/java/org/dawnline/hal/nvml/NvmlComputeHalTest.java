package org.dawnline.hal.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.GpuHealthHal;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;
import org.dawnline.hal.linux.LinuxClock;
import org.dawnline.hal.nvml.FakeNvml.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process has one NVML, so these tests take turns. */
@ResourceLock("nvml")
class NvmlComputeHalTest {
    private static final double KELVIN = 273.15;
    private static final double TIGHT = 1e-9;
    private static final int NOT_SUPPORTED = 3;
    private static final int NO_PERMISSION = 4;
    private static final int DRIVER_NOT_LOADED = 9;
    private static final int TIMEOUT = 10;
    private static final int GPU_IS_LOST = 15;
    private static final int RESET_REQUIRED = 16;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Clock clock = new LinuxClock(false);

    @TempDir
    Path directory;

    @Test
    @Tag("HAL-001")
    @Tag("L1")
    void everyReadingOfEveryGpuArrivesInSiUnits() {
        FakeNvml fake = new FakeNvml(directory, 3);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            hal.latch();
            assertThat(hal.gpuCount()).isEqualTo(3);
            assertThat(hal.gpuName(2)).isEqualTo("GPU-00000000-0000-0000-0000-000000000002");
            assertThat(hal.gpuState(2)).isEqualTo(GpuState.AWAKE);
            assertThat(hal.gpuTempK(2)).isCloseTo(42 + KELVIN, within(TIGHT));
            assertThat(hal.gpuMemoryTempK(2)).isCloseTo(50 + KELVIN, within(TIGHT));
            assertThat(hal.gpuPowerW(2)).isCloseTo(102, within(TIGHT));
            assertThat(hal.gpuPowerLimitW(2)).isCloseTo(700, within(TIGHT));
            assertThat(hal.reading(2, GpuField.BUSY_RATIO)).isCloseTo(0.87, within(TIGHT));
            assertThat(hal.reading(2, GpuField.MEMORY_BUSY_RATIO)).isCloseTo(0.12, within(TIGHT));
            assertThat(hal.reading(2, GpuField.SM_CLOCK_HZ)).isEqualTo(1980e6);
            assertThat(hal.reading(2, GpuField.MEMORY_CLOCK_HZ)).isEqualTo(3201e6);
            assertThat(hal.reading(2, GpuField.MEMORY_TOTAL_BYTES)).isEqualTo(150754820096.0);
            assertThat(hal.reading(2, GpuField.MEMORY_USED_BYTES)).isEqualTo(1e9);
            assertThat(hal.reading(2, GpuField.ECC_CORRECTED_COUNT)).isEqualTo(7);
            assertThat(hal.reading(2, GpuField.ECC_UNCORRECTED_COUNT)).isEqualTo(1);
            assertThat(hal.reading(2, GpuField.PERFORMANCE_STATE)).isEqualTo(2);
            assertThat(hal.gpuReadingAgeS(2)).isBetween(0.0, 5.0);
        }
    }

    @Test
    @Tag("HAL-032")
    void theVendorsAdviceAndSpareRowsAreRead() {
        FakeNvml fake = new FakeNvml(directory, 3);
        fake.control.fake_health(1, 4, 1);
        fake.control.fake_health(2, 5, 0);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            hal.latch();
            GpuHealthHal health = hal.health();

            assertThat(health.gpuRecoveryAction(0)).isEqualTo(RecoveryAction.NONE);
            assertThat(health.gpuRecoveryAction(1)).isEqualTo(RecoveryAction.DRAIN_AND_RESET);
            assertThat(health.gpuRecoveryAction(2)).isEqualTo(RecoveryAction.UNKNOWN);
            assertThat(health.gpuRemappedRows(1)).isEqualTo(3);
            assertThat(health.gpuRowRemapPending(0)).isFalse();
            assertThat(health.gpuRowRemapPending(1)).isTrue();
            assertThat(health.gpuRowRemapFailed(1)).isTrue();
            assertThat(health.gpuEccCorrected(1)).isEqualTo(7);
            assertThat(health.gpuEccUncorrectedEver(1)).isEqualTo(99);
            assertThat(health.gpuSmClockHz(1)).isEqualTo(1980e6);
        }
    }

    @Test
    @Tag("HAL-032")
    void whatIsNotReadIsSaidToBeUnknown() {
        FakeNvml fake = new FakeNvml(directory, 1);
        fake.code(0, Question.HEALTH, NOT_SUPPORTED);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            hal.latch();
            GpuHealthHal health = hal.health();
            health.requestGpuReset(0);

            assertThat(health.gpuRecoveryAction(0)).isEqualTo(RecoveryAction.UNKNOWN);
            assertThat(health.gpuRemappedRows(0)).isNaN();
            assertThat(health.vendorEvents()).isFalse();
            assertThat(health.xidCount()).isZero();
            assertThat(health.xidNumber(0)).isEqualTo(GpuHealthHal.NO_EVENT);
            assertThat(hal.droppedRequests()).isEqualTo(1);
            assertThat(hal.jobs().checkpointFreeBytes()).isNaN();
            assertThat(hal.gpuTempK(0)).isGreaterThan(300.0);
        }
    }

    @Test
    @Tag("HAL-001")
    @Tag("L1")
    void theReportNamesDriverGpusAndLimits() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            assertThat(hal.report().found()).isTrue();
            assertThat(hal.report().detail()).isEqualTo("driver 580.95.05");
            assertThat(hal.report().missingSymbols()).isEmpty();
            GpuFacts gpu = hal.report().gpus().get(1);
            assertThat(gpu.name()).isEqualTo("Fake H200");
            assertThat(gpu.minLimitW()).isCloseTo(200, within(TIGHT));
            assertThat(gpu.maxLimitW()).isCloseTo(700, within(TIGHT));
            assertThat(gpu.missingFields()).isEmpty();
        }
    }

    @Test
    @Tag("HAL-002")
    void aMissingLibraryIsNoGpusAndTheLoadersOwnSentence() {
        NvmlOptions options = NvmlOptions.defaults().withLibrary("libnvidia-ml-not-there.so.1");
        try (NvmlComputeHal hal = NvmlComputeHal.open(options, clock)) {
            hal.latch();
            assertThat(hal.gpuCount()).isZero();
            assertThat(hal.report().found()).isFalse();
            assertThat(hal.report().detail())
                    .contains("libnvidia-ml-not-there.so.1: cannot open shared object file: No such file or directory");
        }
    }

    @Test
    @Tag("HAL-002")
    void aLibraryWithoutTheFunctionsThatNothingWorksWithoutIsRefused() {
        FakeNvml fake = new FakeNvml(directory, 2, "-DSTUB");
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            assertThat(hal.gpuCount()).isZero();
            assertThat(hal.report().detail())
                    .contains("not an NVML library that can be used")
                    .contains("INIT");
        }
    }

    @Test
    @Tag("HAL-002")
    void aDriverThatIsNotLoadedIsSaidAndNotShutDown() {
        FakeNvml fake = new FakeNvml(directory, 2);
        fake.control.fake_init_code(DRIVER_NOT_LOADED);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            assertThat(hal.gpuCount()).isZero();
            assertThat(hal.report().detail()).contains("nvmlInit_v2 says: driver not loaded (9)");
        }
        assertThat(fake.control.fake_shutdowns()).isZero();
    }

    @Test
    @Tag("HAL-003")
    @Tag("L1")
    void symbolsThatAnOldDriverLacksAreUnknownFieldsAndNothingElse() {
        FakeNvml fake = new FakeNvml(directory, 2, "-DOLD_DRIVER");
        fake.control.fake_reasons(0, 0x40);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            hal.latch();
            assertThat(hal.report().missingSymbols())
                    .contains("nvmlDeviceGetFieldValues", "nvmlDeviceGetCurrentClocksEventReasons");
            assertThat(hal.gpuMemoryTempK(0)).isNaN();
            assertThat(hal.gpuTempK(0)).isCloseTo(40 + KELVIN, within(TIGHT));
            assertThat(hal.gpuThermalSlowdown(0))
                    .as("by the function's old name")
                    .isTrue();
        }
    }

    @Test
    @Tag("HAL-003")
    @Tag("L1")
    void aLibraryThatKnowsNothingButTemperatureGivesTemperature() {
        FakeNvml fake = new FakeNvml(directory, 1, "-DTHIN");
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.latch();
            assertThat(hal.gpuName(0)).isEqualTo("gpu0");
            assertThat(hal.gpuTempK(0)).isCloseTo(40 + KELVIN, within(TIGHT));
            assertThat(hal.gpuState(0)).isEqualTo(GpuState.AWAKE);
            assertThat(hal.gpuPowerW(0)).isNaN();
            hal.requestGpuPowerLimitW(0, 500);
            hal.apply();
            await(() -> hal.limitStatus(0) == RequestStatus.NOT_SUPPORTED);
        }
    }

    @Test
    @Tag("HAL-004")
    @Tag("L1")
    void aFailingQuestionIsNanAndAskedAgainAndAnUnsupportedOneIsNotAskedAgain() {
        FakeNvml fake = new FakeNvml(directory, 1);
        fake.code(0, Question.POWER, NOT_SUPPORTED);
        fake.code(0, Question.MEMORY_TEMP, NOT_SUPPORTED);
        fake.code(0, Question.LIMIT, TIMEOUT);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            await(() -> fake.asked(0, Question.TEMP) > 5);
            hal.latch();
            assertThat(hal.gpuPowerW(0)).isNaN();
            assertThat(hal.gpuMemoryTempK(0)).isNaN();
            assertThat(hal.gpuPowerLimitW(0)).isNaN();
            assertThat(hal.gpuTempK(0)).isCloseTo(40 + KELVIN, within(TIGHT));
            assertThat(fake.asked(0, Question.POWER)).isEqualTo(1);
            assertThat(fake.asked(0, Question.MEMORY_TEMP)).isEqualTo(1);
            assertThat(fake.asked(0, Question.LIMIT)).isGreaterThan(4);
            assertThat(hal.failedCalls()).isGreaterThan(3);
            fake.code(0, Question.LIMIT, 0);
            await(() -> latchedLimitW(hal) == 700);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {GPU_IS_LOST, RESET_REQUIRED})
    @Tag("HAL-005")
    void aLostGpuIsUnknownWhileTheOthersGoOn(int code) {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            fake.code(1, Question.UTILIZATION, code);
            await(() -> latchedState(hal, 1) == GpuState.UNKNOWN);
            assertThat(hal.gpuTempK(1))
                    .as("read before the loss showed, and gone all the same")
                    .isNaN();
            assertThat(hal.gpuState(0)).isEqualTo(GpuState.AWAKE);
            int askedBefore = fake.asked(1, Question.POWER);
            int others = fake.asked(0, Question.POWER);
            await(() -> fake.asked(0, Question.POWER) > others + 3);
            assertThat(fake.asked(1, Question.POWER)).as("left alone").isLessThanOrEqualTo(askedBefore + 1);
        }
    }

    @Test
    @Tag("HAL-005")
    void aGpuThatWasResetIsFoundAgainByItsUuidAndGetsItsLimitAgain() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.requestGpuPowerLimitW(1, 450);
            hal.apply();
            await(() -> hal.limitStatus(1) == RequestStatus.DONE);
            fake.control.fake_all_codes(1, GPU_IS_LOST);
            await(() -> latchedState(hal, 1) == GpuState.UNKNOWN);
            int setBefore = fake.asked(1, Question.SET_LIMIT);
            fake.control.fake_reset(1);
            await(() -> latchedState(hal, 1) == GpuState.AWAKE);
            await(() -> fake.asked(1, Question.SET_LIMIT) > setBefore);
            assertThat(fake.control.fake_limit(1)).isEqualTo(450_000);
        }
    }

    @Test
    @Tag("HAL-006")
    @Tag("L1")
    void aHungLibraryLetsTheAgeGrowAndTheReaderGoOn() {
        FakeNvml fake = new FakeNvml(directory, 2);
        StoppedClock readerClock = new StoppedClock(clock.nanos());
        NvmlOptions options = fake.options();
        try (NvmlComputeHal hal = NvmlComputeHal.open(options, readerClock)) {
            hal.latch();
            assertThat(hal.gpuReadingAgeS(0)).isZero();
            fake.control.fake_hang(1);
            readerClock.now.addAndGet(3_000_000_000L); // the poller's period is over: it goes and hangs
            hal.requestGpuPowerLimitW(0, 500);
            hal.apply();
            await(() -> fake.control.fake_hung() == 1);
            hal.latch();
            assertThat(hal.gpuReadingAgeS(1)).isEqualTo(3.0);
            assertThat(hal.gpuTempK(1)).as("old, but not too old").isCloseTo(41 + KELVIN, within(TIGHT));
            readerClock.now.addAndGet(3_000_000_000L);
            hal.latch();
            assertThat(hal.gpuReadingAgeS(1)).isEqualTo(6.0);
            assertThat(hal.gpuTempK(1)).as("too old").isNaN();
            assertThat(hal.gpuState(1)).isEqualTo(GpuState.UNKNOWN);
            fake.control.fake_hang(0);
            await(() -> latchedState(hal, 1) == GpuState.AWAKE);
        } finally {
            fake.control.fake_hang(0);
        }
    }

    @Test
    @Tag("HAL-006")
    @Tag("L1")
    void aLibraryThatHangsWhileOpeningIsGivenUpInTime() {
        FakeNvml fake = new FakeNvml(directory, 2);
        fake.control.fake_hang(1);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withTimes(10, 50, 5.0), clock)) {
            assertThat(hal.gpuCount()).isZero();
            assertThat(hal.report().detail()).contains("did not finish opening within 50 ms");
            fake.control.fake_hang(0);
        }
        assertThat(fake.control.fake_inits()).isEqualTo(fake.control.fake_shutdowns());
    }

    @Test
    @Tag("HAL-007")
    void initialisationAndShutdownBalanceAndTheLibraryCanBeOpenedAgain() {
        FakeNvml fake = new FakeNvml(directory, 2);
        for (int round = 1; round <= 3; round++) {
            try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
                assertThat(hal.gpuCount()).isEqualTo(2);
                assertThat(fake.control.fake_inits()).isEqualTo(round);
                assertThat(fake.control.fake_shutdowns()).isEqualTo(round - 1);
            }
            assertThat(fake.control.fake_shutdowns()).isEqualTo(round);
        }
    }

    @Test
    @Tag("HAL-007")
    void aSecondNvmlInTheSameProcessIsRefusedAndTheFirstGoesOn() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal first = NvmlComputeHal.open(fake.options(), clock)) {
            try (NvmlComputeHal second = NvmlComputeHal.open(fake.options(), clock)) {
                assertThat(second.gpuCount()).isZero();
                assertThat(second.report().detail()).contains("in use already");
            }
            assertThat(fake.control.fake_shutdowns()).isZero();
            int asked = fake.asked(0, Question.TEMP);
            await(() -> fake.asked(0, Question.TEMP) > asked + 2);
            assertThat(latchedState(first, 0)).isEqualTo(GpuState.AWAKE);
        }
    }

    @Test
    @Tag("HAL-008")
    void readOnlyRefusesAndCountsEveryChangedLimitAndTouchesNothing() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            assertThat(hal.limitStatus(0)).isEqualTo(RequestStatus.NONE);
            for (int cycle = 0; cycle < 10; cycle++) {
                hal.requestGpuPowerLimitW(0, 500);
                hal.apply();
            }
            hal.requestGpuPowerLimitW(0, 400);
            hal.apply();
            assertThat(hal.limitStatus(0)).isEqualTo(RequestStatus.READ_ONLY);
            assertThat(hal.refusedRequests()).isEqualTo(2);
            int asked = fake.asked(0, Question.TEMP);
            await(() -> fake.asked(0, Question.TEMP) > asked + 2);
            assertThat(fake.asked(0, Question.SET_LIMIT)).isZero();
            assertThat(fake.control.fake_limit(0)).isEqualTo(700_000);
        }
    }

    @Test
    @Tag("HAL-009")
    void aLimitReachesTheDeviceAndComesBackAsTheEnforcedOne() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.requestGpuPowerLimitW(0, 512.5);
            hal.requestGpuPowerLimitW(1, 9_000);
            hal.apply();
            await(() -> latchedLimitW(hal) == 512.5);
            assertThat(hal.limitStatus(0)).isEqualTo(RequestStatus.DONE);
            await(() -> hal.limitStatus(1) == RequestStatus.DONE);
            assertThat(fake.control.fake_limit(1)).as("the device's highest").isEqualTo(700_000);
        }
    }

    @Test
    @Tag("HAL-009")
    void belowTheFloorClocksAreLockedAndAboveItReleased() {
        FakeNvml fake = new FakeNvml(directory, 2);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(345), clock)) {
            hal.requestGpuPowerLimitW(0, 120);
            hal.apply();
            await(() -> hal.limitStatus(0) == RequestStatus.DONE);
            assertThat(fake.control.fake_limit(0)).isEqualTo(200_000);
            assertThat(fake.control.fake_locked(0)).isEqualTo(345);
            hal.requestGpuPowerLimitW(0, 300);
            hal.apply();
            await(() -> fake.control.fake_limit(0) == 300_000);
            assertThat(fake.control.fake_locked(0)).isZero();
        }
    }

    @Test
    @Tag("HAL-009")
    void withoutAClockToLockTheFloorIsSetAndSaid() {
        FakeNvml fake = new FakeNvml(directory, 1);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.requestGpuPowerLimitW(0, 120);
            hal.apply();
            await(() -> hal.limitStatus(0) == RequestStatus.AT_FLOOR);
            assertThat(fake.control.fake_limit(0)).isEqualTo(200_000);
        }
    }

    @Test
    @Tag("HAL-009")
    void aRightThatIsLackingIsSaidAndNotRetried() {
        FakeNvml fake = new FakeNvml(directory, 1);
        fake.code(0, Question.SET_LIMIT, NO_PERMISSION);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.requestGpuPowerLimitW(0, 500);
            hal.apply();
            await(() -> hal.limitStatus(0) == RequestStatus.NO_PERMISSION);
            int asked = fake.asked(0, Question.TEMP);
            await(() -> fake.asked(0, Question.TEMP) > asked + 3);
            assertThat(fake.asked(0, Question.SET_LIMIT)).isEqualTo(1);
        }
    }

    @Test
    @Tag("HAL-009")
    void aCallThatFailsIsTriedAgain() {
        FakeNvml fake = new FakeNvml(directory, 1);
        fake.code(0, Question.SET_LIMIT, TIMEOUT);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            hal.requestGpuPowerLimitW(0, 500);
            hal.apply();
            await(() -> hal.limitStatus(0) == RequestStatus.FAILED);
            fake.code(0, Question.SET_LIMIT, 0);
            await(() -> hal.limitStatus(0) == RequestStatus.DONE);
            assertThat(fake.control.fake_limit(0)).isEqualTo(500_000);
        }
    }

    @Test
    @Tag("HAL-009")
    void nonsenseIsRefusedBeforeItReachesTheDevice() {
        FakeNvml fake = new FakeNvml(directory, 1);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withControl(0), clock)) {
            for (double limitW : new double[] {0, -5, Double.POSITIVE_INFINITY}) {
                hal.requestGpuPowerLimitW(0, limitW);
                hal.apply();
                assertThat(hal.limitStatus(0)).isEqualTo(RequestStatus.INVALID);
            }
            assertThat(hal.refusedRequests()).isEqualTo(3);
        }
    }

    @Test
    @Tag("HAL-010")
    void latchingReadingAndApplyingAllocateNothing() {
        FakeNvml fake = new FakeNvml(directory, 4);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            assertThat(allocatedBytes(() -> cycle(hal))).isZero();
        }
    }

    @Test
    @Tag("HAL-010")
    void pollingAllocatesNothing() throws NvmlLibrary.Unusable {
        FakeNvml fake = new FakeNvml(directory, 1);
        fake.code(0, Question.ECC, NOT_SUPPORTED);
        try (NvmlLibrary library = NvmlLibrary.load(fake.file.toString());
                com.sun.jna.Memory out = new com.sun.jna.Memory(Long.BYTES)) {
            NvmlCalls.nvmlInit_v2();
            NvmlCalls.nvmlDeviceGetHandleByIndex_v2(0, out);
            NvmlGpu gpu = new NvmlGpu(library, 0, out.getPointer(0));
            double[] values = new double[GpuField.COUNT];
            assertThat(allocatedBytes(() -> gpu.poll(values))).isZero();
            assertThat(values[GpuField.TEMP_K.ordinal()]).isCloseTo(40 + KELVIN, within(TIGHT));
            NvmlCalls.nvmlShutdown();
        }
    }

    @Test
    @Tag("HAL-011")
    void traysAreAsConfiguredAndThereAreNoJobs() {
        FakeNvml fake = new FakeNvml(directory, 4);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options().withGpusPerTray(2), clock)) {
            assertThat(hal.gpusPerTray()).isEqualTo(2);
            assertThat(hal.jobSlotCount()).isZero();
            assertThat(hal.rackPowerW()).isNaN();
            hal.requestGpuSleep(0, true);
            hal.requestTrayPower(1, false);
            hal.requestGpuJob(0, 0);
            assertThat(hal.droppedRequests()).isEqualTo(3);
        }
        assertThatThrownBy(() -> fake.options().withGpusPerTray(0)).hasMessageContaining("expected at least 1");
    }

    @Test
    @Tag("HAL-012")
    void heatThatSlowsAGpuDownIsTheDriversAndTheHardwaresThermalReasonAlone() {
        FakeNvml fake = new FakeNvml(directory, 1);
        try (NvmlComputeHal hal = NvmlComputeHal.open(fake.options(), clock)) {
            fake.control.fake_reasons(0, 0x20);
            await(() -> latchedSlowdown(hal));
            fake.control.fake_reasons(0, 0x4 | 0x80);
            await(() -> !latchedSlowdown(hal));
        }
    }

    private static void cycle(NvmlComputeHal hal) {
        hal.latch();
        for (int gpu = 0; gpu < hal.gpuCount(); gpu++) {
            if (Double.isNaN(hal.gpuTempK(gpu)) || hal.gpuState(gpu) != GpuState.AWAKE || hal.gpuThermalSlowdown(gpu)) {
                throw new AssertionError("GPU " + gpu);
            }
            hal.requestGpuPowerLimitW(gpu, 500);
        }
        hal.apply();
    }

    private static long allocatedBytes(Runnable work) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            work.run();
        }
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) { // the JIT may deoptimise once more
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < rounds; round++) {
                work.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static GpuState latchedState(NvmlComputeHal hal, int gpu) {
        hal.latch();
        return hal.gpuState(gpu);
    }

    private static double latchedLimitW(NvmlComputeHal hal) {
        hal.latch();
        return hal.gpuPowerLimitW(0);
    }

    private static boolean latchedSlowdown(NvmlComputeHal hal) {
        hal.latch();
        return hal.gpuThermalSlowdown(0);
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
            clock.sleepUntil(clock.nanos() + 1_000_000);
        }
    }

    private static final class StoppedClock implements Clock {
        final AtomicLong now;

        StoppedClock(long nanos) {
            this.now = new AtomicLong(nanos);
        }

        @Override
        public long nanos() {
            return now.get();
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
}
