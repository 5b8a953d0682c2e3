package org.dawnline.fsw.core.command;

import java.util.List;

/**
 * Remembers over restarts which telecommands the ground has given and how each ended, so that none is executed twice and each gets
 * exactly one terminal report. A telecommand is opened before it is handed over and closed before its terminal report is sent; both
 * are durable when the methods return true. All methods are called by one thread at a time, never by the executive's; none throws.
 */
public interface CommandJournal {
    /** Most telecommands that can be open at once: the schedule's ten thousand, and those on their way. */
    int MAX_OPEN = 16_384;

    /**
     * How a telecommand ended: all that its terminal report says.
     *
     * @param keyId its key
     * @param counter its counter under that key
     * @param stage REJECTED, COMPLETED or FAILED
     * @param reason why; {@link Reason#NONE} when it was completed
     * @param argument position of the argument complained of, or -1
     * @param answer the number it answered with, or 0
     * @param utcNanos when it ended, in nanoseconds of UTC since 1970-01-01T00:00:00Z
     */
    record End(int keyId, long counter, Stage stage, Reason reason, int argument, long answer, long utcNanos) {
        /** Refuses what is no end. */
        public End {
            if (!stage.terminal()) {
                throw new IllegalArgumentException(stage + " is no terminal stage");
            }
        }
    }

    /**
     * A telecommand that was open when the software ended.
     *
     * @param keyId its key
     * @param counter its counter under that key
     */
    record Open(int keyId, long counter) {}

    /** Whether there were counters that could not be read back: what was used before this start is not known. */
    boolean countersLost();

    /** Whether telecommands were opened of which what was kept knows nothing: it has lost its last changes. */
    default boolean endLost() {
        return false;
    }

    /** The highest counter that was opened with that key; 0 when none was. */
    long lastCounter(int keyId);

    /** Telecommands that are open: given, without an end. */
    List<Open> open();

    /** Whether a telecommand that was opened is known to have ended, and the ground may not have heard of it. */
    boolean hasEnded(Open command);

    /** Ends that the ground may not have heard of, the oldest first. */
    List<End> unheard();

    /**
     * Uses up the counters and opens the telecommands, all of them together; false when that is not durable or too many are open, and
     * then all stay closed.
     */
    boolean open(List<Open> commands);

    /** The same for one telecommand. */
    default boolean open(int keyId, long counter) {
        return open(List.of(new Open(keyId, counter)));
    }

    /** Closes telecommands; false when that is not durable, and then they stay open. Ends of what is not open are remembered, too. */
    boolean close(List<End> ends);

    /** The ground has the reports of these ends: they need not be remembered. Need not be durable at once. */
    void heard(List<End> ends);
}
