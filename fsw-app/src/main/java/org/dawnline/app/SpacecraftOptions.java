package org.dawnline.app;

import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.OnBoardVersions;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.boot.StartRules;
import org.dawnline.fsw.core.record.RingFile;

/**
 * What makes one spacecraft different from its sisters.
 *
 * @param satellite its id on the ground link
 * @param keys the ground's keys that it obeys
 * @param periodNanos base period of the executive: a divisor of 100 ms, at least 1 ms
 * @param archive everything that survives a restart, but for the few blobs of the storage
 * @param ring where the flight recorder writes
 * @param versions what stands in the version report beside the tables
 * @param starts which starts count as failed
 */
public record SpacecraftOptions(
        String satellite,
        KeyRing keys,
        long periodNanos,
        Archive archive,
        RingFile ring,
        OnBoardVersions versions,
        StartRules starts) {
    /** Base period unless someone wants another: 10 Hz. */
    public static final long DEFAULT_PERIOD_NANOS = 100_000_000L;

    /** Refuses a base period from which 10 Hz cannot be made. */
    public SpacecraftOptions {
        if (periodNanos <= 0 || DEFAULT_PERIOD_NANOS % periodNanos != 0) {
            throw new IllegalArgumentException(
                    "base period is " + periodNanos + " ns; expected a divisor of " + DEFAULT_PERIOD_NANOS + " ns");
        }
    }

    /** A spacecraft whose archive ends with it, for tests and benches. */
    public SpacecraftOptions(String satellite, KeyRing keys, long periodNanos) {
        this(satellite, keys, periodNanos, new MemoryArchive());
    }

    /** A spacecraft whose flight recorder ends with it. */
    public SpacecraftOptions(String satellite, KeyRing keys, long periodNanos, Archive archive) {
        this(satellite, keys, periodNanos, archive, RingFile.inMemory());
    }

    /** A spacecraft that says nothing of its computer. */
    public SpacecraftOptions(String satellite, KeyRing keys, long periodNanos, Archive archive, RingFile ring) {
        this(satellite, keys, periodNanos, archive, ring, FlightVersion.anonymous());
    }

    /** A spacecraft that takes starts for failed as all do. */
    public SpacecraftOptions(
            String satellite,
            KeyRing keys,
            long periodNanos,
            Archive archive,
            RingFile ring,
            OnBoardVersions versions) {
        this(satellite, keys, periodNanos, archive, ring, versions, StartRules.STANDARD);
    }

    /** Ten cycles a second. */
    public static SpacecraftOptions of(String satellite, KeyRing keys) {
        return new SpacecraftOptions(satellite, keys, DEFAULT_PERIOD_NANOS);
    }
}
