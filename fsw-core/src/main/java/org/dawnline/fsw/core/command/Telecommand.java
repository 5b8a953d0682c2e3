package org.dawnline.fsw.core.command;

import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.CommandTerms;
import org.jspecify.annotations.Nullable;

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
    /** Null in a slot for telecommands that cannot have data. */
    final byte @Nullable [] data;

    int dataLength;
    long nonce;

    /** An empty slot with room for data. */
    public Telecommand() {
        this(true);
    }

    /** An empty slot; without room for data it is eighty times smaller. */
    Telecommand(boolean roomForData) {
        data = roomForData ? new byte[CommandTerms.MAX_DATA_BYTES] : null;
    }

    /** Fills the slot; {@code executeAtUtcNanos} 0 means at once. */
    public void fill(int keyId, long counter, int number, long executeAtUtcNanos, long notAfterUtcNanos) {
        this.keyId = keyId;
        this.counter = counter;
        this.number = number;
        this.executeAtUtcNanos = executeAtUtcNanos;
        this.notAfterUtcNanos = notAfterUtcNanos;
        this.argumentCount = 0;
        this.dataLength = 0;
        this.nonce = 0;
    }

    /** Adds the next argument; at most {@link CommandDeclaration#MAX_ARGUMENTS}. */
    public void addArgument(double value) {
        arguments[argumentCount++] = value;
    }

    /** Copies the data that came with it; at most {@link CommandTerms#MAX_DATA_BYTES}, into a slot with room for them. */
    public void putData(byte[] bytes, int length) {
        byte[] room = data;
        if (room == null) {
            throw new IllegalStateException("this slot has no room for data");
        }
        System.arraycopy(bytes, 0, room, 0, length);
        dataLength = length;
    }

    /** Takes the number that its arming gave; 0 when it came with none. */
    public void putNonce(long newNonce) {
        nonce = newNonce;
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

    /** When to execute it, in nanoseconds of UTC since 1970-01-01T00:00:00Z; 0 for at once. */
    public long executeAtUtcNanos() {
        return executeAtUtcNanos;
    }

    /** Its arguments so far. */
    public int argumentCount() {
        return argumentCount;
    }

    /** The i-th argument. */
    public double argument(int i) {
        return arguments[i];
    }
}
