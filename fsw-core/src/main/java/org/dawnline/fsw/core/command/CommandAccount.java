package org.dawnline.fsw.core.command;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** How many telecommands ended how, by reason and by origin, since boot. */
final class CommandAccount {
    private static final List<Reason> REASONS = List.of(
            Reason.EXPIRED,
            Reason.UNKNOWN_COMMAND,
            Reason.WRONG_ARGUMENTS,
            Reason.OUT_OF_RANGE,
            Reason.WRONG_MODE,
            Reason.QUEUE_FULL,
            Reason.SCHEDULE_FULL,
            Reason.NO_TIME_TAG,
            Reason.DATA,
            Reason.NOT_ARMED,
            Reason.ARM_EXPIRED,
            Reason.WRONG_KEY,
            Reason.WRONG_NONCE,
            Reason.NONCE_USED,
            Reason.HAZARDOUS,
            Reason.INTERNAL);
    private static final Origin[] ORIGINS = Origin.values();

    private final Channel completedCount;
    private final Channel failedCount;
    private final Channel rejectedCount;
    private final Channel[] rejectedFor = new Channel[REASONS.size()];
    private final Channel[] takenFrom = new Channel[ORIGINS.length];
    private final Channel[] lostFrom = new Channel[ORIGINS.length];
    private final long[] rejections = new long[Reason.values().length];
    private final long[] taken = new long[ORIGINS.length];
    private final long[] lost = new long[ORIGINS.length];
    private long completed;
    private long failed;
    private long rejected;

    CommandAccount(Face face) {
        completedCount = face.channel("completed", Unit.COUNT, "telecommands completed since boot");
        failedCount = face.channel("failed", Unit.COUNT, "telecommands failed since boot");
        rejectedCount = face.channel("rejected", Unit.COUNT, "telecommands rejected by the dispatcher since boot");
        for (int i = 0; i < rejectedFor.length; i++) {
            String reason = REASONS.get(i).name();
            rejectedFor[i] = face.channel(
                    "rejected." + reason,
                    Unit.COUNT,
                    "telecommands rejected by the dispatcher for that reason since boot");
        }
        for (int i = 0; i < ORIGINS.length; i++) {
            String origin = ORIGINS[i].name();
            takenFrom[i] = face.channel("from." + origin, Unit.COUNT, "telecommands from that origin since boot");
            lostFrom[i] = face.channel(
                    "lost." + origin, Unit.COUNT, "telecommands from that origin that were rejected or failed");
        }
    }

    void took(Origin origin) {
        taken[origin.ordinal()]++;
    }

    void reject(Origin origin, Reason reason) {
        rejected++;
        rejections[reason.ordinal()]++;
        lost[origin.ordinal()]++;
    }

    void complete() {
        completed++;
    }

    void fail(Origin origin) {
        failed++;
        lost[origin.ordinal()]++;
    }

    void publish() {
        completedCount.set(completed);
        failedCount.set(failed);
        rejectedCount.set(rejected);
        for (int i = 0; i < rejectedFor.length; i++) {
            rejectedFor[i].set(rejections[REASONS.get(i).ordinal()]);
        }
        for (int i = 0; i < ORIGINS.length; i++) {
            takenFrom[i].set(taken[i]);
            lostFrom[i].set(lost[i]);
        }
    }
}
