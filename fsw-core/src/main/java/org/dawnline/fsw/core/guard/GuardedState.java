package org.dawnline.fsw.core.guard;

/** One constant of an enum in three copies, see {@link GuardedMemory}. */
public final class GuardedState<E extends Enum<E>> extends GuardedWord {
    private final E[] states;

    /** A state that falls back to {@code safe} when all its copies differ. */
    public GuardedState(GuardedMemory memory, String owner, E initial, E safe) {
        super(memory, owner, initial.ordinal(), safe.ordinal());
        states = initial.getDeclaringClass().getEnumConstants();
    }

    /** The state that most copies hold. */
    public E get() {
        long number = read();
        return number >= 0 && number < states.length ? states[(int) number] : states[(int) lost()];
    }

    /** Sets all copies. */
    public void set(E state) {
        write(state.ordinal());
    }
}
