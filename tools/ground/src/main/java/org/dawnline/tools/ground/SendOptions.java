package org.dawnline.tools.ground;

import com.google.protobuf.ByteString;
import java.time.Duration;

/**
 * How a telecommand is sent.
 *
 * @param validity how long it may be obeyed after now
 * @param executeAtUtcNanos when to execute it, in nanoseconds since 1970-01-01T00:00:00Z; 0 for at once
 * @param timeout how long to wait for the terminal report, in real time
 * @param force whether to send it even if it does not fit the dictionary
 * @param time whose clock says what now is
 * @param nonce what the arming of a critical telecommand answered; 0 for others
 * @param data what comes with it
 * @param anyDictionary whether to send it even if the satellite says that it flies another dictionary
 */
public record SendOptions(
        Duration validity,
        long executeAtUtcNanos,
        Duration timeout,
        boolean force,
        Time time,
        long nonce,
        ByteString data,
        boolean anyDictionary) {
    /** Whose clock. */
    public enum Time {
        /** The computer of the ground station: what a real satellite needs. */
        STATION,
        /** The satellite's own, as its newest telemetry tells: what a simulated one needs, whose time is another. */
        SATELLITE
    }

    private static final Duration DEFAULT_VALIDITY = Duration.ofMinutes(10);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

    /** Ten minutes of validity, at once, fifteen seconds of waiting, checked, by the satellite's time. */
    public static SendOptions defaults() {
        return new SendOptions(DEFAULT_VALIDITY, 0, DEFAULT_TIMEOUT, false, Time.SATELLITE, 0, ByteString.EMPTY, false);
    }

    /** The same with another validity. */
    public SendOptions withValidity(Duration newValidity) {
        return new SendOptions(newValidity, executeAtUtcNanos, timeout, force, time, nonce, data, anyDictionary);
    }

    /** The same, executed at a time. */
    public SendOptions at(long newExecuteAtUtcNanos) {
        return new SendOptions(validity, newExecuteAtUtcNanos, timeout, force, time, nonce, data, anyDictionary);
    }

    /** The same with another waiting time. */
    public SendOptions withTimeout(Duration newTimeout) {
        return new SendOptions(validity, executeAtUtcNanos, newTimeout, force, time, nonce, data, anyDictionary);
    }

    /** The same, sent whatever the dictionary says. */
    public SendOptions forced() {
        return new SendOptions(validity, executeAtUtcNanos, timeout, true, time, nonce, data, anyDictionary);
    }

    /** The same by another clock. */
    public SendOptions by(Time newTime) {
        return new SendOptions(validity, executeAtUtcNanos, timeout, force, newTime, nonce, data, anyDictionary);
    }

    /** The same with what the arming answered, see {@link CommandResult#answer()}. */
    public SendOptions withNonce(long newNonce) {
        return new SendOptions(validity, executeAtUtcNanos, timeout, force, time, newNonce, data, anyDictionary);
    }

    /** The same with data. */
    public SendOptions withData(byte[] newData) {
        return new SendOptions(
                validity, executeAtUtcNanos, timeout, force, time, nonce, ByteString.copyFrom(newData), anyDictionary);
    }

    /** The same, sent whatever dictionary the satellite flies. */
    public SendOptions withAnyDictionary() {
        return new SendOptions(validity, executeAtUtcNanos, timeout, force, time, nonce, data, true);
    }
}
