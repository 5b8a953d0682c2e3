package org.dawnline.hal.linux;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAccumulator;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.dawnline.hal.ComputerCondition;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Heartbeat;

/** The computer by what Linux and the Java runtime say about it. What cannot be read is not known, and no error. */
final class LinuxComputer implements ComputerHal {
    private static final double S_PER_MS = 1e-3;
    private static final double S_PER_NANO = 1e-9;

    /** The watchdog caused the last reset: WDIOF_CARDRESET of linux/watchdog.h. */
    private static final int CARD_RESET = 0x20;

    /** Collectors whose time is not a pause: they run beside the threads. */
    private static final List<String> CONCURRENT = List.of("Concurrent", "Cycles");

    private final long startId;
    private final boolean startedByWatchdog;
    private final Path storage;
    private final List<Heartbeat> heartbeats;
    private final List<GarbageCollectorMXBean> collectors = collectors();
    private final LongAccumulator longestPauseMs = new LongAccumulator(Math::max, 0);

    /**
     * Reads why the computer started.
     *
     * @param bootId file that holds a UUID for each start of the computer, {@code /proc/sys/kernel/random/boot_id}
     * @param bootStatus file with the watchdog's flags, such as {@code /sys/class/watchdog/watchdog0/bootstatus}
     * @param storage where the software stores, for the room that is left there
     * @param heartbeats of the threads that serve devices
     */
    LinuxComputer(Path bootId, Path bootStatus, Path storage, List<Heartbeat> heartbeats) {
        this.startId = readStartId(bootId);
        this.startedByWatchdog = readBootStatus(bootStatus);
        this.storage = storage;
        this.heartbeats = List.copyOf(heartbeats);
        for (GarbageCollectorMXBean collector : collectors) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((heard, nothing) -> hear(heard), null, null);
            }
        }
    }

    private static List<GarbageCollectorMXBean> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> CONCURRENT.stream().noneMatch(collector.getName()::contains))
                .toList();
    }

    // On a thread of the runtime, after each collection: a mean would hide the one that stopped the cycle.
    private void hear(Notification heard) {
        if (heard.getUserData() instanceof CompositeData data
                && heard.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            longestPauseMs.accumulate(
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration());
        }
    }

    private static long readStartId(Path file) {
        try {
            return UUID.fromString(text(file)).getMostSignificantBits();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static boolean readBootStatus(Path file) {
        try {
            return (Integer.decode(text(file)) & CARD_RESET) != 0;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    @Override
    public long startId() {
        return startId;
    }

    @Override
    public boolean startedByWatchdog() {
        return startedByWatchdog;
    }

    @Override
    public List<Heartbeat> heartbeats() {
        return heartbeats;
    }

    @Override
    public ComputerCondition condition() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double[] files = openFiles();
        return new ComputerCondition(
                ManagementFactory.getRuntimeMXBean().getUptime() * S_PER_MS,
                processorS(),
                Runtime.getRuntime().availableProcessors(),
                heap.getUsed(),
                heap.getMax() > 0 ? heap.getMax() : Double.NaN,
                directBytes(),
                collections(),
                longestPauseMs.getThenReset() * S_PER_MS,
                files[0],
                files[1],
                roomBytes(),
                threads());
    }

    private static double processorS() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getProcessCpuTime() * S_PER_NANO
                : Double.NaN;
    }

    private static double directBytes() {
        double bytes = 0;
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            bytes += pool.getName().equals("direct") ? pool.getMemoryUsed() : 0;
        }
        return bytes;
    }

    private double collections() {
        double count = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            count += Math.max(0, collector.getCollectionCount());
        }
        return count;
    }

    // How many, and how many there may be.
    private static double[] openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? new double[] {unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount()}
                : new double[] {Double.NaN, Double.NaN};
    }

    private double roomBytes() {
        try {
            return Files.getFileStore(storage).getUsableSpace();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static List<ComputerCondition.ThreadUse> threads() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        List<ComputerCondition.ThreadUse> threads = new ArrayList<>();
        for (ThreadInfo info : bean.getThreadInfo(bean.getAllThreadIds())) {
            if (info != null) { // it has ended meanwhile
                long nanos = bean.getThreadCpuTime(info.getThreadId());
                threads.add(new ComputerCondition.ThreadUse(
                        info.getThreadId(), info.getThreadName(), nanos < 0 ? Double.NaN : nanos * S_PER_NANO));
            }
        }
        return threads;
    }
}
