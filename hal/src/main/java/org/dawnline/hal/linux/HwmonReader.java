package org.dawnline.hal.linux;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Heartbeat;
import org.dawnline.hal.poll.LatchedReadings;
import org.dawnline.hal.poll.Poller;
import org.dawnline.hal.poll.ReadingTable;

/**
 * The computer's own temperatures, powers and fans, as the kernel's hardware monitoring gives them, polled on a thread of their
 * own: a sensor sits behind a bus that can hang. Each sensor has its own age.
 */
public final class HwmonReader implements AutoCloseable {
    private static final long OPEN_TIMEOUT_MS = 2_000;

    private final HwmonCatalog catalog;
    private final Clock clock;
    private final Poller poller;
    private final ReadingTable table;
    private final double staleAfterS;
    private final LatchedReadings latched;

    /**
     * Finds the sensors and reads each once.
     *
     * @param sysfs the sysfs directory, usually {@code /sys}
     * @param periodMs time between two polls
     * @param staleAfterS age above which a reading is given as NaN, in s
     */
    public HwmonReader(Path sysfs, long periodMs, double staleAfterS, Clock clock) {
        this.catalog = HwmonCatalog.scan(sysfs);
        this.clock = clock;
        this.staleAfterS = staleAfterS;
        this.table = new ReadingTable(catalog.sensors().size(), 1);
        this.latched = new LatchedReadings(table, staleAfterS);
        this.poller = new Poller("hwmon-poller", new Bus(catalog.sensors(), table, clock), clock, periodMs);
        if (!catalog.sensors().isEmpty()) {
            poller.start(OPEN_TIMEOUT_MS);
        }
    }

    /** The sensors, in a fixed order. */
    public List<HwmonSensor> sensors() {
        return catalog.sensors();
    }

    /** The sign of life of the thread that reads them; at rest where there are none. */
    public Heartbeat heartbeat() {
        return poller.heartbeat();
    }

    /** Names of the chips. */
    public List<String> chips() {
        return catalog.chips();
    }

    /** What was found, or why nothing was. */
    public String detail() {
        return catalog.detail();
    }

    /** Position of the sensor of that name in {@link #sensors()}, or -1 when there is none. */
    public int indexOf(String name) {
        for (int sensor = 0; sensor < catalog.sensors().size(); sensor++) {
            if (catalog.sensors().get(sensor).name().equals(name)) {
                return sensor;
            }
        }
        return -1;
    }

    /** Freezes the newest readings. */
    public void latch() {
        latched.latch(clock.nanos());
    }

    /** A sensor's reading at the latch, in the unit of its kind; NaN when unknown or too old, and for a sensor of -1. */
    public double value(int sensor) {
        return sensor < 0 ? Double.NaN : latched.value(sensor, 0);
    }

    /** Age of a sensor's reading at the latch, in s; NaN when there never was one. */
    public double ageS(int sensor) {
        return sensor < 0 ? Double.NaN : latched.ageS(sensor);
    }

    /** The newest readings for another thread than the one that latches, one row a sensor with one value. */
    public LatchedReadings snapshot() {
        LatchedReadings newest = new LatchedReadings(table, staleAfterS);
        newest.latch(clock.nanos());
        return newest;
    }

    @Override
    public void close() {
        if (!catalog.sensors().isEmpty()) {
            poller.close();
        }
    }

    private static final class Bus implements Poller.Device {
        private final List<HwmonSensor> sensors;
        private final ReadingTable table;
        private final Clock clock;
        private final double[] row = new double[1];
        private final long[] lastReadNanos;
        private final boolean[] everRead;

        Bus(List<HwmonSensor> sensors, ReadingTable table, Clock clock) {
            this.sensors = sensors;
            this.lastReadNanos = new long[sensors.size()];
            this.everRead = new boolean[sensors.size()];
            this.table = table;
            this.clock = clock;
        }

        @Override
        public void open() {}

        /** A sensor that cannot be read is NaN at once, and its age goes on growing. */
        @Override
        public void poll() {
            for (int sensor = 0; sensor < sensors.size(); sensor++) {
                row[0] = sensors.get(sensor).read();
                if (!Double.isNaN(row[0])) {
                    lastReadNanos[sensor] = clock.nanos();
                    everRead[sensor] = true;
                }
                if (everRead[sensor]) {
                    table.publish(sensor, row, lastReadNanos[sensor]);
                }
            }
        }

        @Override
        public void serve() {}

        @Override
        public void close() {}
    }
}
