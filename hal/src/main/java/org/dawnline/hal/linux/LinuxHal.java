package org.dawnline.hal.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.Heartbeat;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.nvml.NvmlComputeHal;
import org.dawnline.hal.nvml.NvmlOptions;
import org.jspecify.annotations.Nullable;

/**
 * A Linux computer as the satellite: GPUs by NVML, temperatures by hwmon, its own clock, watchdog and storage. Opening it never
 * fails for want of a device; {@link #survey()} says what is there and what is not. Devices are polled on threads of their own,
 * so {@link #latchInputs()} and {@link #applyOutputs()} only touch memory.
 */
public final class LinuxHal implements Hal, AutoCloseable {
    /** What to open. Everything has a default that is right on an ordinary computer and changes nothing on it. */
    public static final class Options {
        private static final long HWMON_PERIOD_MS = 1_000;
        private static final double HWMON_STALE_AFTER_S = 5.0;

        private NvmlOptions nvml = NvmlOptions.defaults();
        private Path sysfs = Path.of("/sys");
        private HwmonThermal.Places places = HwmonThermal.Places.none();
        private @Nullable Path watchdog;
        private Path watchdogTimeoutFile = Path.of("/sys/class/watchdog/watchdog0/timeout");
        private boolean disarmOnClose = true;
        private boolean trustKernelUtcOnly;
        private final Path storage;

        /** Defaults, with blobs in the directory {@code storage}. No watchdog is opened, since opening one arms it. */
        public Options(Path storage) {
            this.storage = storage;
        }

        /** How NVML is used. */
        public Options nvml(NvmlOptions options) {
            this.nvml = options;
            return this;
        }

        /** Where sysfs is; {@code /sys} otherwise. */
        public Options sysfs(Path root) {
            this.sysfs = root;
            return this;
        }

        /** Which hwmon sensor sits where in the coolant loop; none otherwise. */
        public Options thermalPlaces(HwmonThermal.Places sensors) {
            this.places = sensors;
            return this;
        }

        /**
         * Opens and so arms a watchdog device.
         *
         * @param device such as {@code /dev/watchdog}
         * @param disarm whether a clean close stops its timer
         */
        public Options watchdog(Path device, boolean disarm) {
            this.watchdog = device;
            this.disarmOnClose = disarm;
            return this;
        }

        /** Where the watchdog's timeout is read. */
        public Options watchdogTimeoutFile(Path file) {
            this.watchdogTimeoutFile = file;
            return this;
        }

        /** Takes UTC as valid only while the kernel says that a time source disciplines it. */
        public Options trustKernelUtcOnly() {
            this.trustKernelUtcOnly = true;
            return this;
        }
    }

    private final LinuxClock clock;
    private final NvmlComputeHal compute;
    private final HwmonReader hwmon;
    private final HwmonThermal thermal;
    private final LinuxWatchdog watchdog;
    private final FileStorage storage;
    private final LinuxComputer computer;
    private final PowerHal power = new AbsentPower();
    private final LinkHal links = new AbsentLinks();
    private final NavigationHal navigation = new AbsentNavigation();

    private LinuxHal(Options options) {
        this.clock = new LinuxClock(options.trustKernelUtcOnly);
        this.compute = NvmlComputeHal.open(options.nvml, clock);
        this.hwmon = new HwmonReader(options.sysfs, Options.HWMON_PERIOD_MS, Options.HWMON_STALE_AFTER_S, clock);
        this.thermal = new HwmonThermal(hwmon, options.places);
        this.watchdog = new LinuxWatchdog(options.watchdog, options.watchdogTimeoutFile, options.disarmOnClose, clock);
        this.storage = new FileStorage(options.storage);
        this.computer = new LinuxComputer(
                Path.of("/proc/sys/kernel/random/boot_id"),
                options.watchdogTimeoutFile.resolveSibling("bootstatus"),
                options.storage,
                heartbeats());
    }

    private List<Heartbeat> heartbeats() {
        List<Heartbeat> threads = new ArrayList<>(List.of(compute.heartbeat()));
        if (!hwmon.sensors().isEmpty()) {
            threads.add(hwmon.heartbeat());
        }
        Heartbeat feeder = watchdog.heartbeat();
        if (feeder != null) {
            threads.add(feeder);
        }
        return threads;
    }

    /** Opens what there is. Takes as long as the slowest device, at most the time that NVML is given to open. */
    public static LinuxHal open(Options options) {
        return new LinuxHal(options);
    }

    @Override
    public void latchInputs() {
        compute.latch();
        hwmon.latch();
    }

    @Override
    public void applyOutputs() {
        compute.apply();
    }

    @Override
    public LinuxClock clock() {
        return clock;
    }

    @Override
    public PowerHal power() {
        return power;
    }

    @Override
    public HwmonThermal thermal() {
        return thermal;
    }

    @Override
    public NvmlComputeHal compute() {
        return compute;
    }

    @Override
    public LinkHal links() {
        return links;
    }

    @Override
    public NavigationHal navigation() {
        return navigation;
    }

    @Override
    public LinuxWatchdog watchdog() {
        return watchdog;
    }

    @Override
    public FileStorage storage() {
        return storage;
    }

    @Override
    public ComputerHal computer() {
        return computer;
    }

    /** The computer's own sensors, mapped to the coolant loop or not. */
    public HwmonReader hwmon() {
        return hwmon;
    }

    /** What is there and what is not, now. Not for the executive's thread. */
    public HardwareSurvey survey() {
        return new Surveyor(this).survey();
    }

    /** Ends the pollers, disarms the watchdog if so configured and shuts NVML down. */
    @Override
    public void close() {
        watchdog.close();
        hwmon.close();
        compute.close();
    }
}
