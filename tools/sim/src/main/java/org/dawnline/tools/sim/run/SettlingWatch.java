package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;

/** Measures how long after the opening of its window a quantity is inside its limits for good. */
final class SettlingWatch implements Watch {
    private final double withinS;
    private final Bounds bounds;
    private final Window window;
    private final DoubleSupplier source;
    private double settledS = Double.NaN;
    private boolean inside;

    SettlingWatch(double withinS, Bounds bounds, Window window, DoubleSupplier source) {
        this.withinS = withinS;
        this.bounds = bounds;
        this.window = window;
        this.source = source;
    }

    @Override
    public void sample() {
        if (!window.open()) {
            return;
        }
        boolean now = bounds.hold(source.getAsDouble());
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
