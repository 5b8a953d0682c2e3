package org.dawnline.fsw.core.guard;

/**
 * 64 bits in three copies. Each read takes the vote; a copy that dissents is repaired in place and counted. When all three
 * differ, the word falls back to its safe value. The copies are kept in different forms, so that a burst that wipes all three
 * to one pattern is seen as a loss and not taken for agreement. For one thread at a time, that of its memory.
 */
abstract sealed class GuardedWord permits GuardedDouble, GuardedLong, GuardedState {
    /** Form of the third copy: of each two neighbouring bits, one is inverted. */
    private static final long ALTERNATING = 0x5555_5555_5555_5555L;

    private final GuardedMemory memory;
    private final int owner;
    private final long safe;
    private long plain;
    private long inverted;
    private long alternating;

    GuardedWord(GuardedMemory memory, String owner, long initial, long safe) {
        this.memory = memory;
        this.safe = safe;
        this.owner = memory.add(owner, this);
        write(initial);
    }

    final long read() {
        long a = plain;
        long b = ~inverted;
        long c = alternating ^ ALTERNATING;
        return ((a ^ b) | (a ^ c)) == 0 ? a : repaired(a, b, c);
    }

    final void write(long bits) {
        plain = bits;
        inverted = ~bits;
        alternating = bits ^ ALTERNATING;
    }

    private long repaired(long a, long b, long c) {
        if (a == b || a == c) {
            write(a);
            memory.corrected(owner);
            return a;
        }
        if (b == c) {
            write(b);
            memory.corrected(owner);
            return b;
        }
        return lost();
    }

    /** Gives the word up: from now on it holds its safe value. */
    final long lost() {
        write(safe);
        memory.lost(owner);
        return safe;
    }
}
