package org.dawnline.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.dawnline.fsw.comms.CommsThread;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.PahoWire;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.boot.Farewell;
import org.dawnline.fsw.core.exec.ThreadWorker;
import org.dawnline.fsw.core.health.Vital;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.hal.Clock;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.hal.linux.HardwareSurvey;
import org.dawnline.hal.linux.LinuxHal;
import org.dawnline.hal.nvml.NvmlOptions;

/** Starts the flight software on a real computer: {@code FlightMain flight.properties}. */
public final class FlightMain {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_STARVED = 3;

    /** Longer than any watchdog takes to bite, in s. */
    private static final double STARVED_S = 60;

    private static final int EXECUTIVE_PRIORITY = 50;
    private static final long SHUTDOWN_MILLIS = 5_000;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final double COMMS_SILENT_S = 60;
    private static final double COMMS_HUNG_S = 120;
    private static final String USAGE =
            "usage: dawnline-flight FILE\n\nFlies the cycle on this computer as FILE (a properties file) says.";

    private FlightMain() {}

    /** Flies until the process is told to end; exits with 2 when the configuration is wrong. */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].equals("--help")) {
            System.out.println(USAGE);
            System.exit(arguments.length == 1 ? 0 : EXIT_USAGE);
        }
        try {
            if (fly(FlightConfiguration.read(Path.of(arguments[0])), System.out)) {
                System.err.println("dawnline-flight: not sound for " + STARVED_S + " s; leaves it to the supervisor");
                System.exit(EXIT_STARVED);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("dawnline-flight: " + e.getMessage());
            System.exit(EXIT_USAGE);
        } catch (IOException e) {
            System.err.println("dawnline-flight: cannot read " + e.getMessage());
            System.exit(EXIT_FAILED);
        }
    }

    // Says whether it ended because it was not sound.
    private static boolean fly(FlightConfiguration configuration, PrintStream out) throws IOException {
        VehicleProfile vehicle = VehicleFile.read(configuration.vehicle());
        KeyRing keys = KeyRing.parse(Files.readString(configuration.keys()));
        Files.createDirectories(configuration.data());
        try (LinuxHal hal = LinuxHal.open(devices(configuration, vehicle));
                Archive archive = new SqliteArchive(configuration.data());
                ThreadWorker worker = new ThreadWorker()) {
            out.println(hal.survey().text());
            PahoWire wire = new PahoWire(configuration.broker(), configuration.satellite(), hal.clock()::nanos);
            Spacecraft spacecraft = new Spacecraft(
                    hal,
                    vehicle,
                    wire,
                    worker,
                    new SpacecraftOptions(
                            configuration.satellite(),
                            keys,
                            configuration.periodNanos(),
                            archive,
                            RingFile.open(configuration.data()),
                            FlightVersion.read(gpuDriver(hal)),
                            configuration.starts()));
            stopAtShutdown(spacecraft, Thread.currentThread());
            CommsThread ground = new CommsThread(spacecraft.groundLink());
            spacecraft
                    .health()
                    .watch(new Vital(ground.heartbeat(), COMMS_SILENT_S, COMMS_HUNG_S, true, ground::revive));
            spacecraft.executive().endWhenStarvedFor(STARVED_S);
            try {
                out.println("executive: "
                        + hal.clock().requestRealTime(EXECUTIVE_PRIORITY).detail());
                out.println("first cycle " + millisSinceStart(hal.clock()) + " ms after the start of the process");
                spacecraft.executive().run();
                spacecraft.flightRecorder().end();
            } finally {
                ground.close();
            }
            out.println("ended after " + spacecraft.executive().cyclesRun() + " cycles, "
                    + spacecraft.executive().slips() + " slips");
            return spacecraft.executive().starved();
        }
    }

    // By the operating system, which also counts the start of the JVM; to 10 ms, as the kernel keeps it.
    private static long millisSinceStart(Clock clock) {
        long nowMillis = clock.utcNanos() / NANOS_PER_MILLI;
        return nowMillis
                - ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(Instant::toEpochMilli)
                        .orElse(nowMillis);
    }

    private static String gpuDriver(LinuxHal hal) {
        return hal.survey().lines().stream()
                .filter(line -> line.found() && line.device().equals("NVML"))
                .map(HardwareSurvey.Line::detail)
                .findFirst()
                .orElse("");
    }

    private static LinuxHal.Options devices(FlightConfiguration configuration, VehicleProfile vehicle) {
        NvmlOptions nvml = NvmlOptions.defaults().withLibrary(configuration.nvmlLibrary());
        if (vehicle.has("rack.gpusPerTray")) {
            nvml = nvml.withGpusPerTray(vehicle.count("rack.gpusPerTray", 1, Integer.MAX_VALUE));
        }
        LinuxHal.Options options = new LinuxHal.Options(configuration.data())
                .nvml(configuration.gpuReadOnly() ? nvml : nvml.withControl(0))
                .sysfs(configuration.sysfs());
        if (!configuration.watchdogDevice().isEmpty()) {
            options.watchdog(Path.of(configuration.watchdogDevice()), false);
        }
        return options;
    }

    // A shutdown hook must not return before the executive has ended, or the JVM would halt in mid-cycle.
    private static void stopAtShutdown(Spacecraft spacecraft, Thread executive) {
        Thread hook = new Thread(() -> {
            if (!spacecraft.executive().starved()) {
                spacecraft.bootLedger().farewell(Farewell.COMMANDED); // else the next start calls it a crash
            }
            spacecraft.executive().stop();
            try {
                executive.join(SHUTDOWN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            spacecraft.executive().stop(); // it was told to end while it was being wired
        }
    }
}
