package org.dawnline.tools.ground;

import org.dawnline.hal.Clock;

/** Estimates the satellite's UTC, and how fast it runs, from the times in its telemetry: a simulated one may run faster. */
final class SatelliteTime {
    private static final long LONG_ENOUGH_NANOS = 500_000_000L;

    private final Clock station;
    private boolean heard;
    private long utcNanos;
    private long atNanos;
    private long baseUtcNanos;
    private long baseNanos;
    private double rate = 1;

    SatelliteTime(Clock station) {
        this.station = station;
    }

    /** A frame with that time has just come in. */
    synchronized void heard(long satelliteUtcNanos) {
        long now = station.nanos();
        if (!heard || satelliteUtcNanos < baseUtcNanos) {
            baseUtcNanos = satelliteUtcNanos;
            baseNanos = now;
        }
        if (now - baseNanos > LONG_ENOUGH_NANOS) {
            rate = Math.max(1, (double) (satelliteUtcNanos - baseUtcNanos) / (now - baseNanos));
            baseUtcNanos = satelliteUtcNanos;
            baseNanos = now;
        }
        heard = true;
        utcNanos = satelliteUtcNanos;
        atNanos = now;
    }

    /** Whether a frame has been heard. */
    synchronized boolean known() {
        return heard;
    }

    /** The satellite's UTC now, in nanoseconds since 1970-01-01T00:00:00Z; the station's own before the first frame. */
    synchronized long utcNanos() {
        return heard ? utcNanos + (long) (rate * (station.nanos() - atNanos)) : station.utcNanos();
    }

    /** Seconds of the satellite in one of the station, at least 1. */
    synchronized double rate() {
        return rate;
    }
}
