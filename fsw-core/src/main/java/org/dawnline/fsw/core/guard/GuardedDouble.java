package org.dawnline.fsw.core.guard;

/** A number in three copies, see {@link GuardedMemory}. */
public final class GuardedDouble extends GuardedWord {
    /** A number that falls back to {@code safe} when all its copies differ; NaN says that it is not known then. */
    public GuardedDouble(GuardedMemory memory, String owner, double initial, double safe) {
        super(memory, owner, Double.doubleToRawLongBits(initial), Double.doubleToRawLongBits(safe));
    }

    /** The number that most copies hold. */
    public double get() {
        return Double.longBitsToDouble(read());
    }

    /** Sets all copies. */
    public void set(double value) {
        write(Double.doubleToRawLongBits(value));
    }
}
