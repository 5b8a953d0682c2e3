package org.dawnline.fsw.core.command;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Tickets;

/** Whose telecommands the tickets are, and until when they may go on. */
final class RunningCommands {
    final Origin[] origins = new Origin[Tickets.CAPACITY];
    final int[] originNumbers = new int[Tickets.CAPACITY];
    final int[] keyIds = new int[Tickets.CAPACITY];
    final long[] counters = new long[Tickets.CAPACITY];
    final int[] commands = new int[Tickets.CAPACITY];
    final long[] deadlineNanos = new long[Tickets.CAPACITY];
    final long[] nextProgressNanos = new long[Tickets.CAPACITY];

    RunningCommands() {
        Arrays.fill(origins, Origin.GROUND);
    }

    static int slot(long ticket) {
        return (int) (ticket % Tickets.CAPACITY);
    }
}
