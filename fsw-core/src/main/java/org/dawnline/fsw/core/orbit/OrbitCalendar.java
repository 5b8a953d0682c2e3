package org.dawnline.fsw.core.orbit;

import java.util.List;
import java.util.function.Supplier;

/** When what happens next along the orbit, by the latest forecast. Executive thread only; never allocates. */
public final class OrbitCalendar {
    /** No such event within the forecast. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final double NANOS_PER_S = 1e9;

    private final Supplier<OrbitSlot> current;
    private final Supplier<List<GroundRegion>> regions;

    OrbitCalendar(Supplier<OrbitSlot> current, Supplier<List<GroundRegion>> regions) {
        this.current = current;
        this.regions = regions;
    }

    /** Number of the forecast that answers come from. */
    public int number() {
        return current.get().number;
    }

    /**
     * When an event happens for the first time after a time.
     *
     * @param region position in the list that {@link FlightDynamics#watch} was given; for events of regions only
     * @param afterNanos monotonic time in nanoseconds
     * @return monotonic time in nanoseconds, or {@link #NEVER}
     */
    @SuppressWarnings("ReferenceEquality") // the very list that the forecast was made for
    public long nextNanos(OrbitMoment moment, int region, long afterNanos) {
        OrbitSlot slot = current.get();
        if (region >= 0 && slot.regions != regions.get()) {
            return NEVER; // the forecast is about other regions; the next one comes at once
        }
        double afterS = (afterNanos - slot.fixNanos) / NANOS_PER_S;
        double timeS = nextS(slot.table, moment, region, afterS);
        return timeS <= slot.table.horizonS() ? slot.fixNanos + (long) (timeS * NANOS_PER_S) : NEVER;
    }

    private static double nextS(OrbitTable table, OrbitMoment moment, int region, double afterS) {
        return switch (moment) {
            case ECLIPSE_ENTRY -> first(table.penumbraEntryS, table.eclipses, afterS);
            case UMBRA_ENTRY -> first(table.umbraEntryS, table.eclipses, afterS);
            case UMBRA_EXIT -> first(table.umbraExitS, table.eclipses, afterS);
            case ECLIPSE_EXIT -> first(table.penumbraExitS, table.eclipses, afterS);
            case AOS -> first(table.passStartS, table.passes, afterS);
            case LOS -> first(table.passEndS, table.passes, afterS);
            case REGION_ENTRY -> crossing(table, region, true, afterS);
            case REGION_EXIT -> crossing(table, region, false, afterS);
        };
    }

    private static double first(double[] timesS, int count, double afterS) {
        for (int i = 0; i < count; i++) {
            if (timesS[i] > afterS) {
                return timesS[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double crossing(OrbitTable table, int region, boolean entry, double afterS) {
        for (int i = 0; i < table.crossings; i++) {
            if (table.crossingRegion[i] == region && table.crossingEntry[i] == entry && table.crossingS[i] > afterS) {
                return table.crossingS[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
