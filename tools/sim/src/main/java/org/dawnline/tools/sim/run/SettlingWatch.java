package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.dawnline.tools.ground.Limits;

/** Measures how long after the opening of its window a quantity is inside its limits for good. */
final class SettlingWatch implements Watch {
    private final double withinS;
    private final Limits limits;
    private final Window window;
    private final DoubleSupplier source;
    private double settledS = Double.NaN;
    private boolean inside;

    SettlingWatch(double withinS, Limits limits, Window window, DoubleSupplier source) {
        this.withinS = withinS;
        this.limits = limits;
        this.window = window;
        this.source = source;
    }

    @Override
    public void sample() {
        if (!window.open()) {
            return;
        }
        boolean now = limits.holds(source.getAsDouble());
        if (now && !inside) {
            settledS = window.ageS();
        }
        inside = now;
    }

    @Override
    public Window window() {
        return window;
    }

    /** Seconds; NaN when the quantity was outside at the end, or was never seen. */
    @Override
    public double value() {
        return inside ? settledS : Double.NaN;
    }

    @Override
    public boolean pass() {
        return value() <= withinS;
    }
}
