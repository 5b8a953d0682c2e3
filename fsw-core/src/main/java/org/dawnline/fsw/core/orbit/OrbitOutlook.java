package org.dawnline.fsw.core.orbit;

import java.util.function.Supplier;
import org.dawnline.fsw.core.plan.SunOutlook;

/**
 * The forecast as planners read it. Beyond its end the last orbit is repeated: eclipses drift by seconds a day, so an orbit that is
 * not known any more still serves for a day, with eclipses that are taken to be longer the older it gets. Latched on the worker that
 * makes the forecasts, so that none is replaced while it is read.
 */
final class OrbitOutlook implements SunOutlook {
    /** How long the last orbit is repeated. */
    private static final double REPEATED_S = 86_400;
    /** By so much of the time since the forecast's end eclipses may begin earlier and end later. */
    private static final double DRIFT_RATIO = 5e-4;

    private static final double SECONDS_PER_NANO = 1e-9;
    private static final int POINTS = 12;

    private final Supplier<OrbitSlot> current;
    private OrbitTable table = new OrbitTable();
    private double nowS;

    OrbitOutlook(Supplier<OrbitSlot> current) {
        this.current = current;
    }

    @Override
    public void latch(long nanos) {
        OrbitSlot slot = current.get();
        table = slot.table;
        nowS = (nanos - slot.fixNanos) * SECONDS_PER_NANO;
    }

    @Override
    public double reachS() {
        return table.horizonS() < 0 ? table.horizonS() : table.horizonS() + REPEATED_S - nowS;
    }

    @Override
    public double periodS() {
        return table.periodS();
    }

    @Override
    public double sunFluxWPerM2() {
        return table.sunFluxWPerM2();
    }

    @Override
    public double sunlitRatio(double fromS, double toS) {
        double driftS = Math.max(0, nowS + toS - table.horizonS()) * DRIFT_RATIO;
        double from = folded(nowS + fromS);
        double lengthS = toS - fromS;
        if (even(from - driftS, from + lengthS + driftS)) {
            return table.illuminationRatio(from);
        }
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double timeS = from + lengthS * (i + 0.5) / POINTS;
            double least = Math.min(table.illuminationRatio(timeS - driftS), table.illuminationRatio(timeS + driftS));
            sum += driftS > 0 ? Math.min(least, table.illuminationRatio(timeS)) : least;
        }
        return sum / POINTS;
    }

    /** The same time in the last orbit before the forecast's end. */
    private double folded(double timeS) {
        double beyondS = timeS - table.horizonS() + table.periodS() / 2;
        return beyondS > 0 ? timeS - Math.ceil(beyondS / table.periodS()) * table.periodS() : timeS;
    }

    // All of it in sunlight, or all of it in umbra.
    private boolean even(double fromS, double toS) {
        int i = table.eclipseAt(fromS);
        if (i == table.eclipses() || toS <= table.penumbraEntryS(i)) {
            return true;
        }
        return fromS >= table.umbraEntryS(i) && toS <= table.umbraExitS(i);
    }

    @Override
    public double passRatio(double fromS, double toS) {
        double from = nowS + fromS;
        double to = nowS + toS;
        if (to > table.horizonS()) {
            return 0;
        }
        double sum = 0;
        for (int i = table.passAt(from); i < table.passes() && table.passStartS(i) < to; i++) {
            sum += Math.min(to, table.passEndS(i)) - Math.max(from, table.passStartS(i));
        }
        return toS > fromS ? Math.max(0, Math.min(1, sum / (toS - fromS))) : 0;
    }
}
