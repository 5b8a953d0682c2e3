package org.dawnline.fsw.core.command;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bounded way of telecommands from one communication thread to the executive, in their order. A full mailbox refuses the newcomer;
 * nothing that is inside is ever lost. Behind what everybody may fill there are places for urgent telecommands only.
 */
public final class CommandMailbox {
    /** Telecommands of any kind that can wait. */
    public static final int CAPACITY = 256;

    /** Urgent telecommands that can wait beside them. */
    public static final int RESERVED = 32;

    private static final int SLOTS = CAPACITY + RESERVED;

    private final Telecommand[] slots = new Telecommand[SLOTS];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** An empty mailbox. */
    public CommandMailbox() {
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Telecommand();
        }
    }

    /** Producer: the slot to fill, or null when the mailbox is full. It stays private until {@link #publish()}. */
    public @Nullable Telecommand claim() {
        return claim(false);
    }

    /** Producer: the same; for an urgent telecommand also a slot that is kept for those. */
    public @Nullable Telecommand claim(boolean urgent) {
        return claim(urgent, 0);
    }

    /** Producer: the same, when so many slots are claimed already and not handed over. */
    public @Nullable Telecommand claim(boolean urgent, int claimed) {
        long next = written.get() + claimed;
        return next - read.get() >= (urgent ? SLOTS : CAPACITY) ? null : slots[(int) (next % SLOTS)];
    }

    /** Producer: hands over the claimed slot. */
    public void publish() {
        written.lazySet(written.get() + 1);
    }

    /** Consumer: the oldest telecommand, or null; it stays valid until {@link #release()}. */
    @Nullable
    Telecommand peek() {
        long next = read.get();
        return next == written.get() ? null : slots[(int) (next % SLOTS)];
    }

    /** Consumer: frees the slot of the oldest telecommand. */
    void release() {
        read.lazySet(read.get() + 1);
    }

    /** Telecommands that wait. */
    public int size() {
        return (int) (written.get() - read.get());
    }
}
