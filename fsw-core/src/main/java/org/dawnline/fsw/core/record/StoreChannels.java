package org.dawnline.fsw.core.record;

import java.util.concurrent.atomic.AtomicLongArray;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;

/** What the archive says of itself. */
final class StoreChannels {
    private static final RecordKind[] KINDS = RecordKind.values();

    // Copied by the worker: the archive itself may be waiting for the disk when the executive asks.
    private final AtomicLongArray counts = new AtomicLongArray(KINDS.length);
    private final AtomicLongArray sizes = new AtomicLongArray(KINDS.length);
    private final Channel[] stored = new Channel[KINDS.length];
    private final Channel[] bytes = new Channel[KINDS.length];
    private final Channel dropped;
    private final Channel forgotten;
    private final Channel damaged;
    private final Channel rebuilds;
    private final Channel failedWrites;
    private final Channel usable;
    private final Channel replayed;

    StoreChannels(Face face) {
        for (int i = 0; i < KINDS.length; i++) {
            String kind = KINDS[i].name();
            stored[i] = face.channel("stored." + kind, Unit.COUNT, "records of that kind in the archive");
            bytes[i] = face.channel("bytes." + kind, Unit.BYTE, "their contents");
        }
        dropped = face.channel("dropped", Unit.COUNT, "records lost on their way to the worker since start");
        forgotten = face.channel("forgotten", Unit.COUNT, "records that went since start because they were the oldest");
        damaged = face.channel("damaged", Unit.COUNT, "records found damaged since start");
        rebuilds = face.channel("rebuilds", Unit.COUNT, "times since start that the archive was rebuilt");
        failedWrites = face.channel("failedWrites", Unit.COUNT, "writes that failed since start");
        usable = face.channel("usable", Unit.NONE, "1 while there is an archive");
        replayed = face.channel("replayed", Unit.COUNT, "records handed to the link by the replay under way");
    }

    /** Worker: takes stock. */
    void look(Archive archive) {
        for (int i = 0; i < KINDS.length; i++) {
            counts.set(i, archive.count(KINDS[i]));
            sizes.set(i, archive.bytes(KINDS[i]));
        }
    }

    /** Executive. */
    void publish(ArchiveHealth health, long droppedNow, long forgottenNow, @Nullable Replay replay) {
        for (int i = 0; i < KINDS.length; i++) {
            stored[i].set(counts.get(i));
            bytes[i].set(sizes.get(i));
        }
        dropped.set(droppedNow);
        forgotten.set(forgottenNow);
        damaged.set(health.damagedRecords());
        rebuilds.set(health.rebuilds());
        failedWrites.set(health.failedWrites());
        usable.set(health.usable());
        replayed.set(replay == null ? 0 : replay.handedOver());
    }
}
