package org.dawnline.fsw.core.orbit;

/** A forecast and the monotonic time of its fix. */
final class OrbitSlot {
    final OrbitTable table = new OrbitTable();
    long fixNanos;
    /** Forecasts made before it, and it. */
    int number;
}
