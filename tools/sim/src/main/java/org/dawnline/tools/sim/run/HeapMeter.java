package org.dawnline.tools.sim.run;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.dawnline.tools.sim.scenario.Criterion;
import org.dawnline.tools.sim.scenario.Metric;

/** Compares the live memory of the process before and after a flight, when a criterion asks for it: it costs two collections. */
final class HeapMeter {
    private static final double BYTES_PER_MB = 1e6;

    private final boolean wanted;
    private double beforeMB = Double.NaN;
    private double afterMB = Double.NaN;

    HeapMeter(List<Criterion> criteria) {
        wanted = criteria.stream()
                .anyMatch(criterion -> criterion.kind() == Criterion.Kind.METRIC
                        && criterion.subject().equals(Metric.HEAP_GROWTH.key()));
    }

    void begin() {
        beforeMB = wanted ? liveMB() : Double.NaN;
    }

    void end() {
        afterMB = wanted ? liveMB() : Double.NaN;
    }

    private static double liveMB() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB;
    }

    /** Live memory at the end less that at the start, in MB; NaN when nobody asked. */
    double growthMB() {
        return afterMB - beforeMB;
    }
}
