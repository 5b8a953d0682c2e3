package org.dawnline.hal.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Heartbeat;
import org.dawnline.hal.Watchdog;
import org.dawnline.hal.poll.Poller;
import org.jspecify.annotations.Nullable;

/**
 * A watchdog device such as {@code /dev/watchdog}. A kick only counts; a thread of its own carries the news to the device and
 * stays silent when there was no new kick, so that a hung device cannot hold the executive and a hung executive still gets
 * bitten. Where there is no device, kicks are counted and nothing else happens.
 */
public final class LinuxWatchdog implements Watchdog, AutoCloseable {
    private static final long FEED_PERIOD_MS = 250;
    private static final long OPEN_TIMEOUT_MS = 2_000;
    private static final byte KICK = 'k';

    /** The byte that disarms a watchdog whose driver allows it, written on a clean close. */
    private static final byte DISARM = 'V';

    private final AtomicLong kicks = new AtomicLong();
    private final Feeder feeder;
    private final @Nullable Poller poller;

    /**
     * Opens the device, which starts its timer.
     *
     * @param device path of the device; null for none
     * @param timeoutFile file that holds the timeout in whole seconds, such as {@code /sys/class/watchdog/watchdog0/timeout}
     * @param disarmOnClose whether a clean close stops the timer; without it the computer restarts after the software ended
     */
    public LinuxWatchdog(@Nullable Path device, Path timeoutFile, boolean disarmOnClose, Clock clock) {
        this.feeder = new Feeder(device, timeoutFile, disarmOnClose, kicks);
        if (device == null) {
            this.poller = null;
        } else {
            Poller thread = new Poller("watchdog-feeder", feeder, clock, FEED_PERIOD_MS);
            this.poller = thread;
            thread.start(OPEN_TIMEOUT_MS);
        }
    }

    @Override
    public void kick() {
        kicks.incrementAndGet();
    }

    /** NaN when there is no device or its timeout is not known. */
    @Override
    public double timeoutS() {
        return feeder.found ? feeder.timeoutS : Double.NaN;
    }

    /** The sign of life of the thread that feeds the device; null when there is none. */
    @Nullable
    Heartbeat heartbeat() {
        return poller == null ? null : poller.heartbeat();
    }

    /** Whether there is a device. */
    public boolean found() {
        return feeder.found;
    }

    /** What was found, or why nothing was. */
    public String detail() {
        return feeder.detail;
    }

    /** Kicks since the start. */
    public long kicks() {
        return kicks.get();
    }

    /** Times that a kick reached the device. */
    public long fed() {
        return feeder.fed.get();
    }

    @Override
    public void close() {
        if (poller != null) {
            poller.close();
        }
    }

    private static final class Feeder implements Poller.Device {
        private final @Nullable Path path;
        private final Path timeoutFile;
        private final boolean disarmOnClose;
        private final AtomicLong kicks;
        private final ByteBuffer oneByte = ByteBuffer.allocateDirect(1);
        private @Nullable FileChannel channel;
        private long kicksSeen;
        private volatile boolean found;
        private volatile double timeoutS = Double.NaN;
        private final AtomicLong fed = new AtomicLong();
        private volatile String detail = "none configured";

        Feeder(@Nullable Path path, Path timeoutFile, boolean disarmOnClose, AtomicLong kicks) {
            this.path = path;
            this.timeoutFile = timeoutFile;
            this.disarmOnClose = disarmOnClose;
            this.kicks = kicks;
        }

        @Override
        public void open() {
            if (path == null) {
                return;
            }
            try {
                channel = FileChannel.open(path, StandardOpenOption.WRITE);
                timeoutS = readTimeoutS();
                detail = path + ", timeout " + (Double.isNaN(timeoutS) ? "unknown" : timeoutS + " s");
                found = true;
            } catch (IOException e) {
                detail = Reasons.of(e);
            }
        }

        private double readTimeoutS() {
            try {
                return Double.parseDouble(
                        Files.readString(timeoutFile, StandardCharsets.US_ASCII).strip());
            } catch (IOException | NumberFormatException e) {
                return Double.NaN;
            }
        }

        @Override
        public void poll() {
            long now = kicks.get();
            if (now != kicksSeen && write(KICK)) {
                kicksSeen = now;
                fed.incrementAndGet();
            }
        }

        @Override
        public void serve() {}

        private boolean write(byte value) {
            FileChannel open = channel;
            if (open == null) {
                return false;
            }
            try {
                oneByte.clear();
                oneByte.put(0, value);
                return open.write(oneByte) == 1;
            } catch (IOException e) {
                detail = Reasons.of(e);
                return false;
            }
        }

        @Override
        public void close() {
            FileChannel open = channel;
            if (open == null) {
                return;
            }
            if (disarmOnClose) {
                write(DISARM);
            }
            channel = null;
            try {
                open.close();
            } catch (IOException e) {
                detail = Reasons.of(e);
            }
        }
    }
}
