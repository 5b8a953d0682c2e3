package org.dawnline.fsw.core.command;

import org.dawnline.fsw.core.face.CommandDeclaration;

/**
 * An authenticated, decoded telecommand in a preallocated slot. {@code keyId} and {@code counter} together identify it for
 * ever: no counter is accepted twice for one key.
 */
public final class Telecommand {
    int keyId;
    long counter;
    int number;
    long executeAtUtcNanos;
    long notAfterUtcNanos;
    int argumentCount;
    final double[] arguments = new double[CommandDeclaration.MAX_ARGUMENTS];

    /** Fills the slot; {@code executeAtUtcNanos} 0 means at once. */
    public void fill(int keyId, long counter, int number, long executeAtUtcNanos, long notAfterUtcNanos) {
        this.keyId = keyId;
        this.counter = counter;
        this.number = number;
        this.executeAtUtcNanos = executeAtUtcNanos;
        this.notAfterUtcNanos = notAfterUtcNanos;
        this.argumentCount = 0;
    }

    /** Adds the next argument; at most {@link CommandDeclaration#MAX_ARGUMENTS}. */
    public void addArgument(double value) {
        arguments[argumentCount++] = value;
    }

    /** Key that authenticated it. */
    public int keyId() {
        return keyId;
    }

    /** Its counter under that key. */
    public long counter() {
        return counter;
    }

    /** Position in the dictionary's list of telecommands. */
    public int number() {
        return number;
    }

    void copyFrom(Telecommand other) {
        fill(other.keyId, other.counter, other.number, other.executeAtUtcNanos, other.notAfterUtcNanos);
        argumentCount = other.argumentCount;
        System.arraycopy(other.arguments, 0, arguments, 0, arguments.length);
    }
}
