package org.dawnline.fsw.core.telemetry;

/** Takes reports of housekeeping sets, on the executive thread: copies and returns; never blocks or allocates. */
@FunctionalInterface
public interface SetTaker {
    /** A set has been sampled; the report is valid during the call only. */
    void take(SetReport report, long cycle, long utcNanos);
}
