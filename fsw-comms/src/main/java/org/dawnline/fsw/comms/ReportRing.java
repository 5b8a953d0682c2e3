package org.dawnline.fsw.comms;

import java.util.Arrays;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;

/** Copies of verification reports on their way from the executive to the communication thread. */
final class ReportRing {
    static final int CAPACITY = 4096;

    final RingCursor cursor = new RingCursor(CAPACITY);
    final int[] keyId = new int[CAPACITY];
    final long[] counter = new long[CAPACITY];
    final Stage[] stage = new Stage[CAPACITY];
    final Reason[] reason = new Reason[CAPACITY];
    final int[] argument = new int[CAPACITY];
    final long[] utcNanos = new long[CAPACITY];
    final int[] done = new int[CAPACITY];
    final int[] of = new int[CAPACITY];
    final long[] answer = new long[CAPACITY];

    ReportRing() {
        Arrays.fill(stage, Stage.RECEIVED);
        Arrays.fill(reason, Reason.NONE);
    }

    void put(CommandReports reports, int i, long reportUtcNanos) {
        int slot = cursor.claim();
        if (slot == RingCursor.NONE) {
            return;
        }
        keyId[slot] = reports.keyId(i);
        counter[slot] = reports.counter(i);
        stage[slot] = reports.stage(i);
        reason[slot] = reports.reason(i);
        argument[slot] = reports.argument(i);
        utcNanos[slot] = reportUtcNanos;
        done[slot] = reports.done(i);
        of[slot] = reports.of(i);
        answer[slot] = reports.answer(i);
        cursor.publish();
    }
}
