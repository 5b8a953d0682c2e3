package org.dawnline.app;

import java.util.Arrays;
import org.dawnline.fsw.core.boot.BootCause;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeEntry;
import org.dawnline.fsw.core.sequence.Sequencer;

/**
 * Starts the sequence that belongs to a mode that is entered, {@code entry.SAFE} for SAFE, and the one that belongs to the cause of
 * a start, {@code boot.CRASH} after a crash. Where no slot holds a sequence of that name, there is nothing to start.
 */
final class EntrySequences implements ModeEntry {
    private static final String[] OF_MODE =
            Arrays.stream(Mode.values()).map(mode -> "entry." + mode).toArray(String[]::new);
    private static final String[] OF_CAUSE =
            Arrays.stream(BootCause.values()).map(cause -> "boot." + cause).toArray(String[]::new);

    private final Sequencer sequencer;

    EntrySequences(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public boolean entered(Mode mode) {
        return start(OF_MODE[mode.ordinal()], Origin.MODE);
    }

    /** Boot is over; says whether what belongs to its cause was started. */
    boolean booted(BootCause cause) {
        return start(OF_CAUSE[cause.ordinal()], Origin.BOOT);
    }

    private boolean start(String title, Origin by) {
        int slot = sequencer.slotOf(title);
        return slot < 0 || sequencer.start(slot, by);
    }
}
