package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.dawnline.tools.ground.Limits;
import org.dawnline.tools.sim.scenario.Criterion.When;

/** Keeps the sample, the mean or the gain that decides a criterion. */
final class SampleWatch implements Watch {
    private final When when;
    private final Limits limits;
    private final Window window;
    private final DoubleSupplier source;
    private long samples;
    private double sum;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double decisive = Double.NaN;
    private double decisiveMargin = Double.NaN;

    SampleWatch(When when, Limits limits, Window window, DoubleSupplier source) {
        this.when = when;
        this.limits = limits;
        this.window = window;
        this.source = source;
    }

    /** Takes a sample if the window is open. A value that is not valid counts as a failure once there has been a valid one. */
    @Override
    public void sample() {
        if (!window.open()) {
            return;
        }
        double value = source.getAsDouble();
        if (Double.isNaN(value) && samples == 0) {
            return;
        }
        first = samples == 0 ? value : first;
        samples++;
        sum += value;
        last = value;
        double margin = limits.margin(value);
        boolean decides = when == When.ONCE ? margin > decisiveMargin : margin < decisiveMargin;
        if (samples == 1 || decides) {
            decisive = value;
            decisiveMargin = margin;
        }
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public double value() {
        return switch (when) {
            case END -> last;
            case GAIN -> last - first;
            case MEAN -> samples == 0 ? Double.NaN : sum / samples;
            default -> decisive;
        };
    }

    @Override
    public boolean pass() {
        return limits.holds(value());
    }
}
