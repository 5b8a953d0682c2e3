package org.dawnline.sim;

import org.dawnline.hal.VehicleProfile;

/** How often the vehicle's sensors, the driver of its GPUs and its receiver have something new, however fine the steps are. */
final class SensorPace {
    private static final double LONGEST_S = 60.0;
    private static final double NANOS_PER_S = 1e9;

    /** Every step of a world divides it. */
    private static final long GRID_NANOS = 100_000_000L;

    private final long analogNanos;
    private final long gpuNanos;
    private final long navigationNanos;

    SensorPace(VehicleProfile truth) {
        analogNanos = nanos(truth, "sensors.analogPeriodS");
        gpuNanos = nanos(truth, "sensors.gpuPeriodS");
        navigationNanos = nanos(truth, "sensors.navigationPeriodS");
    }

    private static long nanos(VehicleProfile truth, String key) {
        double periodS = truth.number(key, 0.0, LONGEST_S);
        long nanos = StrictMath.round(periodS * NANOS_PER_S);
        if (nanos <= 0 || nanos % GRID_NANOS != 0) {
            throw new IllegalArgumentException(
                    "vehicle " + truth.name() + ": " + key + " is " + periodS + " s; expected a multiple of 0.1 s");
        }
        return nanos;
    }

    boolean analogDue(long timeNanos) {
        return timeNanos % analogNanos == 0;
    }

    boolean gpusDue(long timeNanos) {
        return timeNanos % gpuNanos == 0;
    }

    boolean navigationDue(long timeNanos) {
        return timeNanos % navigationNanos == 0;
    }
}
