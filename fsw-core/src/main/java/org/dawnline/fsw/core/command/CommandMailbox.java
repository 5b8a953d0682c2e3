package org.dawnline.fsw.core.command;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bounded way of telecommands from one communication thread to the executive. A full mailbox refuses the newcomer; nothing
 * that is inside is ever lost.
 */
public final class CommandMailbox {
    /** Telecommands that can wait. */
    public static final int CAPACITY = 256;

    private final Telecommand[] slots = new Telecommand[CAPACITY];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** An empty mailbox. */
    public CommandMailbox() {
        for (int i = 0; i < CAPACITY; i++) {
            slots[i] = new Telecommand();
        }
    }

    /** Producer: the slot to fill, or null when the mailbox is full. It stays private until {@link #publish()}. */
    public @Nullable Telecommand claim() {
        long next = written.get();
        return next - read.get() == CAPACITY ? null : slots[(int) (next % CAPACITY)];
    }

    /** Producer: hands over the claimed slot. */
    public void publish() {
        written.lazySet(written.get() + 1);
    }

    /** Consumer: the oldest telecommand, or null; it stays valid until {@link #release()}. */
    @Nullable
    Telecommand peek() {
        long next = read.get();
        return next == written.get() ? null : slots[(int) (next % CAPACITY)];
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
