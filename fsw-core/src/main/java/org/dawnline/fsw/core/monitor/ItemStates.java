package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.guard.GuardedLong;

/**
 * The states of monitors or actions, several to a word that is kept in three copies: a flipped bit must neither silence a
 * monitor nor arm an action. When all copies of a word are lost, its items are {@link MonitorState#PASSIVE}: they go on to
 * judge and to speak.
 */
public final class ItemStates {
    private static final MonitorState[] STATES = MonitorState.values();
    private static final int BITS = 4;
    private static final int PER_WORD = Long.SIZE / BITS;
    private static final long MASK = (1L << BITS) - 1;
    private static final long ALL_PASSIVE = 0x1111_1111_1111_1111L;

    private final GuardedLong[] words;

    /** States of {@code capacity} items, all ACTIVE; {@code name} is what a repair is reported under. */
    public ItemStates(Face face, String name, int capacity) {
        words = new GuardedLong[(capacity + PER_WORD - 1) / PER_WORD];
        for (int i = 0; i < words.length; i++) {
            words[i] = face.guardedLong(name, 0, ALL_PASSIVE);
        }
    }

    /** State of the i-th item. */
    public MonitorState get(int i) {
        int code = (int) (words[i / PER_WORD].get() >>> shift(i) & MASK);
        return code < STATES.length ? STATES[code] : MonitorState.PASSIVE;
    }

    /** Changes a state as a telecommand may; false when the item is permanently off. */
    public boolean set(int i, MonitorState state) {
        if (!get(i).mayBecome(state)) {
            return false;
        }
        put(i, state);
        return true;
    }

    /** Puts a state in force as only a table may. */
    void put(int i, MonitorState state) {
        GuardedLong word = words[i / PER_WORD];
        word.set((word.get() & ~(MASK << shift(i))) | ((long) state.ordinal() << shift(i)));
    }

    private static int shift(int i) {
        return i % PER_WORD * BITS;
    }
}
