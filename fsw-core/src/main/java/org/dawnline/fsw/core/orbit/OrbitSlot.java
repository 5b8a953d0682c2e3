package org.dawnline.fsw.core.orbit;

import java.util.List;

/** A forecast and the monotonic time of its fix. */
final class OrbitSlot {
    final OrbitTable table = new OrbitTable();
    long fixNanos;
    /** The regions whose crossings the table holds. */
    List<GroundRegion> regions = List.of();
    /** Forecasts made before it, and it. */
    int number;
}
