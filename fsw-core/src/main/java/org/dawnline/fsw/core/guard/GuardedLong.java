package org.dawnline.fsw.core.guard;

/** A whole number in three copies, see {@link GuardedMemory}. */
public final class GuardedLong extends GuardedWord {
    /** A whole number that falls back to {@code safe} when all its copies differ. */
    public GuardedLong(GuardedMemory memory, String owner, long initial, long safe) {
        super(memory, owner, initial, safe);
    }

    /** The number that most copies hold. */
    public long get() {
        return read();
    }

    /** Sets all copies. */
    public void set(long value) {
        write(value);
    }

    /** Adds to it and returns the sum. */
    public long add(long more) {
        long sum = read() + more;
        write(sum);
        return sum;
    }
}
